// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReportRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Report report, GovernmentCode government, Label label) {
        var draft = report.draft();
        jdbc.sql(
                        """
                        insert into finding.report
                               (id, task, instruction, requirement, office, government, state, draft,
                                content, by_name, filed_at, level, captions, readers)
                        values (:id, :task, :instruction, :requirement, :office, :government, :state,
                                :draft, cast(:content as jsonb), :by, :at, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", report.id())
                .param("task", report.content().task().value())
                .param("instruction", report.instruction().value())
                .param("requirement", report.requirement())
                .param("office", report.office().value())
                .param("government", government.value())
                .param("state", report.state().name())
                .param("draft", draft == null ? null : draft.value())
                .param("content", json.writeValueAsString(report.content()))
                .param("by", report.by())
                .param("at", report.filedAt().atOffset(ZoneOffset.UTC))
                .params(label.params())
                .update();
    }

    void released(UUID id, String mrn) {
        jdbc.sql("update finding.report set state = 'RELEASED', mrn = :mrn where id = :id")
                .param("id", id)
                .param("mrn", mrn)
                .update();
    }

    @Unscoped("follows the release of its own cable; nothing is shown")
    Optional<Report> ofDraft(DraftId draft) {
        return jdbc.sql("select r.* from finding.report r where r.draft = :draft")
                .param("draft", draft.value())
                .query(this::toReport)
                .optional();
    }

    List<Report> of(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.*
                          from finding.report r
                         where r.instruction = :instruction
                           and r.level <= :level and r.captions <@ cast(:captions as text[])
                           and (r.readers = '{}' or r.readers && cast(:offices as text[]))
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
                Report.State.valueOf(row.getString("state")),
                draft == null ? null : new DraftId(draft),
                row.getString("mrn"),
                json.readValue(row.getString("content"), NewReport.class),
                row.getString("by_name"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant());
    }
}
