// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

/// A reason for what is asked, and what may be said against it.
///
/// @param counter what the host is likely to answer, empty if nothing is known
/// @param rebuttal what to say then, empty if nothing is suggested
public record Argument(String text, String counter, String rebuttal) {}
