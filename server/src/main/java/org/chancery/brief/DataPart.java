// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.evidence.Claim;
import org.chancery.kernel.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The data a brief was made from: JSON with sorted keys and without blanks, and the same as a table.
/// Nothing of the making is in it, no number, name or time, so that the same filter gives the same
/// bytes (PIC-004).
final class DataPart {

    static final String FORMAT = "chancery-brief-1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "government",
                    "about",
                    "lane",
                    "value",
                    "date",
                    "basis",
                    "confidence",
                    "source",
                    "address",
                    "source_date");

    private DataPart() {}

    static byte[] json(Contents contents) {
        var data = new TreeMap<String, Object>();
        data.put("format", FORMAT);
        data.put("filter", filter(contents.filter()));
        data.put("policy", contents.policy());
        data.put(
                "marking",
                Map.of(
                        "level", contents.level(),
                        "captions", List.copyOf(new TreeSet<>(contents.captions()))));
        data.put(
                "withheld",
                Map.of(
                        "cells", contents.withheldCells(),
                        "records", contents.withheldRecords()));
        data.put("governments", contents.governments().stream().map(g -> g.value()).toList());
        data.put("rows", rows(contents).stream().map(DataPart::named).toList());
        data.put("open", contents.questions().stream().map(DataPart::question).toList());
        return JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> filter(BriefFilter filter) {
        var map = new TreeMap<String, Object>();
        var government = filter.government();
        map.put("instruction", filter.instruction().value());
        map.put("government", government == null ? "" : government.value());
        map.put("asOf", filter.asOf().toString());
        map.put("knownAt", filter.knownAt().toString());
        map.put("level", filter.level());
        map.put("language", filter.language().getLanguage());
        map.put("parts", filter.parts().stream().map(Part::name).toList());
        map.put(
                "comparisons",
                filter.comparisons().stream().map(p -> List.of(p.first(), p.second())).toList());
        return map;
    }

    private static Map<String, String> named(List<String> row) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                named.put(COLUMNS.get(i), row.get(i));
            }
        }
        return named;
    }

    private static Map<String, Object> question(OpenQuestion question) {
        return Map.of(
                "about", question.about(),
                "words", question.words().byLanguage(),
                "source", question.source(),
                "address", question.uri());
    }

    /// @param name of the file, without ending
    static Sheet sheet(String name, Contents contents) {
        return new Sheet(name, COLUMNS, rows(contents));
    }

    private static List<List<String>> rows(Contents contents) {
        var language = contents.filter().language();
        var rows = new ArrayList<List<String>>();
        for (var mark : contents.marks()) {
            var entry = mark.entry();
            rows.add(
                    row(
                            "POSITION",
                            entry.government().value(),
                            entry.ask(),
                            entry.lane().name(),
                            entry.step().name(),
                            entry.asOf().text(),
                            entry.basis().name(),
                            entry.confidence(),
                            mark.origin()));
            rows.add(
                    row(
                            "REASON",
                            entry.government().value(),
                            entry.ask(),
                            entry.lane().name(),
                            entry.reason().in(language),
                            entry.asOf().text(),
                            entry.confirmed() ? "CONFIRMED" : "PROPOSED",
                            entry.byOffice(),
                            null));
        }
        for (var line : contents.deliveries()) {
            rows.add(
                    row(
                            "DELIVERY",
                            line.government().value(),
                            line.office().value(),
                            line.level(),
                            line.raised() + "/" + line.points(),
                            line.on(),
                            line.inPart() ? "IN_PART" : "",
                            "",
                            null));
        }
        for (var rule : contents.rules()) {
            rows.add(
                    row(
                            "MEASURE",
                            rule.government().value(),
                            rule.title(),
                            rule.direction(),
                            rule.stage(),
                            rule.since(),
                            rule.family(),
                            rule.confidence(),
                            rule.origin()));
        }
        for (var said : contents.statements()) {
            rows.add(
                    row(
                            "STATEMENT",
                            said.government().value(),
                            "",
                            "",
                            said.title(),
                            said.date(),
                            "",
                            said.confidence(),
                            said.origin()));
        }
        contents.claims().forEach(reliance -> claim(reliance, rows));
        contents.comparisons().forEach(pair -> comparison(pair, rows));
        return rows;
    }

    private static void claim(Contents.Reliance reliance, List<List<String>> rows) {
        Claim claim = reliance.claim();
        rows.add(
                row(
                        "CLAIM",
                        "",
                        claim.id().value(),
                        String.join(" ", reliance.points()),
                        claim.status().name(),
                        "",
                        claim.type(),
                        "",
                        null));
        for (var origin : reliance.origins()) {
            rows.add(row("EVIDENCE", "", claim.id().value(), "", "", "", "", "", origin));
        }
    }

    private static void comparison(Contents.SideBySide pair, List<List<String>> rows) {
        rows.add(
                row(
                        "COMPARISON",
                        "",
                        pair.first(),
                        "",
                        pair.second(),
                        "",
                        pair.refusal().map(problem -> problem.code().code()).orElse(""),
                        pair.comparison().map(c -> c.percent().toPlainString()).orElse(""),
                        null));
    }

    private static List<String> row(
            String kind,
            String government,
            String about,
            String lane,
            String value,
            String date,
            String basis,
            String confidence,
            Contents.@Nullable Origin origin) {
        return origin == null
                ? List.of(kind, government, about, lane, value, date, basis, confidence, "", "", "")
                : List.of(
                        kind,
                        government,
                        about,
                        lane,
                        value,
                        date,
                        basis,
                        confidence,
                        origin.title(),
                        origin.uri(),
                        origin.date());
    }
}
