// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("joint texts are public; what they are linked to is read as positions, in scope")
class JointTextRepository {

    private final JdbcClient jdbc;

    JointTextRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(JointText text) {
        jdbc.sql(
                        """
                        insert into position.joint_text
                               (id, title, first_day, day_text, source, source_uri, by_office,
                                recorded_at)
                        values (:id, :title, :first, :on, :source, :uri, :office, :at)
                        """)
                .param("id", text.id())
                .param("title", text.title())
                .param("first", text.on().first())
                .param("on", text.on().text())
                .param("source", text.source())
                .param("uri", text.sourceUri())
                .param("office", text.byOffice())
                .param("at", text.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        insert into position.signature (text, government)
                        select :id, government
                          from unnest(cast(:governments as text[])) as t (government)
                        """)
                .param("id", text.id())
                .param(
                        "governments",
                        text.signatories().stream()
                                .map(GovernmentCode::value)
                                .toArray(String[]::new))
                .update();
    }

    Optional<JointText> find(UUID id) {
        return jdbc.sql(
                        """
                        select t.*, array(select s.government from position.signature s
                                           where s.text = t.id) as signatories
                          from position.joint_text t
                         where t.id = :id
                        """)
                .param("id", id)
                .query(JointTextRepository::toText)
                .optional();
    }

    /// The newest first.
    List<JointText> all() {
        return jdbc.sql(
                        """
                        select t.*, array(select s.government from position.signature s
                                           where s.text = t.id) as signatories
                          from position.joint_text t
                         order by t.first_day desc, t.id
                         limit 500
                        """)
                .query(JointTextRepository::toText)
                .list();
    }

    private static JointText toText(ResultSet row, int number) throws SQLException {
        var signatories = new TreeSet<GovernmentCode>();
        Stream.of((String[]) row.getArray("signatories").getArray())
                .map(GovernmentCode::new)
                .forEach(signatories::add);
        return new JointText(
                row.getObject("id", UUID.class),
                row.getString("title"),
                ReducedDate.parse(row.getString("day_text")),
                row.getString("source"),
                row.getString("source_uri"),
                signatories,
                row.getString("by_office"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
