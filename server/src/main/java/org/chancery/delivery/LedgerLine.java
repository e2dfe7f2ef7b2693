// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.util.List;

/// What the ledger of readers says of one addressee, to one reader.
///
/// @param copy without names of people where the reader may not know them
/// @param readers who of the office opened it and when, empty where that is not for the reader
/// @param named names are shown: to the sending office, to who may read the audit, and to the
///   office itself
public record LedgerLine(Delivery copy, List<Reading> readers, boolean named) {

    public LedgerLine {
        readers = List.copyOf(readers);
    }
}
