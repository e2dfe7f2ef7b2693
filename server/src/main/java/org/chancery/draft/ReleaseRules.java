// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.policy.Handling;
import org.chancery.policy.Topic;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;

/// The mechanical rules of a cable (MSG), asked live while writing and again inside the release.
@Component
class ReleaseRules implements ReleaseCheck {

    private final Handling handling;
    private final Traffic traffic;
    private final Addresses addresses;
    private final Clock clock;

    ReleaseRules(Handling handling, Traffic traffic, Addresses addresses, Clock clock) {
        this.handling = handling;
        this.traffic = traffic;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Draft draft) {
        var content = draft.content();
        var today = LocalDate.now(clock);
        var expanded = addresses.expand(content, today);
        var found = new ArrayList<Check>();
        if (content.subject().isBlank()) {
            found.add(Check.blocks("subject", DraftRefusal.SUBJECT_MISSING));
        }
        if (content.paragraphs().isEmpty()) {
            found.add(Check.blocks("paragraphs", DraftRefusal.TEXT_MISSING));
        }
        topics(content, today, found);
        if (expanded.addressees().stream().noneMatch(a -> a.role() == Addressing.ACTION)) {
            found.add(Check.blocks("action", DraftRefusal.ACTION_MISSING));
        }
        expanded.problems()
                .forEach(problem -> found.add(new Check(Check.Weight.BLOCKS, problem, null)));
        var action = traffic.precedence(content.actionPrecedence());
        var info = traffic.precedence(content.infoPrecedence());
        if (info.rank() > action.rank()) {
            found.add(
                    Check.blocks(
                            "infoPrecedence",
                            DraftRefusal.INFO_PRECEDENCE_HIGHER,
                            info.code(),
                            action.code()));
        }
        marks(content, found);
        return found;
    }

    private void topics(Content content, LocalDate today, List<Check> found) {
        if (content.topics().isEmpty()) {
            found.add(Check.blocks("topics", DraftRefusal.TOPIC_MISSING));
        }
        var inForce =
                traffic.topicsInForce(today).stream().map(Topic::code).collect(Collectors.toSet());
        for (var topic : content.topics()) {
            if (!inForce.contains(topic)) {
                found.add(
                        Check.blocks(
                                "topics",
                                DraftRefusal.TOPIC_NOT_IN_FORCE,
                                topic,
                                nearest(topic, inForce)));
            }
        }
    }

    private void marks(Content content, List<Check> found) {
        int number = 0;
        for (var row : content.paragraphs()) {
            number++;
            if (handling.find(row.mark()).isEmpty()) {
                found.add(
                        Check.blocks("mark-" + row.id(), DraftRefusal.PORTION_MARK_MISSING, number)
                                .on(row.id()));
            }
        }
    }

    /// The topic in force that shares most letters in place.
    private static String nearest(String topic, Set<String> inForce) {
        return inForce.stream()
                .sorted()
                .max(Comparator.comparingInt(known -> alike(known, topic)))
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
}
