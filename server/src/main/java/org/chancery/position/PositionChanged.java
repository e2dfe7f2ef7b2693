// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.access.Label;

/// A government's position was proposed or confirmed. Published in the transaction of the act.
///
/// @param label of the entry; nobody else learns that something has moved
public record PositionChanged(String instruction, String government, String ask, Label label) {}
