// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;

/// What the policy says of cables as they travel.
///
/// @param precedences from lowest to highest
/// @param topics all there ever were, with their days in force
/// @param types of cable, the first is the one a blank draft starts with
public record Traffic(
        List<Precedence> precedences,
        List<Topic> topics,
        List<CableType> types,
        List<Letterhead> letterheads) {

    public Traffic {
        precedences = List.copyOf(precedences);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        letterheads = List.copyOf(letterheads);
    }

    public Optional<Precedence> findPrecedence(String code) {
        return precedences.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /// @throws Refusal `VALUE_UNKNOWN` if the policy file has no such precedence
    public Precedence precedence(String code) {
        return findPrecedence(code)
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

    public List<Topic> topicsInForce(LocalDate day) {
        return topics.stream().filter(topic -> topic.inForce(day)).toList();
    }

    public Optional<CableType> type(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /// The letterhead a type of cable is printed on; an unknown type is printed on the first.
    public Letterhead letterhead(String type) {
        var code = type(type).map(CableType::letterhead).orElse("");
        return letterheads.stream()
                .filter(head -> head.code().equals(code))
                .findFirst()
                .orElseGet(letterheads::getFirst);
    }
}
