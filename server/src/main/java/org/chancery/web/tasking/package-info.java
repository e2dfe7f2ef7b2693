// SPDX-License-Identifier: Apache-2.0
/// Pages of what is asked and owed: instructions, packages, questions, tasks, the day, the calendar.
@NullMarked
package org.chancery.web.tasking;

import org.jspecify.annotations.NullMarked;
