// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Timing;
import org.chancery.directory.Calendar;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Opens what posts owe: one task per ACTION post, requirement, government and round. INFO
/// addressees owe nothing (TSK-001).
@Component
class TaskOpening {

    private final TaskRepository repository;
    private final Instructions instructions;
    private final Offices offices;

    TaskOpening(TaskRepository repository, Instructions instructions, Offices offices) {
        this.repository = repository;
        this.instructions = instructions;
        this.offices = offices;
    }

    /// In one statement, however many posts there are.
    ///
    /// @param answered tasks that are not asked again
    void open(Instruction instruction, Cable cable, List<Task> answered) {
        var known = offices.byCode();
        var calendars = offices.calendars();
        var tasks =
                cable.addressees().stream()
                        .filter(addressee -> addressee.role() == Addressing.ACTION)
                        .flatMap(
                                addressee ->
                                        known.get(addressee.office()) instanceof Office.Post post
                                                ? tasks(
                                                        instruction,
                                                        cable,
                                                        addressee,
                                                        post,
                                                        calendars)
                                                : Stream.of())
                        .filter(task -> answered.stream().noneMatch(task::asksTheSameAs))
                        .toList();
        repository.insert(instruction, tasks);
    }

    private static Stream<Task> tasks(
            Instruction instruction,
            Cable cable,
            Addressee addressee,
            Office.Post post,
            Map<OfficeCode, Calendar> calendars) {
        var calendar = Objects.requireNonNull(calendars.get(post.code()));
        var tasks = new ArrayList<Task>();
        for (var requirement : instruction.requirements()) {
            for (var government : post.accreditedTo()) {
                for (int round = 1; round <= requirement.due().size(); round++) {
                    tasks.add(
                            new Task(
                                    new TaskId(UUID.randomUUID()),
                                    instruction.id(),
                                    instruction.subject(),
                                    requirement.label(),
                                    requirement.text(),
                                    requirement.form(),
                                    post.code(),
                                    government,
                                    round,
                                    due(requirement, round, calendar, cable.content().timing()),
                                    new TaskState.Open(),
                                    TaskKind.of(requirement.form()),
                                    addressee.precedence(),
                                    instruction.cable().toString(),
                                    instruction.from(),
                                    null));
                }
            }
        }
        return tasks.stream();
    }

    /// Close of business at the post on the day of the requirement; the first answer of a
    /// requirement is due earlier if the whole cable wants a reply, or to be on the desk, before.
    private static Instant due(
            ReportingRequirement requirement, int round, Calendar calendar, Timing timing) {
        var closing = calendar.closing(requirement.due().get(round - 1));
        return round > 1
                ? closing
                : Stream.of(timing.replyBy(), timing.deskBy())
                        .filter(Objects::nonNull)
                        .filter(closing::isAfter)
                        .min(Instant::compareTo)
                        .orElse(closing);
    }

    /// The next answer to a requirement that comes back; it is there already if the task was
    /// answered before and opened again.
    void openNext(Task answered, ReadScope reader) {
        var instruction = instructions.get(answered.instruction(), reader);
        var calendar = offices.calendar(answered.office());
        var due = LocalDate.ofInstant(answered.due(), calendar.zone());
        instruction.requirements().stream()
                .filter(requirement -> requirement.label().equals(answered.requirement()))
                .findFirst()
                .flatMap(requirement -> requirement.after(due))
                .map(
                        day ->
                                answered.with(
                                        new TaskId(UUID.randomUUID()),
                                        answered.office(),
                                        answered.round() + 1,
                                        calendar.closing(day)))
                .filter(next -> !repository.owes(next.office(), next))
                .ifPresent(next -> repository.insert(instruction, List.of(next)));
    }

    /// The same task of another post, taken over with its due time.
    ///
    /// @throws Refusal `OWES_IT_ALREADY` if that post owes the same for the same government
    TaskId openFor(OfficeCode post, Task task, ReadScope reader) {
        if (repository.owes(post, task)) {
            throw new Refusal(TaskRefusal.OWES_IT_ALREADY, post.value());
        }
        var instruction = instructions.get(task.instruction(), reader);
        var id = new TaskId(UUID.randomUUID());
        repository.insert(instruction, List.of(task.with(id, post, task.round(), task.due())));
        return id;
    }
}
