// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out whom the address lines of a draft mean: collectives open to their members of the day,
/// those left out are left out, and who is both ACTION and INFO gets ACTION (MSG-005).
@Component
class Addresses {

    private final Offices offices;

    Addresses(Offices offices) {
        this.offices = offices;
    }

    /// @param problems what is wrong with the lines, empty if nothing
    /// @param overlaps lines that name for INFO who gets ACTION (MSG-005)
    record Expanded(List<Addressee> addressees, List<Problem> problems, List<Problem> overlaps) {}

    /// @param via code of the collective, empty for an office named itself
    private record Meant(String via, List<OfficeCode> offices) {}

    Expanded expand(Content content, LocalDate day) {
        var problems = new ArrayList<Problem>();
        var overlaps = new ArrayList<Problem>();
        var found = new LinkedHashMap<OfficeCode, Addressee>();
        var members = new HashSet<String>();
        var known = byTarget();
        for (var line : inOrder(content.addresses(), known)) {
            try {
                var meant = meant(line, known.get(line.target()), day, content, members);
                overlap(line, meant, found).ifPresent(overlaps::add);
                for (var office : meant.offices()) {
                    found.putIfAbsent(
                            office,
                            new Addressee(
                                    office, line.role(), precedence(content, line), meant.via()));
                }
            } catch (Refusal refusal) {
                refusal.problems().forEach(p -> problems.add(at(line, p)));
            }
        }
        content.excluded().stream()
                .filter(office -> !members.contains(office))
                .sorted()
                .map(o -> Problem.at("excluded", DraftRefusal.EXCLUDED_NOT_MEMBER, o))
                .forEach(problems::add);
        return new Expanded(List.copyOf(found.values()), problems, overlaps);
    }

    /// @param office the one the line names, null if it names a collective
    /// @param members collects the members of every collective, with those left out
    private Meant meant(
            AddressLine line,
            @Nullable OfficeCode office,
            LocalDate day,
            Content content,
            Set<String> members) {
        if (office != null) {
            return new Meant("", List.of(office));
        }
        var collective = offices.collective(line.target(), day);
        collective.members().forEach(member -> members.add(member.value()));
        return new Meant(
                collective.code(),
                collective.members().stream()
                        .filter(member -> !content.excluded().contains(member.value()))
                        .toList());
    }

    private Map<String, OfficeCode> byTarget() {
        return offices.byCode().keySet().stream()
                .collect(Collectors.toMap(OfficeCode::value, Function.identity()));
    }

    private static Optional<Problem> overlap(
            AddressLine line, Meant meant, Map<OfficeCode, Addressee> found) {
        var both =
                meant.offices().stream()
                        .filter(office -> line.role() == Addressing.INFO)
                        .filter(found::containsKey)
                        .map(found::get)
                        .filter(addressee -> addressee.role() == Addressing.ACTION)
                        .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        var through = meant.via().isEmpty() ? both.getFirst().via() : meant.via();
        return Optional.of(
                Problem.at(
                        "info",
                        DraftRefusal.ACTION_AND_INFO,
                        both.stream()
                                .map(addressee -> addressee.office().value())
                                .collect(Collectors.joining(", ")),
                        both.size(),
                        through.isEmpty() ? "none" : through));
    }

    private static String precedence(Content content, AddressLine line) {
        if (!line.precedence().isEmpty()) {
            return line.precedence();
        }
        return line.role() == Addressing.ACTION
                ? content.actionPrecedence()
                : content.infoPrecedence();
    }

    /// ACTION before INFO, offices named themselves before collectives.
    private static List<AddressLine> inOrder(
            List<AddressLine> lines, Map<String, OfficeCode> known) {
        return lines.stream()
                .sorted(
                        Comparator.comparing(AddressLine::role)
                                .thenComparing(line -> !known.containsKey(line.target())))
                .toList();
    }

    private static Problem at(AddressLine line, Problem problem) {
        return new Problem(problem.code(), field(line.role()), problem.arguments());
    }

    /// Name of the input the lines of a role are written in.
    static String field(Addressing role) {
        return switch (role) {
            case ACTION -> "action";
            case INFO -> "info";
        };
    }
}
