// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.cable.Cable;

/// A cable being released asks for something, and what it asks stands on record. Published in the
/// transaction of the release.
public record InstructionGiven(Instruction instruction, Cable cable) {}
