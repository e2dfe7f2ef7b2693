// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
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
    record Expanded(List<Addressee> addressees, List<Problem> problems) {}

    Expanded expand(Content content, LocalDate day) {
        var problems = new ArrayList<Problem>();
        var known = offices.byCode();
        var found = new LinkedHashMap<OfficeCode, Addressee>();
        var members = new ArrayList<OfficeCode>();
        for (var line : inOrder(content.addresses())) {
            try {
                var precedence = precedence(content, line);
                var office =
                        line.target().matches("[A-Z0-9 -]+")
                                ? known.get(new OfficeCode(line.target()))
                                : null;
                if (office != null) {
                    found.putIfAbsent(
                            office.code(),
                            new Addressee(office.code(), line.role(), precedence, ""));
                    continue;
                }
                var collective = offices.collective(line.target(), day);
                members.addAll(collective.members());
                for (var member : collective.members()) {
                    if (!content.excluded().contains(member.value())) {
                        found.putIfAbsent(
                                member,
                                new Addressee(member, line.role(), precedence, collective.code()));
                    }
                }
            } catch (Refusal refusal) {
                refusal.problems().forEach(p -> problems.add(at(line, p)));
            }
        }
        for (var excluded : content.excluded()) {
            if (members.stream().noneMatch(member -> member.value().equals(excluded))) {
                problems.add(Problem.at("excluded", DraftRefusal.EXCLUDED_NOT_MEMBER, excluded));
            }
        }
        return new Expanded(List.copyOf(found.values()), problems);
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
    private static List<AddressLine> inOrder(List<AddressLine> lines) {
        return lines.stream().sorted(java.util.Comparator.comparing(AddressLine::role)).toList();
    }

    private static Problem at(AddressLine line, Problem problem) {
        return new Problem(
                problem.code(),
                line.role() == Addressing.ACTION ? "action" : "info",
                problem.arguments());
    }
}
