// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.kernel.Table;

/// Which column of a table says what of a measure.
///
/// @param columns field to heading of the column; fields that no column says are missing
public record MeasureColumns(Map<String, String> columns) {

    /// What a table can say, in the order of our own file.
    public static final List<String> FIELDS =
            List.of(
                    "country",
                    "title",
                    "kind",
                    "date",
                    "stage",
                    "direction",
                    "legal_ref",
                    "summary",
                    "source_url",
                    "source_title",
                    "source_date",
                    "confidence",
                    "area",
                    "target_group",
                    "position",
                    "note",
                    "family",
                    "effective_to");

    /// Without these no row says a measure.
    public static final List<String> NEEDED =
            List.of("country", "title", "date", "stage", "direction");

    /// Headings that other trackers use, in small letters without signs.
    private static final Map<String, List<String>> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry(
                            "country",
                            List.of("iso", "iso2", "jurisdiction", "state", "land", "countrycode")),
                    Map.entry(
                            "title", List.of("name", "measure", "policy", "titel", "policytitle")),
                    Map.entry("kind", List.of("type", "art")),
                    Map.entry("date", List.of("datum", "dateofentry", "eventdate", "when")),
                    Map.entry("stage", List.of("status", "stand", "step", "event")),
                    Map.entry("direction", List.of("change", "richtung", "restrictiveness")),
                    Map.entry(
                            "legal_ref",
                            List.of("legalreference", "law", "fundstelle", "citation")),
                    Map.entry("summary", List.of("description", "zusammenfassung", "text")),
                    Map.entry("source_url", List.of("url", "link", "sourceuri", "uri")),
                    Map.entry("source_title", List.of("source", "quelle")),
                    Map.entry("source_date", List.of("published", "retrieved")),
                    Map.entry("confidence", List.of("certainty", "sicherheit")),
                    Map.entry("area", List.of("policyarea", "bereich", "topic", "theme")),
                    Map.entry(
                            "target_group",
                            List.of("target", "group", "zielgruppe", "targetgroup")),
                    Map.entry("note", List.of("comment", "notes", "anmerkung")),
                    Map.entry("family", List.of("package", "policyid", "law id")),
                    Map.entry(
                            "effective_to",
                            List.of("enddate", "expires", "effectiveto", "gueltigbis")));

    public MeasureColumns {
        columns = Map.copyOf(columns);
    }

    /// A first guess by the headings; what it does not know, a person maps.
    public static MeasureColumns guess(List<String> header) {
        var columns = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            header.stream()
                    .filter(heading -> !columns.containsValue(heading))
                    .filter(heading -> means(field, plain(heading)))
                    .findFirst()
                    .ifPresent(heading -> columns.put(field, heading));
        }
        return new MeasureColumns(columns);
    }

    private static boolean means(String field, String heading) {
        return heading.equals(plain(field))
                || OTHER_NAMES.getOrDefault(field, List.of()).contains(heading);
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// The same header has the same fingerprint, in whatever order its columns stand.
    static String fingerprint(List<String> header) {
        return Sha256.hex(String.join("\n", header.stream().map(String::strip).sorted().toList()));
    }

    /// @throws Refusal `COLUMN_NOT_MAPPED` for each field a measure needs, `COLUMN_MAPPED_TWICE`
    MeasureColumns checked(List<String> header) {
        var problems = new Problems();
        for (var field : NEEDED) {
            problems.require(
                    header.contains(columns.getOrDefault(field, "")),
                    "map-" + field,
                    MeasureRefusal.COLUMN_NOT_MAPPED,
                    field);
        }
        var seen = new HashMap<String, String>();
        for (var field : FIELDS) {
            var column = columns.get(field);
            if (column != null) {
                var before = seen.put(column, field);
                problems.require(
                        before == null,
                        "map-" + field,
                        MeasureRefusal.COLUMN_MAPPED_TWICE,
                        column,
                        String.valueOf(before),
                        field);
            }
        }
        problems.refuse();
        return this;
    }

    /// A row as our own file would say it.
    Cells of(Table.Row row) {
        return new Cells(this, row);
    }

    /// @param row of the table the columns are of
    record Cells(MeasureColumns columns, Table.Row row) {

        String get(String field) {
            var column = columns.columns().get(field);
            if (column == null) {
                return "";
            }
            return row.get(column);
        }

        boolean says(String field) {
            return columns.columns().containsKey(field);
        }

        long line() {
            return row.line();
        }
    }
}
