// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table of texts as it leaves the system, the same on every page that offers one.
///
/// @param name of the file, without its ending: small letters, digits and hyphens
/// @param columns headings, at least one
/// @param rows as many cells each as there are columns
public record Sheet(String name, List<String> columns, List<List<String>> rows) {

    public Sheet {
        if (!name.matches("[a-zA-Z0-9-]+")) {
            throw new IllegalArgumentException("no file can be named " + name);
        }
        columns = List.copyOf(columns);
        var width = columns.size();
        rows =
                rows.stream()
                        .map(
                                row -> {
                                    if (row.size() != width) {
                                        throw new IllegalArgumentException(
                                                row + " is not " + width + " cells wide");
                                    }
                                    return List.copyOf(row);
                                })
                        .toList();
    }

    /// RFC 4180, header first. No cell is taken for a formula.
    public String csv() {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (var row : rows) {
                printer.printRecord(row.stream().map(Sheet::inert).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// A cell that begins as a formula is led by an apostrophe, which spreadsheets read as "text".
    private static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
