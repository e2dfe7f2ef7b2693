// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.finding.ReportState;
import org.chancery.finding.Reports;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.springframework.stereotype.Component;

/// Door to who has delivered what. Headquarters sees every row whole; a post its own, and of the
/// others only whether they have delivered.
@Component
public class Coverages {

    private final Instructions instructions;
    private final Tasks tasks;
    private final Demarches demarches;
    private final Reports reports;
    private final DeliveredRepository delivered;
    private final PictureRepository repository;
    private final Clock clock;

    Coverages(
            Instructions instructions,
            Tasks tasks,
            Demarches demarches,
            Reports reports,
            DeliveredRepository delivered,
            PictureRepository repository,
            Clock clock) {
        this.instructions = instructions;
        this.tasks = tasks;
        this.demarches = demarches;
        this.reports = reports;
        this.delivered = delivered;
        this.repository = repository;
        this.clock = clock;
    }

    /// By now.
    ///
    /// @param instruction as the reader was given it
    public Coverage of(Instruction instruction, ReadScope reader) {
        return of(instruction, new Clocks(LocalDate.MAX, clock.instant()), reader);
    }

    /// As far as we knew.
    ///
    /// @param instruction as the reader was given it
    public Coverage of(Instruction instruction, Clocks clocks, ReadScope reader) {
        if (instruction.releasedAt().isAfter(clocks.knownAt())) {
            return new Coverage(List.of());
        }
        var last = new HashMap<String, Demarche>();
        for (var demarche : demarches.of(instruction.id(), reader)) {
            if (clocks.cover(demarche.what().deliveredAt(), demarche.recordedAt())) {
                last.putIfAbsent(demarche.office() + "|" + demarche.what().government(), demarche);
            }
        }
        var owed = new LinkedHashMap<String, List<Task>>();
        for (var task : tasks.of(instruction.id(), reader)) {
            owed.computeIfAbsent(task.office() + "|" + task.government(), key -> new ArrayList<>())
                    .add(task);
        }
        var done = delivered.of(instruction.id(), clocks);
        var duties = duties(instruction, clocks, reader);
        var all = instructions.headquarters(reader);
        var points = new HashMap<OfficeCode, Integer>();
        return new Coverage(
                owed.entrySet().stream()
                        .map(
                                entry -> {
                                    var key = entry.getKey();
                                    var office = entry.getValue().getFirst().office();
                                    return all || reader.offices().contains(office)
                                            ? whole(
                                                    entry.getValue(),
                                                    Optional.ofNullable(last.get(key)),
                                                    duties.getOrDefault(key, List.of()),
                                                    points.computeIfAbsent(
                                                            office,
                                                            code -> points(instruction, code)))
                                            : other(entry.getValue(), done.contains(key));
                                })
                        .toList());
    }

    private Map<String, List<Coverage.Duty>> duties(
            Instruction instruction, Clocks clocks, ReadScope reader) {
        return repository
                .duties(
                        instruction.id(),
                        clocks,
                        nil(instruction, clocks.knownAt(), reader),
                        reader)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.office() + "|" + row.government(),
                                Collectors.mapping(
                                        PictureRepository.DutyRow::duty, Collectors.toList())));
    }

    private Set<String> nil(Instruction instruction, Instant knownAt, ReadScope reader) {
        return reports.of(instruction.id(), reader).stream()
                .filter(report -> report.state() instanceof ReportState.Nil)
                .filter(report -> !report.filedAt().isAfter(knownAt))
                .map(report -> report.office() + "|" + report.requirement())
                .collect(Collectors.toSet());
    }

    private int points(Instruction instruction, OfficeCode office) {
        return instructions.pointsFor(instruction, office).size();
    }

    private static Coverage.Row whole(
            List<Task> tasks, Optional<Demarche> last, List<Coverage.Duty> duties, int points) {
        var first = tasks.getFirst();
        var byRequirement = new HashMap<String, Task>();
        for (var task : tasks) {
            byRequirement.merge(task.requirement(), task, (a, b) -> a.state().ended() ? b : a);
        }
        return new Coverage.Row(
                first.office(),
                first.government(),
                true,
                last.isPresent(),
                last,
                byRequirement,
                duties,
                points);
    }

    private static Coverage.Row other(List<Task> tasks, boolean delivered) {
        var first = tasks.getFirst();
        return new Coverage.Row(
                first.office(),
                first.government(),
                false,
                delivered,
                Optional.empty(),
                Map.of(),
                List.of(),
                0);
    }
}
