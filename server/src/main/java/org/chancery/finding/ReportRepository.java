// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.DraftId;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.chancery.task.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A report that is not released is the post's own, as its draft is; only then headquarters reads it.
@Repository
class ReportRepository {

    private static final TypeReference<List<Report.Standing>> STANDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Report report, Label label) {
        var draft = report.draft();
        jdbc.sql(
                        """
                        insert into finding.report
                               (id, task, instruction, requirement, office, government, state, draft,
                                drafted, content, by_name, filed_at, level, captions, readers)
                        values (:id, :task, :instruction, :requirement, :office, :government, :state,
                                :draft, :drafted, cast(:content as jsonb), :by, :at, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", report.id())
                .param("task", report.content().task().value())
                .param("instruction", report.instruction().value())
                .param("requirement", report.requirement())
                .param("office", report.office().value())
                .param("government", report.government().value())
                .param("state", report.state().code())
                .param("draft", draft == null ? null : draft.value())
                .param("drafted", report.drafted())
                .param("content", json.writeValueAsString(report.content()))
                .param("by", report.by())
                .param("at", report.filedAt().atOffset(ZoneOffset.UTC))
                .params(label.params())
                .update();
    }

    void change(UUID id, NewReport content, long drafted) {
        jdbc.sql(
                        """
                        update finding.report
                           set content = cast(:content as jsonb), drafted = :drafted, state = 'FILED',
                               state_by = '', state_at = null, state_text = ''
                         where id = :id
                        """)
                .param("id", id)
                .param("content", json.writeValueAsString(content))
                .param("drafted", drafted)
                .update();
    }

    void move(UUID id, ReportState state) {
        switch (state) {
            case ReportState.Filed(), ReportState.Nil() -> move(id, state, "", "", null);
            case ReportState.SentBack(var by, var at, var reason) ->
                    move(id, state, by, reason, at);
            case ReportState.Withdrawn(var by, var at, var reason) ->
                    move(id, state, by, reason, at);
            case ReportState.Released(var mrn, var at) -> move(id, state, "", mrn, at);
        }
    }

    private void move(UUID id, ReportState state, String by, String text, @Nullable Instant at) {
        jdbc.sql(
                        """
                        update finding.report
                           set state = :state, state_by = :by, state_text = :text, state_at = :at
                         where id = :id
                        """)
                .param("id", id)
                .param("state", state.code())
                .param("by", by)
                .param("text", text)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stand(UUID id, List<Report.Standing> stands) {
        jdbc.sql("update finding.report set stands = cast(:stands as jsonb) where id = :id")
                .param("id", id)
                .param("stands", json.writeValueAsString(stands))
                .update();
    }

    @Unscoped("follows its own cable, whose readers are asked before; nothing else is shown")
    Optional<Report> ofDraft(DraftId draft) {
        return jdbc.sql("select r.* from finding.report r where r.draft = :draft")
                .param("draft", draft.value())
                .query(this::toReport)
                .optional();
    }

    Optional<Report> find(UUID id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.*
                          from finding.report r
                         where r.id = :id
                           and r.level <= :level and r.captions <@ cast(:captions as text[])
                           and (r.readers = '{}' or r.readers && cast(:offices as text[]))
                           and (r.state in ('RELEASED', 'NIL')
                                or r.office = any (cast(:offices as text[])))
                        """)
                .param("id", id)
                .params(reader.params())
                .query(this::toReport)
                .optional();
    }

    /// Held until the transaction ends.
    Optional<Report> lock(UUID id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.*
                          from finding.report r
                         where r.id = :id
                           and r.level <= :level and r.captions <@ cast(:captions as text[])
                           and (r.readers = '{}' or r.readers && cast(:offices as text[]))
                           and (r.state in ('RELEASED', 'NIL')
                                or r.office = any (cast(:offices as text[])))
                           for update
                        """)
                .param("id", id)
                .params(reader.params())
                .query(this::toReport)
                .optional();
    }

    /// Reports on one task that may still be changed.
    List<Report> open(TaskId task, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.*
                          from finding.report r
                         where r.task = :task and r.state in ('FILED', 'SENT_BACK')
                           and r.level <= :level and r.captions <@ cast(:captions as text[])
                           and (r.readers = '{}' or r.readers && cast(:offices as text[]))
                           and (r.state in ('RELEASED', 'NIL')
                                or r.office = any (cast(:offices as text[])))
                         order by r.filed_at desc, r.id
                        """)
                .param("task", task.value())
                .params(reader.params())
                .query(this::toReport)
                .list();
    }

    List<Report> of(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.*
                          from finding.report r
                         where r.instruction = :instruction
                           and r.level <= :level and r.captions <@ cast(:captions as text[])
                           and (r.readers = '{}' or r.readers && cast(:offices as text[]))
                           and (r.state in ('RELEASED', 'NIL')
                                or r.office = any (cast(:offices as text[])))
                         order by r.filed_at desc, r.id
                         limit 5000
                        """)
                .param("instruction", instruction.value())
                .params(reader.params())
                .query(this::toReport)
                .list();
    }

    private Report toReport(ResultSet row, int number) throws SQLException {
        var draft = row.getObject("draft", UUID.class);
        return new Report(
                row.getObject("id", UUID.class),
                new InstructionId(row.getString("instruction")),
                row.getString("requirement"),
                new OfficeCode(row.getString("office")),
                new GovernmentCode(row.getString("government")),
                state(row),
                draft == null ? null : new DraftId(draft),
                row.getLong("drafted"),
                json.readValue(row.getString("content"), NewReport.class),
                json.readValue(row.getString("stands"), STANDS),
                row.getString("by_name"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant());
    }

    private static ReportState state(ResultSet row) throws SQLException {
        var code = row.getString("state");
        var by = row.getString("state_by");
        var text = row.getString("state_text");
        return switch (code) {
            case "FILED" -> new ReportState.Filed();
            case "NIL" -> new ReportState.Nil();
            case "SENT_BACK" -> new ReportState.SentBack(by, at(row), text);
            case "WITHDRAWN" -> new ReportState.Withdrawn(by, at(row), text);
            case "RELEASED" -> new ReportState.Released(text, at(row));
            default -> throw new IllegalStateException("a report is " + code);
        };
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("state_at", OffsetDateTime.class).toInstant();
    }
}
