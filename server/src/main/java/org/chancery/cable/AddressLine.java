// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A line in the address field of a draft: an office or a collective.
///
/// @param target code of the office or the collective
/// @param precedence code in the policy file for this line alone, empty for that of the cable
public record AddressLine(String target, Addressing role, String precedence) {

    public AddressLine(String target, Addressing role) {
        this(target, role, "");
    }
}
