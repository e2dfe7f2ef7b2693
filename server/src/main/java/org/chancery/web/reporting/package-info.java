// SPDX-License-Identifier: Apache-2.0
/// Pages of what comes back: reports, findings, measures, the code books they are coded by.
@NullMarked
package org.chancery.web.reporting;

import org.jspecify.annotations.NullMarked;
