// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.kernel.KernelRefusal;
import org.chancery.policy.CableType;
import org.chancery.policy.Policy;
import org.chancery.policy.Topic;
import org.springframework.stereotype.Component;

/// What every cable must have: subject, topics in force, somebody to act, and a text with a summary
/// where it is long (MSG-002 to MSG-004, MSG-010, MSG-011).
@Component
class HeaderRules implements ReleaseCheck {

    private final Policy policy;
    private final Addresses addresses;
    private final Clock clock;

    HeaderRules(Policy policy, Addresses addresses, Clock clock) {
        this.policy = policy;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var today = LocalDate.now(clock);
        var found = new ArrayList<Check>();
        if (content.subject().isBlank()) {
            found.add(Check.blocks("subject", DraftRefusal.SUBJECT_MISSING));
        }
        topics(content, today, found);
        somebody(content, today, found);
        text(content, found);
        return found;
    }

    private void topics(Content content, LocalDate today, List<Check> found) {
        if (content.topics().isEmpty()) {
            found.add(Check.blocks("topics", DraftRefusal.TOPIC_MISSING));
        }
        var inForce =
                policy.traffic().topicsInForce(today).stream()
                        .map(Topic::code)
                        .collect(Collectors.toSet());
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

    private void somebody(Content content, LocalDate today, List<Check> found) {
        var type = policy.traffic().type(content.type());
        if (type.isEmpty()) {
            var known = policy.traffic().types().stream().map(CableType::code).toList();
            found.add(
                    Check.blocks(
                            "type",
                            KernelRefusal.VALUE_UNKNOWN,
                            content.type(),
                            String.join(", ", known)));
        }
        var addressees = addresses.expand(content, today).addressees();
        if (type.map(CableType::informationOnly).orElse(false)) {
            if (addressees.isEmpty()) {
                found.add(Check.blocks("info", DraftRefusal.ADDRESSEE_MISSING));
            }
        } else if (addressees.stream().noneMatch(a -> a.role() == Addressing.ACTION)) {
            found.add(Check.blocks("action", DraftRefusal.ACTION_MISSING));
        }
    }

    private void text(Content content, List<Check> found) {
        var rows = content.paragraphs();
        if (rows.stream().allMatch(row -> row.text().isBlank())) {
            found.add(Check.blocks("paragraphs", DraftRefusal.TEXT_MISSING));
            return;
        }
        var length = rows.stream().mapToInt(row -> row.text().length()).sum();
        if (length > policy.limits().summaryOver()
                && rows.stream().noneMatch(row -> row.is("SUMMARY") && !row.text().isBlank())) {
            found.add(
                    Check.blocks(
                            "text-" + rows.getFirst().id(),
                            DraftRefusal.LONG_WITHOUT_SUMMARY,
                            policy.limits().summaryOver()));
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
