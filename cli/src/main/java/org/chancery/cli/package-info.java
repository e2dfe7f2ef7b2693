// SPDX-License-Identifier: Apache-2.0
/// The command line: speaks HTTP to a running installation and knows no class of the server.
@NullMarked
package org.chancery.cli;

import org.jspecify.annotations.NullMarked;
