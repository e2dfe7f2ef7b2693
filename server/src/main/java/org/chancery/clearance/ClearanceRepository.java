// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utcOrNull;

import java.util.List;
import org.chancery.access.Unscoped;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("clearances of a draft that was read in scope")
class ClearanceRepository {

    private final JdbcClient jdbc;

    ClearanceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Clearance> of(DraftId draft) {
        return jdbc.sql(
                        """
                        select office, answer, by_name, at, version, comment
                          from clearance.clearance
                         where draft = :draft
                         order by position, office
                        """)
                .param("draft", draft.value())
                .query(
                        (row, n) ->
                                new Clearance(
                                        new OfficeCode(row.getString("office")),
                                        Clearance.Answer.valueOf(row.getString("answer")),
                                        row.getString("by_name"),
                                        instantOrNull(row, "at"),
                                        row.getLong("version"),
                                        row.getString("comment")))
                .list();
    }

    void ask(DraftId draft, OfficeCode office) {
        jdbc.sql(
                        """
                        insert into clearance.clearance (draft, office, answer)
                        values (:draft, :office, 'ASKED')
                        on conflict (draft, office) do update
                           set answer = 'ASKED', by_name = null, at = null, comment = ''
                         where clearance.answer <> 'CLEARED'
                        """)
                .param("draft", draft.value())
                .param("office", office.value())
                .update();
    }

    void answer(DraftId draft, Clearance clearance) {
        jdbc.sql(
                        """
                        update clearance.clearance
                           set answer = :answer, by_name = :by, at = :at, version = :version,
                               comment = :comment
                         where draft = :draft and office = :office
                        """)
                .param("draft", draft.value())
                .param("office", clearance.office().value())
                .param("answer", clearance.answer().name())
                .param("by", clearance.by())
                .param("at", utcOrNull(clearance.at()))
                .param("version", clearance.version())
                .param("comment", clearance.comment())
                .update();
    }

    /// A changed text voids what was given for the old one.
    void voidGiven(DraftId draft) {
        jdbc.sql(
                        """
                        update clearance.clearance set answer = 'VOIDED'
                         where draft = :draft and answer = 'CLEARED'
                        """)
                .param("draft", draft.value())
                .update();
    }
}
