// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Members of a body as they are read. What cannot be read is collected with its name, a stand-in
/// lets the reading go on, and [#refuse] comes before anything is done.
final class Given {

    private final Problems problems = new Problems();

    /// Empty if it is left out.
    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /// @param standIn where it is missing or cannot be read
    <T> T needed(String field, @Nullable String text, T standIn, Function<String, T> parse) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(field, KernelRefusal.VALUE_MISSING, field));
            return standIn;
        }
        try {
            return parse.apply(text.strip());
        } catch (Refusal refusal) {
            problems.attempt(
                    field,
                    () -> {
                        throw refusal;
                    });
        } catch (DateTimeException e) {
            problems.add(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
        return standIn;
    }

    Instant moment(String field, @Nullable String text) {
        return needed(field, text, Instant.EPOCH, Instant::parse);
    }

    LocalDate day(String field, @Nullable String text) {
        return needed(field, text, LocalDate.EPOCH, LocalDate::parse);
    }

    @Nullable LocalDate dayOrNone(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : day(field, text);
    }

    /// The stand-in is never kept: the problem is refused first.
    GovernmentCode government(@Nullable String text) {
        return needed("government", text, new GovernmentCode("ZZ"), GovernmentCode::new);
    }

    /// @param ifEmpty where it is left out
    <E extends Enum<E>> E word(
            Class<E> vocabulary, String field, @Nullable String text, E ifEmpty) {
        return problems.word(vocabulary, field, text(text), ifEmpty);
    }

    /// @throws Refusal with everything that could not be read
    void refuse() {
        problems.refuse();
    }
}
