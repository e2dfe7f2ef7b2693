// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.List;

/// A named list of offices that a cable can be addressed to.
///
/// @param members offices on the day it was asked for, in alphabetical order
public record Collective(String code, Names names, List<OfficeCode> members) {

    public Collective {
        members = List.copyOf(members);
    }
}
