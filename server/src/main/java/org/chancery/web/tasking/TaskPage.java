// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.cable.Mrn;
import org.chancery.directory.Government;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Problem;
import org.chancery.task.DueChange;
import org.chancery.task.Reminder;
import org.chancery.task.Task;
import org.chancery.task.TaskEvent;
import org.chancery.task.TaskRequest;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;

/// A task as its page shows it: what is owed, what was done about it, and what the reader may do.
///
/// @param mine it is of the reader's office, and they may act on it
/// @param issuer the reader decides on it for the office that gave it
/// @param requests what waits for a decision
/// @param moved due times that supplements moved, of the supplements the reader may read
/// @param coverable tasks of constituent posts the same answer could end
/// @param staff of the reader's office
public record TaskPage(
        Task task,
        Instruction instruction,
        Government government,
        boolean mine,
        boolean issuer,
        List<TaskEvent> history,
        List<Reminder> reminders,
        List<TaskRequest> requests,
        List<DueChange> moved,
        List<Task> coverable,
        List<StaffMember> staff,
        Map<OfficeCode, Office> offices) {

    /// What was entered and refused, to be shown again.
    ///
    /// @param act whose form it was, empty for none
    /// @param problems with the identities of the fields on the page: `decline-reason`
    public record Entered(String act, Map<String, String> form, List<Problem> problems) {

        public static final Entered NONE = new Entered("", Map.of(), List.of());

        /// Identity of a field on the page, where several forms have a reason.
        public static String id(String act, String field) {
            return act + "-" + field;
        }

        public String value(String act, String field) {
            return act.equals(this.act) ? form.getOrDefault(field, "") : "";
        }

        public List<Problem> at(String act, String field) {
            return problems.stream().filter(p -> p.field().equals(id(act, field))).toList();
        }
    }

    /// Posts a task could be handed to, by name.
    public List<Office> otherPosts(Page page) {
        return offices.values().stream()
                .filter(office -> office instanceof Office.Post)
                .filter(office -> !office.code().equals(task.office()))
                .sorted((a, b) -> page.t(a.names()).compareTo(page.t(b.names())))
                .toList();
    }

    /// One act of the history as a sentence in the reader's language. People are named to their own
    /// office; elsewhere the office speaks.
    public String sentence(TaskEvent event, Page page) {
        var due = event.due();
        var times = page.times();
        return page.t(
                "task.act." + event.act().name(),
                who(event, page),
                event.offices().stream().map(o -> name(o, page)).collect(Collectors.joining(", ")),
                person(event.person(), page),
                due == null ? "" : times.dayAndTime(due.before()),
                due == null ? "" : times.dayAndTime(due.after()));
    }

    /// The cable that moved the due time in this act, null if none did or the reader may not read it.
    public @Nullable Mrn movedBy(TaskEvent event) {
        return moved.stream()
                .filter(change -> event.act() == TaskEvent.Act.DUE_MOVED)
                .filter(change -> change.at().equals(event.at()))
                .map(DueChange::by)
                .findFirst()
                .orElse(null);
    }

    private String who(TaskEvent event, Page page) {
        var office = name(event.office(), page);
        return staff.stream()
                .filter(member -> member.signIn().equals(event.by()))
                .filter(member -> member.office().equals(event.office()))
                .map(member -> member.displayName() + ", " + office)
                .findFirst()
                .orElse(office);
    }

    private String person(@Nullable StaffId person, Page page) {
        return staff.stream()
                .filter(member -> member.id().equals(person))
                .map(StaffMember::displayName)
                .findFirst()
                .orElse(page.t("task.colleague"));
    }

    /// Who has the task, as far as the reader may know.
    public String assignee(Page page) {
        return task.assignee() == null ? "" : person(task.assignee(), page);
    }

    public String name(OfficeCode code, Page page) {
        var office = offices.get(code);
        return office == null ? code.value() : page.t(office.names());
    }

    /// Whether the reader decides on the request: as issuer, or for the post asked.
    public boolean decides(TaskRequest request, Page page) {
        return request.wish() instanceof TaskRequest.Wish.Transfer(var to)
                ? page.actor() != null
                        && page.actor().office().equals(to)
                        && page.may(org.chancery.access.Permission.REPORT)
                : issuer;
    }
}
