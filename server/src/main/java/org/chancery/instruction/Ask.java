// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

/// What a government is asked to do.
///
/// @param label `A1`
public record Ask(String label, String text) {}
