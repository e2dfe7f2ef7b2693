// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Handling;
import org.chancery.kernel.Problem;
import org.chancery.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The mechanical rules of a cable (MSG), asked live while writing and again inside the release.
@Component
class ReleaseRules {

    private final Handling handling;
    private final Traffic traffic;

    ReleaseRules(Handling handling, Traffic traffic) {
        this.handling = handling;
        this.traffic = traffic;
    }

    List<Check> check(Content content, Addresses.Expanded expanded) {
        var found = new Found();
        found.blockIf(content.subject().isBlank(), "subject", CableRefusal.SUBJECT_MISSING);
        found.blockIf(content.paragraphs().isEmpty(), "paragraphs", CableRefusal.TEXT_MISSING);
        topics(content, found);
        found.blockIf(
                expanded.addressees().stream().noneMatch(a -> a.role() == Addressing.ACTION),
                "action",
                CableRefusal.ACTION_MISSING);
        expanded.problems().forEach(problem -> found.add(Check.Weight.BLOCKS, problem, null));
        var action = traffic.precedence(content.actionPrecedence());
        var info = traffic.precedence(content.infoPrecedence());
        found.blockIf(
                info.rank() > action.rank(),
                "infoPrecedence",
                CableRefusal.INFO_PRECEDENCE_HIGHER,
                info.code(),
                action.code());
        marks(content, found);
        return found.checks;
    }

    private void topics(Content content, Found found) {
        found.blockIf(content.topics().isEmpty(), "topics", CableRefusal.TOPIC_MISSING);
        var inForce = traffic.topics().stream().map(Topic::code).collect(Collectors.toSet());
        for (var topic : content.topics()) {
            found.blockIf(
                    !inForce.contains(topic),
                    "topics",
                    CableRefusal.TOPIC_NOT_IN_FORCE,
                    topic,
                    nearest(topic, inForce));
        }
    }

    private void marks(Content content, Found found) {
        int number = 0;
        for (var row : content.paragraphs()) {
            number++;
            if (handling.find(row.mark()).isEmpty()) {
                found.add(
                        Check.Weight.BLOCKS,
                        Problem.at("mark-" + row.id(), CableRefusal.PORTION_MARK_MISSING, number),
                        row.id());
            }
        }
    }

    /// The topic in force that shares most letters in place.
    private static String nearest(String topic, Set<String> inForce) {
        return inForce.stream()
                .sorted()
                .max(java.util.Comparator.comparingInt(known -> alike(known, topic)))
                .orElse("");
    }

    private static int alike(String left, String right) {
        var letters = right.chars().boxed().collect(Collectors.toSet());
        int same = 0;
        for (int i = 0; i < left.length(); i++) {
            if (i < right.length() && left.charAt(i) == right.charAt(i)) {
                same += 2;
            } else if (letters.contains((int) left.charAt(i))) {
                same++;
            }
        }
        return same;
    }

    /// Rank of the highest mark in subject and text: the banner is never lower (MSG-013).
    int banner(Content content) {
        return content.marks()
                .flatMap(mark -> handling.find(mark).stream())
                .mapToInt(Handling.Level::rank)
                .max()
                .orElse(0);
    }

    private static final class Found {
        private final List<Check> checks = new ArrayList<>();

        private void add(Check.Weight weight, Problem problem, @Nullable UUID paragraph) {
            checks.add(new Check(weight, problem, paragraph));
        }

        private void blockIf(
                boolean condition, String field, RefusalCode code, Object... arguments) {
            if (condition) {
                add(Check.Weight.BLOCKS, Problem.at(field, code, arguments), null);
            }
        }
    }
}
