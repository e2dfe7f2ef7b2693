// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

/// A copy was acknowledged or marked as done.
///
/// @param office code of the office whose copy it is
public record CopyMoved(String office) {}
