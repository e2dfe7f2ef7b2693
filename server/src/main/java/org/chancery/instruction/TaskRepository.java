// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TaskRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TaskRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// All tasks of a release in one statement.
    void insert(Instruction instruction, List<Task> tasks) {
        jdbc.sql(
                        """
                        insert into instruction.task
                               (id, instruction, requirement, text, form, office, government, round,
                                due_at, state)
                        select cast(t ->> 'id' as uuid), :instruction, t ->> 'requirement',
                               t ->> 'text', t ->> 'form', t ->> 'office', t ->> 'government',
                               cast(t ->> 'round' as int), cast(t ->> 'due' as timestamptz), 'OPEN'
                          from jsonb_array_elements(cast(:tasks as jsonb)) as t
                        """)
                .param("instruction", instruction.id().value())
                .param("tasks", json.writeValueAsString(tasks.stream().map(TaskRow::of).toList()))
                .update();
    }

    private record TaskRow(
            String id,
            String requirement,
            String text,
            String form,
            String office,
            String government,
            int round,
            String due) {

        static TaskRow of(Task task) {
            return new TaskRow(
                    task.id().toString(),
                    task.requirement(),
                    task.text(),
                    task.form().name(),
                    task.office().value(),
                    task.government().value(),
                    task.round(),
                    task.due().toString());
        }
    }

    /// By due time.
    ///
    /// @param office null for all
    /// @param instruction null for all
    List<Task> tasks(
            @Nullable OfficeCode office,
            @Nullable InstructionId instruction,
            boolean openOnly,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select t.id, t.instruction, i.subject, t.requirement, t.text, t.form,
                               t.office, t.government, t.round, t.due_at, t.state, t.by_name, t.at,
                               t.note
                          from instruction.task t join instruction.instruction i
                            on i.id = t.instruction
                         where (cast(:office as text) is null or t.office = :office)
                           and (cast(:instruction as text) is null or t.instruction = :instruction)
                           and (not :openOnly or t.state in ('OPEN', 'ACCEPTED'))
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by t.due_at, t.requirement, t.government, t.id
                         limit 5000
                        """)
                .param("office", office == null ? null : office.value())
                .param("instruction", instruction == null ? null : instruction.value())
                .param("openOnly", openOnly)
                .params(reader.params())
                .query(TaskRepository::toTask)
                .list();
    }

    Optional<Task> task(TaskId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select t.id, t.instruction, i.subject, t.requirement, t.text, t.form,
                               t.office, t.government, t.round, t.due_at, t.state, t.by_name, t.at,
                               t.note
                          from instruction.task t join instruction.instruction i
                            on i.id = t.instruction
                         where t.id = :id
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(TaskRepository::toTask)
                .optional();
    }

    /// Holds the task until the transaction ends.
    Optional<Task> lock(TaskId id, ReadScope reader) {
        jdbc.sql("select 1 from instruction.task where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return task(id, reader);
    }

    @Unscoped("part of the release that takes the instruction back, shown to nobody")
    List<Task> allTasks(InstructionId instruction) {
        return jdbc.sql(
                        """
                        select t.id, t.instruction, i.subject, t.requirement, t.text, t.form,
                               t.office, t.government, t.round, t.due_at, t.state, t.by_name, t.at,
                               t.note
                          from instruction.task t join instruction.instruction i
                            on i.id = t.instruction
                         where t.instruction = :instruction
                         order by t.due_at, t.requirement, t.government, t.id
                           for update of t
                        """)
                .param("instruction", instruction.value())
                .query(TaskRepository::toTask)
                .list();
    }

    void update(TaskId id, TaskState state) {
        var facts =
                switch (state) {
                    case TaskState.Open() -> new String[] {"", ""};
                    case TaskState.Accepted(var by, _) -> new String[] {by, ""};
                    case TaskState.Declined(var by, _, var reason) -> new String[] {by, reason};
                    case TaskState.Answered(var by, _, var answer) -> new String[] {by, answer};
                    case TaskState.Waived(var by, _, var reason) -> new String[] {by, reason};
                };
        var at =
                switch (state) {
                    case TaskState.Open() -> null;
                    case TaskState.Accepted(_, var when) -> when;
                    case TaskState.Declined(_, var when, _) -> when;
                    case TaskState.Answered(_, var when, _) -> when;
                    case TaskState.Waived(_, var when, _) -> when;
                };
        jdbc.sql(
                        """
                        update instruction.task
                           set state = :state, by_name = :by, at = :at, note = :note
                         where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.code())
                .param("by", facts[0])
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("note", facts[1])
                .update();
    }

    private static Task toTask(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new InstructionId(row.getString("instruction")),
                row.getString("subject"),
                row.getString("requirement"),
                row.getString("text"),
                ReportingRequirement.Form.valueOf(row.getString("form")),
                new OfficeCode(row.getString("office")),
                new GovernmentCode(row.getString("government")),
                row.getInt("round"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                state(row));
    }

    private static TaskState state(ResultSet row) throws SQLException {
        var by = row.getString("by_name");
        var at = row.getObject("at", OffsetDateTime.class);
        Instant when = at == null ? Instant.EPOCH : at.toInstant();
        var note = row.getString("note");
        return switch (row.getString("state")) {
            case "OPEN" -> new TaskState.Open();
            case "ACCEPTED" -> new TaskState.Accepted(by, when);
            case "DECLINED" -> new TaskState.Declined(by, when, note);
            case "ANSWERED" -> new TaskState.Answered(by, when, note);
            case "WAIVED" -> new TaskState.Waived(by, when, note);
            default -> throw new IllegalStateException("task state " + row.getString("state"));
        };
    }
}
