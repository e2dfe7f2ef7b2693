// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV file with a header row, read row by row in bounded memory.
public final class Table implements AutoCloseable {

    private final String name;
    private final CSVParser parser;

    /// @param name file name for reports
    public Table(String name, Reader reader) {
        this.name = name;
        try {
            this.parser =
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .setIgnoreEmptyLines(true)
                            .get()
                            .parse(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(KernelRefusal.FILE_NOT_RECOGNISED, name);
        }
    }

    /// A table that comes with the product.
    ///
    /// @param path in the jar, for example `/example/offices.csv`
    public static Table ofResource(String path) {
        var stream = Table.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("The jar has no " + path);
        }
        return new Table(
                path.substring(path.lastIndexOf('/') + 1),
                new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public List<String> header() {
        return parser.getHeaderNames();
    }

    /// @throws UncheckedIOException if the file cannot be read to its end
    public void forEach(Consumer<Row> action) {
        for (CSVRecord record : parser) {
            action.accept(new Row(record, parser.getCurrentLineNumber()));
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + name, e);
        }
    }

    /// One row; a column that is absent or blank is the empty string.
    ///
    /// @param line last line of the row in the file, the header is line 1
    public record Row(CSVRecord cells, long line) {

        public String get(String column) {
            return cells.isMapped(column) && cells.isSet(column) ? cells.get(column).strip() : "";
        }
    }
}
