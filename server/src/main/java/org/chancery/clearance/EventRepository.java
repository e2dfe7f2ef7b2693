// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.util.List;
import org.chancery.access.Unscoped;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("acts on a draft that was read in scope")
class EventRepository {

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The oldest first; of a chain with more than 1000 acts the last 1000.
    List<ClearanceEvent> of(DraftId draft) {
        return jdbc.sql(
                        """
                        select office, kind, by_name, at, version, comment
                          from (select * from clearance.event
                                 where draft = :draft order by id desc limit 1000) as event
                         order by id
                        """)
                .param("draft", draft.value())
                .query(
                        (row, n) ->
                                new ClearanceEvent(
                                        new OfficeCode(row.getString("office")),
                                        ClearanceEvent.Kind.valueOf(row.getString("kind")),
                                        row.getString("by_name"),
                                        instant(row, "at"),
                                        row.getLong("version"),
                                        row.getString("comment")))
                .list();
    }

    void append(DraftId draft, ClearanceEvent event) {
        jdbc.sql(
                        """
                        insert into clearance.event (draft, office, kind, by_name, at, version, comment)
                        values (:draft, :office, :kind, :by, :at, :version, :comment)
                        """)
                .param("draft", draft.value())
                .param("office", event.office().value())
                .param("kind", event.kind().name())
                .param("by", event.by())
                .param("at", utc(event.at()))
                .param("version", event.version())
                .param("comment", event.comment())
                .update();
    }
}
