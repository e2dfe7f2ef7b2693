// SPDX-License-Identifier: Apache-2.0
/// Pages about the person who is signed in.
@NullMarked
package org.chancery.web.account;

import org.jspecify.annotations.NullMarked;
