// SPDX-License-Identifier: Apache-2.0
/// The assembly: starts the server, its database and the worked example. Knows every module; no
/// module knows it.
@NullMarked
package org.chancery;

import org.jspecify.annotations.NullMarked;
