// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

/// A government's position was proposed or confirmed. Published in the transaction of the act.
public record PositionChanged(String instruction, String government, String ask) {}
