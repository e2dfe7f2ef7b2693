// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;
import static org.chancery.kernel.Timestamps.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TaskRepository {

    /// Before the earliest task.
    static final TimeKey START = new TimeKey(Instant.EPOCH, new UUID(0, 0));

    private static final String TASKS =
            """
            select t.id, t.instruction, i.subject, i.mrn, i.from_office, t.requirement,
                   t.text, t.form, t.office, t.government, t.round, t.due_at, t.kind,
                   t.precedence, t.state, t.assignee, t.by_name, t.at, t.note
              from task.task t join instruction.pub_instruction i
                on i.id = t.instruction
            """;

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
                        insert into task.task
                               (id, instruction, requirement, text, form, office, government, round,
                                due_at, kind, precedence, state)
                        select cast(t ->> 'id' as uuid), :instruction, t ->> 'requirement',
                               t ->> 'text', t ->> 'form', t ->> 'office', t ->> 'government',
                               cast(t ->> 'round' as int), cast(t ->> 'due' as timestamptz),
                               t ->> 'kind', t ->> 'precedence', 'OPEN'
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
            String due,
            String kind,
            String precedence) {

        static TaskRow of(Task task) {
            return new TaskRow(
                    task.id().toString(),
                    task.requirement(),
                    task.text(),
                    task.form().name(),
                    task.office().value(),
                    task.government().value(),
                    task.round(),
                    task.due().toString(),
                    task.kind().name(),
                    task.precedence());
        }
    }

    /// By due time, from just after the last row seen.
    List<Task> page(TaskQuestion question, TimeKey after, int limit, ReadScope reader) {
        var office = question.office();
        var instruction = question.instruction();
        var assignee = question.assignee();
        return jdbc.sql(
                        TASKS
                                + """
                         where (cast(:office as text) is null or t.office = :office)
                           and (cast(:instruction as text) is null or t.instruction = :instruction)
                           and (cast(:issuers as text[]) = '{}'
                                or i.from_office = any (cast(:issuers as text[])))
                           and (cast(:states as text[]) = '{}'
                                or t.state = any (cast(:states as text[])))
                           and (cast(:before as timestamptz) is null or t.due_at < :before)
                           and (cast(:assignee as uuid) is null
                                or t.assignee = cast(:assignee as uuid))
                           and (not :untaken or t.assignee is null)
                           and (t.due_at, t.id) > (:afterAt, :afterId)
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by t.due_at, t.id
                         limit :limit
                        """)
                .param("office", office == null ? null : office.value())
                .param("instruction", instruction == null ? null : instruction.value())
                .param(
                        "issuers",
                        question.issuers().stream()
                                .map(OfficeCode::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("states", question.states().stream().sorted().toArray(String[]::new))
                .param("before", utcOrNull(question.dueBefore()))
                .param("assignee", assignee == null ? null : assignee.value().toString())
                .param("untaken", question.untaken())
                .param("afterAt", utc(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .params(reader.params())
                .query(TaskRepository::toTask)
                .list();
    }

    /// How many tasks lie with a post.
    int countAtPost(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select count(*)
                          from task.task t join instruction.pub_instruction i
                            on i.id = t.instruction
                         where t.office = :office
                           and t.state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED')
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .params(reader.params())
                .query(Integer.class)
                .single();
    }

    /// Tasks that lie with posts, by post and week of their due time in UTC.
    List<TaskLoad.Cell> load(ReadScope reader) {
        return jdbc.sql(
                        """
                        select t.office, cast(date_trunc('week', t.due_at, 'UTC') at time zone 'UTC'
                                              as date) as week, count(*) as open
                          from task.task t join instruction.pub_instruction i
                            on i.id = t.instruction
                         where t.state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED')
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         group by 1, 2
                         order by 1, 2
                        """)
                .params(reader.params())
                .query(
                        (row, n) ->
                                new TaskLoad.Cell(
                                        new OfficeCode(row.getString("office")),
                                        row.getObject("week", LocalDate.class),
                                        row.getInt("open")))
                .list();
    }

    /// Those of them the reader may see, by due time.
    List<Task> tasks(Collection<TaskId> ids, ReadScope reader) {
        return jdbc.sql(
                        TASKS
                                + """
                         where t.id = any (cast(:ids as uuid[]))
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by t.due_at, t.id
                        """)
                .param("ids", ids.stream().map(TaskId::toString).toArray(String[]::new))
                .params(reader.params())
                .query(TaskRepository::toTask)
                .list();
    }

    Optional<Task> task(TaskId id, ReadScope reader) {
        return jdbc.sql(
                        TASKS
                                + """
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
        jdbc.sql("select 1 from task.task where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return task(id, reader);
    }

    /// Whether that post owes the same for the same government already.
    @Unscoped("asked for a task read in scope, about a post that may read the instruction")
    boolean owes(OfficeCode office, Task same) {
        return jdbc.sql(
                        """
                        select exists (
                               select from task.task
                                where instruction = :instruction and requirement = :requirement
                                  and round = :round and office = :office
                                  and government = :government)
                        """)
                .param("instruction", same.instruction().value())
                .param("requirement", same.requirement())
                .param("round", same.round())
                .param("office", office.value())
                .param("government", same.government().value())
                .query(Boolean.class)
                .single();
    }

    @Unscoped("part of the release that takes the instruction back, shown to nobody")
    List<Task> allTasks(InstructionId instruction) {
        return jdbc.sql(
                        TASKS
                                + """
                         where t.instruction = :instruction
                         order by t.due_at, t.requirement, t.government, t.id
                           for update of t
                        """)
                .param("instruction", instruction.value())
                .query(TaskRepository::toTask)
                .list();
    }

    void update(TaskId id, TaskState state) {
        jdbc.sql(
                        """
                        update task.task
                           set state = :state, by_name = :by, at = cast(:at as timestamptz),
                               note = :note
                         where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.code())
                .param("by", state.by())
                .param("at", utcOrNull(state.at()))
                .param("note", state.note())
                .update();
    }

    void assign(TaskId id, @Nullable StaffId person) {
        jdbc.sql(
                        """
                        update task.task set assignee = cast(:person as uuid)
                         where id = :id
                        """)
                .param("id", id.value())
                .param("person", person == null ? null : person.value().toString())
                .update();
    }

    void due(TaskId id, Instant due) {
        jdbc.sql("update task.task set due_at = :due where id = :id")
                .param("id", id.value())
                .param("due", utc(due))
                .update();
    }

    static Task toTask(ResultSet row, int number) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
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
                instant(row, "due_at"),
                state(row),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("precedence"),
                row.getString("mrn"),
                new OfficeCode(row.getString("from_office")),
                assignee == null ? null : new StaffId(assignee));
    }

    private static TaskState state(ResultSet row) throws SQLException {
        var state = row.getString("state");
        if (state.equals("OPEN")) {
            return new TaskState.Open();
        }
        var by = Objects.requireNonNull(row.getString("by_name"));
        var at = instant(row, "at");
        var note = Objects.requireNonNull(row.getString("note"));
        return switch (state) {
            case "ACCEPTED" -> new TaskState.Accepted(by, at);
            case "IN_PROGRESS" -> new TaskState.InProgress(by, at);
            case "DECLINED" -> new TaskState.Declined(by, at, note);
            case "ANSWERED" -> new TaskState.Answered(by, at, note);
            case "CLOSED" -> new TaskState.Closed(by, at, note);
            case "TRANSFERRED" -> new TaskState.Transferred(by, at, note);
            case "WAIVED" -> new TaskState.Waived(by, at, note);
            case "REOPENED" -> new TaskState.Reopened(by, at, note);
            default -> throw new IllegalStateException("task state " + state);
        };
    }
}
