// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("changes of government are public")
class GovernmentChangeRepository {

    private final JdbcClient jdbc;

    GovernmentChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(GovernmentChange change) {
        jdbc.sql(
                        """
                        insert into position.government_change
                               (id, government, first_day, day_text, label, source, source_uri,
                                by_office, recorded_at)
                        values (:id, :government, :first, :on, :label, :source, :uri, :office, :at)
                        """)
                .param("id", change.id())
                .param("government", change.government().value())
                .param("first", change.on().first())
                .param("on", change.on().text())
                .param("label", change.label())
                .param("source", change.source())
                .param("uri", change.sourceUri())
                .param("office", change.byOffice())
                .param("at", change.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The newest first.
    List<GovernmentChange> all() {
        return jdbc.sql(
                        """
                        select *
                          from position.government_change
                         order by first_day desc, recorded_at desc, id
                         limit 2000
                        """)
                .query(GovernmentChangeRepository::toChange)
                .list();
    }

    private static GovernmentChange toChange(ResultSet row, int number) throws SQLException {
        return new GovernmentChange(
                row.getObject("id", UUID.class),
                new GovernmentCode(row.getString("government")),
                ReducedDate.parse(row.getString("day_text")),
                row.getString("label"),
                row.getString("source"),
                row.getString("source_uri"),
                row.getString("by_office"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
