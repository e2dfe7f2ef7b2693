// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.cable.Content;
import org.chancery.clearance.Asking;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads the forms about a chain.
final class ClearanceForm {

    private ClearanceForm() {}

    /// @param zone of the drafting office, in which the deadline is written
    /// @throws Refusal `OFFICE_CODE_MALFORMED`, `DATE_MALFORMED`, all that apply
    static Asking asking(MultiValueMap<String, String> form, ZoneId zone) {
        var problems = new Problems();
        var offices = new OfficeList(problems, "offices").read(form);
        var informed = new OfficeList(problems, "informed").read(form);
        problems.attempt("silentUntil", () -> moment(value(form, "silentUntil"), zone));
        problems.refuse();
        return new Asking(
                offices,
                !value(form, "ordered").isEmpty(),
                moment(value(form, "silentUntil"), zone),
                informed);
    }

    /// A field with codes between commas.
    private record OfficeList(Problems problems, String field) {

        private List<OfficeCode> read(MultiValueMap<String, String> form) {
            var codes =
                    Arrays.stream(value(form, field).split(","))
                            .map(String::strip)
                            .filter(code -> !code.isEmpty())
                            .toList();
            codes.forEach(code -> problems.attempt(field, () -> new OfficeCode(code)));
            return problems.isEmpty() ? codes.stream().map(OfficeCode::new).toList() : List.of();
        }
    }

    /// @param text as `2026-11-24T17:30`, empty for none
    /// @throws Refusal `DATE_MALFORMED`
    static @Nullable Instant moment(String text, ZoneId zone) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("silentUntil", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    /// Places by office, from the parallel fields `stepOffice` and `stepPosition`.
    ///
    /// @throws Refusal `NUMBER_MALFORMED`
    static Map<OfficeCode, Integer> positions(MultiValueMap<String, String> form) {
        var offices = form.getOrDefault("stepOffice", List.of());
        var places = form.getOrDefault("stepPosition", List.of());
        var positions = new LinkedHashMap<OfficeCode, Integer>();
        for (int i = 0; i < Math.min(offices.size(), places.size()); i++) {
            positions.put(new OfficeCode(offices.get(i)), position(places.get(i)));
        }
        return positions;
    }

    static int position(String text) {
        if (!text.strip().matches("[0-9]{1,4}")) {
            throw new Refusal(Problem.at("position", KernelRefusal.NUMBER_MALFORMED, text, 1, 99));
        }
        return Integer.parseInt(text.strip());
    }

    /// The text with the words a clearer wrote, from `subject`, `rowId` and `rowText`. Rows that were
    /// not sent stay as they are.
    static Content edited(MultiValueMap<String, String> form, Content before) {
        var ids = form.getOrDefault("rowId", List.of());
        var texts = form.getOrDefault("rowText", List.of());
        var words = new HashMap<String, String>();
        for (int i = 0; i < Math.min(ids.size(), texts.size()); i++) {
            words.put(ids.get(i), texts.get(i).replace("\r\n", "\n").strip());
        }
        var subject = form.getFirst("subject");
        return before.with()
                .subject(subject == null ? before.subject() : subject.strip())
                .paragraphs(
                        before.paragraphs().stream()
                                .map(
                                        row ->
                                                row.withText(
                                                        words.getOrDefault(
                                                                row.id().toString(), row.text())))
                                .toList())
                .build();
    }

    static String value(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
