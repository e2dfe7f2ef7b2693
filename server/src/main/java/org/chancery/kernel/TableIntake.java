// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.List;

/// One kind of table that comes in from a file. The module that owns the records implements it; the
/// archive finds the right one by the header row. Loading the same file twice changes nothing.
public interface TableIntake {

    /// Short name of the kind, for messages: `measures`, `press`, `indicators`.
    String kind();

    boolean recognises(List<String> header);

    /// Loads all rows in one transaction per row or batch; a bad row never stops the rest.
    LoadReport load(Table table);
}
