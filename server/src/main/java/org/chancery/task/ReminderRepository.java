// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReminderRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReminderRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A task that may have reached a stage it was not reminded of.
    record Candidate(TaskId task, OfficeCode office, Instant due) {}

    @Unscoped("work of the clock, shown to nobody")
    List<Candidate> candidates(Instant dueBefore, int limit) {
        return jdbc.sql(
                        """
                        select t.id, t.office, t.due_at
                          from task.task t
                         where t.state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED')
                           and t.due_at < :before
                           and not exists (select from task.reminder r
                                            where r.task = t.id and r.due_at = t.due_at
                                              and r.stage = 'OVERDUE')
                         order by t.due_at, t.id
                         limit :limit
                        """)
                .param("before", utc(dueBefore))
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new Candidate(
                                        new TaskId(row.getObject("id", UUID.class)),
                                        new OfficeCode(row.getString("office")),
                                        instant(row, "due_at")))
                .list();
    }

    /// Those not written yet, in one statement.
    ///
    /// @return how many were new
    int insert(List<Reminder> reminders) {
        return jdbc.sql(
                        """
                        insert into task.reminder (task, stage, due_at, at)
                        select cast(r ->> 'task' as uuid), r ->> 'stage',
                               cast(r ->> 'due' as timestamptz), cast(r ->> 'at' as timestamptz)
                          from jsonb_array_elements(cast(:reminders as jsonb)) as r
                        on conflict do nothing
                        """)
                .param(
                        "reminders",
                        json.writeValueAsString(reminders.stream().map(ReminderRow::of).toList()))
                .update();
    }

    private record ReminderRow(String task, String stage, String due, String at) {

        static ReminderRow of(Reminder reminder) {
            return new ReminderRow(
                    reminder.task().toString(),
                    reminder.stage().name(),
                    reminder.due().toString(),
                    reminder.at().toString());
        }
    }

    @Unscoped("reminders of a task that was read in scope")
    List<Reminder> of(TaskId task) {
        return jdbc.sql(
                        """
                        select task, stage, due_at, at
                          from task.reminder
                         where task = :task
                         order by at, stage
                        """)
                .param("task", task.value())
                .query(ReminderRepository::toReminder)
                .list();
    }

    /// Those that hold for tasks still with the office and still due then.
    List<Reminder> current(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.task, r.stage, r.due_at, r.at
                          from task.reminder r
                          join task.task t on t.id = r.task and t.due_at = r.due_at
                          join instruction.pub_instruction i on i.id = t.instruction
                         where t.office = :office
                           and t.state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'REOPENED')
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by r.at, r.task, r.stage
                        """)
                .param("office", office.value())
                .params(reader.params())
                .query(ReminderRepository::toReminder)
                .list();
    }

    private static Reminder toReminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                new TaskId(row.getObject("task", UUID.class)),
                Reminder.Stage.valueOf(row.getString("stage")),
                instant(row, "due_at"),
                instant(row, "at"));
    }

    /// To every post named, in one statement; sent twice it is there once.
    ///
    /// @return how many were new
    int insert(UUID key, Instruction instruction, List<OfficeCode> posts, Notice words) {
        return jdbc.sql(
                        """
                        insert into task.notice
                               (key, instruction, office, by_name, from_office, at, text)
                        select :key, :instruction, post, :by, :from, :at, :text
                          from unnest(cast(:posts as text[])) as post
                        on conflict do nothing
                        """)
                .param("key", key)
                .param("instruction", instruction.id().value())
                .param("posts", posts.stream().map(OfficeCode::value).toArray(String[]::new))
                .param("by", words.by())
                .param("from", words.from().value())
                .param("at", utc(words.at()))
                .param("text", words.text())
                .update();
    }

    /// The last notice of each instruction to a post that is still late with it.
    List<Notice> notices(OfficeCode office, Instant now, ReadScope reader) {
        return jdbc.sql(
                        """
                        select distinct on (n.instruction)
                               n.key, n.instruction, n.office, n.from_office, n.by_name, n.at, n.text
                          from task.notice n
                          join instruction.pub_instruction i on i.id = n.instruction
                         where n.office = :office
                           and exists (select from task.task t
                                        where t.instruction = n.instruction
                                          and t.office = n.office and t.due_at < :now
                                          and t.state in ('OPEN', 'ACCEPTED', 'IN_PROGRESS',
                                                          'REOPENED'))
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by n.instruction, n.at desc, n.key
                        """)
                .param("office", office.value())
                .param("now", utc(now))
                .params(reader.params())
                .query(ReminderRepository::toNotice)
                .list();
    }

    private static Notice toNotice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("key", UUID.class),
                new InstructionId(row.getString("instruction")),
                new OfficeCode(row.getString("office")),
                new OfficeCode(row.getString("from_office")),
                row.getString("by_name"),
                instant(row, "at"),
                row.getString("text"));
    }
}
