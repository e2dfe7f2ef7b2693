// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;
import static org.chancery.kernel.Timestamps.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("the chain of a draft that was read in scope")
class ClearanceRepository {

    private final JdbcClient jdbc;

    ClearanceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Clearance> of(DraftId draft) {
        return jdbc.sql(
                        """
                        select office, position, mandatory, silent_until, answer, asked_at, by_name, at,
                               version, comment
                          from clearance.step
                         where draft = :draft
                         order by position, mandatory desc, office
                        """)
                .param("draft", draft.value())
                .query(ClearanceRepository::toClearance)
                .list();
    }

    /// Opens the chain for a version of the text, or opens it again, and holds it.
    void open(DraftId draft, long version) {
        jdbc.sql(
                        """
                        insert into clearance.chain (draft, open, version)
                        values (:draft, true, :version)
                        on conflict (draft) do update set open = true, version = :version
                        """)
                .param("draft", draft.value())
                .param("version", version)
                .update();
    }

    void close(DraftId draft) {
        jdbc.sql("update clearance.chain set open = false where draft = :draft")
                .param("draft", draft.value())
                .update();
    }

    /// Holds the chain until the transaction ends.
    ///
    /// @return version of the text it stands for, empty if the draft was never sent
    Optional<Long> lock(DraftId draft) {
        return jdbc.sql("select version from clearance.chain where draft = :draft for update")
                .param("draft", draft.value())
                .query(Long.class)
                .optional();
    }

    void setVersion(DraftId draft, long version) {
        jdbc.sql("update clearance.chain set version = :version where draft = :draft")
                .param("draft", draft.value())
                .param("version", version)
                .update();
    }

    void put(DraftId draft, Clearance step) {
        jdbc.sql(
                        """
                        insert into clearance.step (draft, office, position, mandatory, silent_until,
                                                    answer, asked_at, by_name, at, version, comment)
                        values (:draft, :office, :position, :mandatory, :silent, :answer, :asked, :by,
                                :at, :version, :comment)
                        on conflict (draft, office) do update
                           set position = :position, mandatory = :mandatory, silent_until = :silent,
                               answer = :answer, asked_at = :asked, by_name = :by, at = :at,
                               version = :version, comment = :comment
                        """)
                .param("draft", draft.value())
                .param("office", step.office().value())
                .param("position", step.position())
                .param("mandatory", step.mandatory())
                .param("silent", utcOrNull(step.silentUntil()))
                .param("answer", step.answer().name())
                .param("asked", utcOrNull(step.askedAt()))
                .param("by", step.by())
                .param("at", utcOrNull(step.at()))
                .param("version", step.version())
                .param("comment", step.comment())
                .update();
    }

    void remove(DraftId draft, OfficeCode office) {
        jdbc.sql("delete from clearance.step where draft = :draft and office = :office")
                .param("draft", draft.value())
                .param("office", office.value())
                .update();
    }

    /// Open chains with a silence that has run out and no objection, held. What another server holds
    /// is left to it.
    List<DraftId> silenceOver(Instant now) {
        return jdbc.sql(
                        """
                        select draft
                          from clearance.chain
                         where open
                           and draft in (select draft from clearance.step
                                          where answer = 'ASKED' and silent_until <= :now)
                           and draft not in (select draft from clearance.step
                                              where answer = 'OBJECTED')
                         order by draft
                         limit 100
                           for update skip locked
                        """)
                .param("now", utc(now))
                .query((row, n) -> new DraftId(row.getObject("draft", UUID.class)))
                .list();
    }

    Optional<Approval> approval(DraftId draft) {
        return jdbc.sql("select by_name, at, version from clearance.approval where draft = :draft")
                .param("draft", draft.value())
                .query(
                        (row, n) ->
                                new Approval(
                                        row.getString("by_name"),
                                        instant(row, "at"),
                                        row.getLong("version")))
                .optional();
    }

    void approve(DraftId draft, Approval approval) {
        jdbc.sql(
                        """
                        insert into clearance.approval (draft, by_name, at, version)
                        values (:draft, :by, :at, :version)
                        on conflict (draft) do update
                           set by_name = :by, at = :at, version = :version
                        """)
                .param("draft", draft.value())
                .param("by", approval.by())
                .param("at", utc(approval.at()))
                .param("version", approval.version())
                .update();
    }

    void forgetApproval(DraftId draft) {
        jdbc.sql("delete from clearance.approval where draft = :draft")
                .param("draft", draft.value())
                .update();
    }

    private static Clearance toClearance(ResultSet row, int number) throws SQLException {
        return new Clearance(
                new OfficeCode(row.getString("office")),
                row.getInt("position"),
                row.getBoolean("mandatory"),
                instantOrNull(row, "silent_until"),
                Clearance.Answer.valueOf(row.getString("answer")),
                instantOrNull(row, "asked_at"),
                row.getString("by_name"),
                instantOrNull(row, "at"),
                row.getLong("version"),
                row.getString("comment"));
    }
}
