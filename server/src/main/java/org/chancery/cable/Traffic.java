// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.access.Policy;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// The part of the policy file that is about cables: precedences, topics, who must clear.
@Component
public class Traffic {

    private final List<Precedence> precedences;
    private final List<Topic> topics;
    private final List<OfficeCode> clearersOfInstructions;

    Traffic(Policy policy) {
        var inOrder = new ArrayList<Precedence>();
        for (var entry : policy.list("precedences")) {
            inOrder.add(precedence(inOrder.size(), entry));
        }
        precedences = List.copyOf(inOrder);
        topics =
                policy.list("topics").stream()
                        .map(entry -> new Topic(Policy.text(entry, "code"), Policy.names(entry)))
                        .toList();
        clearersOfInstructions =
                policy.list("clearers").stream()
                        .map(entry -> new OfficeCode(Policy.text(entry, "office")))
                        .toList();
    }

    /// From lowest to highest.
    public List<Precedence> precedences() {
        return precedences;
    }

    public List<Topic> topics() {
        return topics;
    }

    /// Offices that clear every cable of headquarters that asks something of posts.
    public List<OfficeCode> clearersOfInstructions() {
        return clearersOfInstructions;
    }

    /// @throws Refusal `VALUE_UNKNOWN` if the policy file has no such precedence
    public Precedence precedence(String code) {
        return precedences.stream()
                .filter(precedence -> precedence.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        KernelRefusal.VALUE_UNKNOWN,
                                        code,
                                        String.join(
                                                ", ",
                                                precedences.stream()
                                                        .map(Precedence::code)
                                                        .toList())));
    }

    private static Precedence precedence(int rank, Map<String, Object> entry) {
        return new Precedence(
                Policy.text(entry, "code"),
                rank,
                Policy.text(entry, "letter"),
                Duration.parse(Policy.text(entry, "handling")),
                Boolean.parseBoolean(Policy.text(entry, "nightAction")),
                Policy.names(entry));
    }
}
