// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

/// A released cable asked for something, and its tasks are open.
public record InstructionOpened(String instruction, String mrn) {}
