// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.chancery.directory.DirectoryRefusal;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

/// Fields of a form as they are read. What cannot be read is collected with its field, and a
/// stand-in lets the reading go on, so that all mistakes are told at once; [#refuse] comes before
/// anything is done with the values.
public final class FormFields {

    static final int LONGEST_TEXT = 200;

    private final Map<String, String> form;
    private final Problems problems = new Problems();

    public FormFields(Map<String, String> form) {
        this.form = form;
    }

    /// Empty if nothing is entered.
    public String text(String field) {
        var text = form.getOrDefault(field, "").strip();
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Problem.at(
                            field,
                            KernelRefusal.VALUE_TOO_LONG,
                            text.substring(0, 20) + "…",
                            text.length(),
                            LONGEST_TEXT));
        }
        return text;
    }

    /// @param ifEmpty what is refused then
    public String text(String field, RefusalCode ifEmpty) {
        var text = text(field);
        problems.require(!text.isEmpty(), field, ifEmpty, field);
        return text;
    }

    public boolean checked(String field) {
        return form.containsKey(field);
    }

    /// In English, and in German where that is entered.
    public Names names(String english, String german, RefusalCode ifEmpty) {
        var name = text(english, ifEmpty);
        var second = text(german);
        return second.isEmpty() ? new Names(Map.of("en", name)) : Names.of(name, second);
    }

    public LocalDate day(String field) {
        text(field, DirectoryRefusal.DAY_MISSING);
        var day = dayOrNone(field);
        return day == null ? LocalDate.EPOCH : day;
    }

    /// @return null if nothing is entered
    public @Nullable LocalDate dayOrNone(String field) {
        var text = text(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
            return null;
        }
    }

    /// The last day of a period is not before the first.
    public void inOrder(LocalDate from, @Nullable LocalDate until, String field) {
        problems.require(
                until == null || !until.isBefore(from),
                field,
                DirectoryRefusal.PERIOD_REVERSED,
                String.valueOf(until),
                from.toString());
    }

    /// An office there is.
    public OfficeCode office(String field, Function<OfficeCode, Office> directory) {
        return choice(
                field,
                DirectoryRefusal.OFFICE_NOT_CHOSEN,
                text -> directory.apply(new OfficeCode(text)).code(),
                new OfficeCode("X"));
    }

    /// One of a list.
    ///
    /// @param ifEmpty what is refused if none is chosen
    /// @param parse may refuse
    public <T> T choice(String field, RefusalCode ifEmpty, Function<String, T> parse, T standIn) {
        return text(field, ifEmpty).isEmpty() ? standIn : read(field, parse, standIn);
    }

    /// @param parse may refuse
    public <T> T read(String field, Function<String, T> parse, T standIn) {
        try {
            return parse.apply(text(field));
        } catch (Refusal refusal) {
            problems.attempt(
                    field,
                    () -> {
                        throw refusal;
                    });
            return standIn;
        }
    }

    /// @throws Refusal with everything that could not be read
    public void refuse() {
        problems.refuse();
    }
}
