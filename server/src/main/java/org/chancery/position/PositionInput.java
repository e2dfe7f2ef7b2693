// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Fields of a form or of a JSON body by name, read into what the doors take. What cannot be read is
/// told at once with its field.
public final class PositionInput {

    /// Longest text of a field.
    public static final int LONGEST = 2000;

    private static final GovernmentCode NOBODY = new GovernmentCode("ZZ");

    private final Map<String, String> fields;
    private final Problems problems = new Problems();

    public PositionInput(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /// `instruction`, `government`, `ask`, `lane`, `step`, `rank`, `basis` (`FINDING:id`, `COVERAGE`),
    /// `written`, `items`, `origins`, `asOf`, `confidence`, `confidenceReason`, `approach`,
    /// `salience`, `reason`.
    ///
    /// @throws Refusal with every field that cannot be read
    public NewPosition position() {
        var read =
                new NewPosition(
                        instruction(),
                        government(),
                        text("ask"),
                        word("lane", Lane.class, Lane.WORD),
                        word("step", Step.class, Step.UNKNOWN),
                        word("rank", BasisClass.class, BasisClass.POST_ASSESSMENT),
                        basis(),
                        said("written"),
                        number("items"),
                        number("origins"),
                        day("asOf"),
                        word("confidence", Confidence.class, Confidence.LOW),
                        text("confidenceReason"),
                        either("approach", "WELCOMED", "NEUTRAL", "RESENTED"),
                        either("salience", "HIGH", "MEDIUM", "LOW"),
                        text("reason"));
        problems.refuse();
        return read;
    }

    /// `government`, `on`, `label`, `source`, `sourceUri`.
    ///
    /// @throws Refusal with every field that cannot be read
    public NewGovernmentChange change() {
        var read =
                new NewGovernmentChange(
                        government(), day("on"), text("label"), text("source"), address());
        problems.refuse();
        return read;
    }

    /// `title`, `on`, `source`, `sourceUri`, `signatories` as codes.
    ///
    /// @throws Refusal with every field that cannot be read
    public NewJointText text() {
        var read =
                new NewJointText(
                        text("title"), day("on"), text("source"), address(), signatories());
        problems.refuse();
        return read;
    }

    /// `instruction`, `ask`, `step`, `signatories`, `meant`, `reason`.
    ///
    /// @throws Refusal with every field that cannot be read
    public NewLink link() {
        var read =
                new NewLink(
                        instruction(),
                        text("ask"),
                        word("step", Step.class, Step.SUPPORTS),
                        signatories(),
                        said("meant"),
                        text("reason"));
        problems.refuse();
        return read;
    }

    private InstructionId instruction() {
        return read("instruction", InstructionId::new, new InstructionId("I-00-0000"));
    }

    private GovernmentCode government() {
        return read("government", GovernmentCode::new, NOBODY);
    }

    private NewPosition.@Nullable Filed basis() {
        var parts = text("basis").split(":", 2);
        if (parts[0].isEmpty()) {
            return null;
        }
        problems.attempt("basis", () -> parse(Basis.Kind.class, parts[0]));
        return Arrays.stream(Basis.Kind.values())
                .filter(kind -> kind.name().equals(parts[0]))
                .map(kind -> new NewPosition.Filed(kind, parts.length > 1 ? parts[1] : ""))
                .findFirst()
                .orElse(null);
    }

    private Set<GovernmentCode> signatories() {
        var codes = new TreeSet<GovernmentCode>();
        for (var code : text("signatories").split("[,;\\s]+")) {
            if (!code.isEmpty()) {
                problems.attempt("signatories", () -> codes.add(new GovernmentCode(code)));
            }
        }
        return codes;
    }

    private String address() {
        var text = text("sourceUri");
        problems.require(
                text.isEmpty() || text.startsWith("https://") || text.startsWith("http://"),
                "sourceUri",
                KernelRefusal.VALUE_UNKNOWN,
                text,
                "https://");
        return text;
    }

    private @Nullable ReducedDate day(String field) {
        return text(field).isEmpty()
                ? null
                : read(field, ReducedDate::parse, ReducedDate.of(LocalDate.EPOCH));
    }

    private @Nullable Integer number(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}")) {
            problems.add(Problem.at(field, KernelRefusal.NUMBER_MALFORMED, text));
            return null;
        }
        return Integer.valueOf(text);
    }

    private boolean said(String field) {
        return Set.of("on", "true").contains(text(field));
    }

    private String either(String field, String... known) {
        var text = text(field);
        problems.require(
                text.isEmpty() || Set.of(known).contains(text),
                field,
                KernelRefusal.VALUE_UNKNOWN,
                text,
                String.join(", ", known));
        return text;
    }

    private <E extends Enum<E>> E word(String field, Class<E> vocabulary, E standIn) {
        return read(field, text -> parse(vocabulary, text), standIn);
    }

    private static <E extends Enum<E>> E parse(Class<E> vocabulary, String text) {
        try {
            return Enum.valueOf(vocabulary, text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    KernelRefusal.VALUE_UNKNOWN,
                    text,
                    Arrays.toString(vocabulary.getEnumConstants()));
        }
    }

    private <T> T read(String field, Function<String, T> parse, T standIn) {
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

    private String text(String field) {
        var text = fields.getOrDefault(field, "").strip();
        if (text.length() > LONGEST) {
            problems.add(
                    Problem.at(
                            field,
                            KernelRefusal.VALUE_TOO_LONG,
                            text.substring(0, 20) + "…",
                            text.length(),
                            LONGEST));
            return text.substring(0, LONGEST);
        }
        return text;
    }
}
