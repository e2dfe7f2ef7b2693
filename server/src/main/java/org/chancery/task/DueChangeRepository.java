// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Mrn;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DueChangeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DueChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The new due time of one round at one post.
    ///
    /// @param round 0 for whichever is open
    record NewDue(String office, int round, String due) {}

    /// A task whose due time was moved.
    record Moved(TaskId task, String office) {}

    /// Moves the tasks of a requirement that have no answer yet, and keeps their old times and the
    /// act in their history, in one statement.
    ///
    /// @param by sign-in name of who released the supplement
    /// @param office which gave it
    @Unscoped("part of the release of the supplement, shown to nobody")
    List<Moved> move(
            InstructionId original,
            String requirement,
            List<NewDue> dues,
            Instruction supplement,
            String by) {
        return jdbc.sql(
                        """
                        with asked as (
                            select d.office, d.round, d.due
                              from jsonb_to_recordset(cast(:dues as jsonb))
                                   as d (office text, round int, due timestamptz)),
                        before as (
                            select t.id, t.office, t.due_at, asked.due
                              from task.task t
                              join asked on asked.office = t.office and asked.round in (0, t.round)
                             where t.instruction = :original and t.requirement = :requirement
                               and t.state not in ('ANSWERED', 'CLOSED', 'TRANSFERRED', 'WAIVED')
                               and t.due_at <> asked.due
                               for update of t),
                        moved as (
                            update task.task t set due_at = before.due
                              from before where before.id = t.id),
                        kept as (
                            insert into task.task_due_change
                                   (task, supplement, old_due, new_due, at)
                            select id, :supplement, due_at, due, :at from before),
                        told as (
                            insert into task.task_event
                                   (task, act, by_name, office, at, old_due, new_due)
                            select id, 'DUE_MOVED', :by, :from, :at, due_at, due from before)
                        select id, office from before order by office, id
                        """)
                .param("original", original.value())
                .param("requirement", requirement)
                .param("dues", json.writeValueAsString(dues))
                .param("supplement", supplement.id().value())
                .param("by", by)
                .param("from", supplement.from().value())
                .param("at", supplement.releasedAt().atOffset(ZoneOffset.UTC))
                .query(
                        (row, n) ->
                                new Moved(
                                        new TaskId(row.getObject("id", UUID.class)),
                                        row.getString("office")))
                .list();
    }

    /// In the order they were made.
    List<DueChange> of(InstructionId original, ReadScope reader) {
        return jdbc.sql(
                        """
                        select c.task, s.mrn, c.old_due, c.new_due, c.at
                          from task.task_due_change c
                          join task.task t on t.id = c.task
                          join instruction.pub_instruction s on s.id = c.supplement
                         where t.instruction = :original
                           and s.level <= :level and s.captions <@ cast(:captions as text[])
                           and (s.readers = '{}' or s.readers && cast(:offices as text[]))
                         order by c.at, c.task
                        """)
                .param("original", original.value())
                .params(reader.params())
                .query(
                        (row, n) ->
                                new DueChange(
                                        new TaskId(row.getObject("task", UUID.class)),
                                        Mrn.parse(row.getString("mrn")),
                                        row.getObject("old_due", OffsetDateTime.class).toInstant(),
                                        row.getObject("new_due", OffsetDateTime.class).toInstant(),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
