// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Task;
import org.chancery.instruction.Tasks;
import org.springframework.stereotype.Component;

/// Door to who has delivered what. Headquarters sees every row whole; a post its own, and of the
/// others only whether they have delivered.
@Component
public class Coverages {

    private final Instructions instructions;
    private final Tasks tasks;
    private final Demarches demarches;
    private final DeliveredRepository delivered;

    Coverages(
            Instructions instructions,
            Tasks tasks,
            Demarches demarches,
            DeliveredRepository delivered) {
        this.instructions = instructions;
        this.tasks = tasks;
        this.demarches = demarches;
        this.delivered = delivered;
    }

    /// @param instruction as the reader was given it
    public Coverage of(Instruction instruction, ReadScope reader) {
        var last = new HashMap<String, Demarche>();
        for (var demarche : demarches.of(instruction.id(), reader)) {
            last.putIfAbsent(demarche.office() + "|" + demarche.what().government(), demarche);
        }
        var owed = new LinkedHashMap<String, List<Task>>();
        for (var task : tasks.of(instruction.id(), reader)) {
            owed.computeIfAbsent(task.office() + "|" + task.government(), key -> new ArrayList<>())
                    .add(task);
        }
        var done = delivered.of(instruction.id());
        var all = instructions.headquarters(reader);
        var points = new HashMap<OfficeCode, Integer>();
        return new Coverage(
                owed.entrySet().stream()
                        .map(
                                entry -> {
                                    var office = entry.getValue().getFirst().office();
                                    return all || reader.offices().contains(office)
                                            ? whole(
                                                    entry.getValue(),
                                                    Optional.ofNullable(last.get(entry.getKey())),
                                                    points.computeIfAbsent(
                                                            office,
                                                            code -> points(instruction, code)))
                                            : other(entry.getValue(), done, entry.getKey());
                                })
                        .toList());
    }

    private int points(Instruction instruction, OfficeCode office) {
        return instructions.pointsFor(instruction, office).size();
    }

    private static Coverage.Row whole(List<Task> tasks, Optional<Demarche> last, int points) {
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
                points);
    }

    private static Coverage.Row other(List<Task> tasks, Set<String> done, String key) {
        var first = tasks.getFirst();
        return new Coverage.Row(
                first.office(),
                first.government(),
                false,
                done.contains(key),
                Optional.empty(),
                Map.of(),
                0);
    }
}
