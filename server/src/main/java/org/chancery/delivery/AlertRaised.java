// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.util.List;
import java.util.UUID;

/// Somebody is to look at urgent traffic now.
///
/// @param office code of the office whose copy waits
/// @param persons those told by name
/// @param wholeOffice everybody of the office is told
/// @param duty those who watch all traffic are told
public record AlertRaised(String office, List<UUID> persons, boolean wholeOffice, boolean duty) {

    public AlertRaised {
        persons = List.copyOf(persons);
    }
}
