// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A line in the address field of a draft: an office or a collective.
///
/// @param target code of the office or the collective
public record AddressLine(String target, Addressing role) {}
