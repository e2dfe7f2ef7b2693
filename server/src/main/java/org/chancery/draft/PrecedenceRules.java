// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.kernel.KernelRefusal;
import org.chancery.policy.Precedence;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;

/// How fast a cable may go: INFO never faster than ACTION, and what wakes people is justified and
/// released by somebody who may (MSG-006 to MSG-008).
@Component
class PrecedenceRules implements ReleaseCheck {

    /// What justifies paragraph 1: its heading, or a word in it followed by a colon and the reason.
    private static final Pattern WORD =
            Pattern.compile(
                    "\\b(justification|begründung)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SENTENCE =
            Pattern.compile(WORD.pattern() + "\\s*[:.–—-]\\s*\\S.{9,}", WORD.flags());

    private final Traffic traffic;

    PrecedenceRules(Traffic traffic) {
        this.traffic = traffic;
    }

    /// A precedence somewhere on the cable.
    ///
    /// @param field where it is written
    private record Use(String field, Addressing role, String code) {}

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        var uses = uses(content);
        for (var use : uses) {
            if (traffic.findPrecedence(use.code()).isEmpty()) {
                found.add(unknown(use));
            }
        }
        highest(content)
                .ifPresent(
                        action ->
                                uses.stream()
                                        .filter(use -> use.role() == Addressing.INFO)
                                        .forEach(use -> info(use, action, found)));
        urgent(content)
                .filter(precedence -> !justified(content))
                .ifPresent(precedence -> found.add(unjustified(content, precedence)));
        return found;
    }

    @Override
    public List<Check> check(Draft draft, Actor releaser) {
        return urgent(draft.content())
                .filter(precedence -> !releaser.may(Permission.RELEASE_URGENT))
                .map(
                        precedence ->
                                Check.blocks(
                                        "actionPrecedence",
                                        DraftRefusal.MAY_NOT_RELEASE_AT,
                                        precedence.code()))
                .stream()
                .toList();
    }

    private static List<Use> uses(Content content) {
        var uses = new ArrayList<Use>();
        uses.add(new Use("actionPrecedence", Addressing.ACTION, content.actionPrecedence()));
        uses.add(new Use("infoPrecedence", Addressing.INFO, content.infoPrecedence()));
        content.addresses().stream()
                .filter(line -> !line.precedence().isEmpty())
                .map(line -> new Use(Addresses.field(line.role()), line.role(), line.precedence()))
                .forEach(uses::add);
        return uses;
    }

    private Check unknown(Use use) {
        var known = traffic.precedences().stream().map(Precedence::code).toList();
        return Check.blocks(
                use.field(), KernelRefusal.VALUE_UNKNOWN, use.code(), String.join(", ", known));
    }

    private void info(Use use, Precedence action, List<Check> found) {
        var precedence = traffic.findPrecedence(use.code());
        if (precedence.isEmpty()) {
            return;
        }
        if (precedence.get().rank() > action.rank()) {
            found.add(
                    Check.blocks(
                            use.field(),
                            DraftRefusal.INFO_PRECEDENCE_HIGHER,
                            use.code(),
                            action.code()));
        }
        if (precedence.get().actionOnly()) {
            found.add(Check.blocks(use.field(), DraftRefusal.ACTION_ONLY, use.code()));
        }
    }

    /// The highest precedence of an ACTION addressee.
    private Optional<Precedence> highest(Content content) {
        return uses(content).stream()
                .filter(use -> use.role() == Addressing.ACTION)
                .flatMap(use -> traffic.findPrecedence(use.code()).stream())
                .max(java.util.Comparator.comparingInt(Precedence::rank));
    }

    /// The highest precedence on the cable that needs a justification.
    private Optional<Precedence> urgent(Content content) {
        return uses(content).stream()
                .flatMap(use -> traffic.findPrecedence(use.code()).stream())
                .filter(Precedence::justified)
                .max(java.util.Comparator.comparingInt(Precedence::rank));
    }

    private static boolean justified(Content content) {
        return content.paragraphs().stream().findFirst().filter(PrecedenceRules::says).isPresent();
    }

    private static boolean says(Paragraph first) {
        return SENTENCE.matcher(first.text()).find()
                || WORD.matcher(first.heading()).find() && !first.text().isBlank();
    }

    private static Check unjustified(Content content, Precedence precedence) {
        var field =
                content.paragraphs().stream()
                        .findFirst()
                        .map(first -> "text-" + first.id())
                        .orElse("actionPrecedence");
        return Check.blocks(field, DraftRefusal.JUSTIFICATION_MISSING, precedence.code());
    }
}
