// SPDX-License-Identifier: Apache-2.0
package org.chancery.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditRepository {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Where the chain ends; the row is locked until the transaction ends, so entries queue up.
    record ChainEnd(long sequence, String hash) {}

    ChainEnd lockLast() {
        return jdbc.sql("select sequence, hash from audit.chain_end for update")
                .query(ChainEnd.class)
                .single();
    }

    void insert(AuditEntry entry, String hash) {
        jdbc.sql(
                        """
                        insert into audit.entry (sequence, at, actor, office, act, object_kind, object_id,
                                                 facts, hash)
                        values (:sequence, :at, :actor, :office, :act, :objectKind, :objectId,
                                cast(:facts as jsonb), :hash)
                        """)
                .param("sequence", entry.sequence())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("office", entry.office())
                .param("act", entry.act())
                .param("objectKind", entry.objectKind())
                .param("objectId", entry.objectId())
                .param("facts", json.writeValueAsString(entry.facts()))
                .param("hash", hash)
                .update();
        jdbc.sql("update audit.chain_end set sequence = :sequence, hash = :hash")
                .param("sequence", entry.sequence())
                .param("hash", hash)
                .update();
    }

    List<AuditEntry> page(long before, int limit) {
        return jdbc.sql(
                        """
                        select sequence, at, actor, office, act, object_kind, object_id, facts, hash
                          from audit.entry
                         where sequence < :before
                         order by sequence desc
                         limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::toEntry)
                .list();
    }

    List<AuditEntry> following(long after, int limit) {
        return jdbc.sql(
                        """
                        select sequence, at, actor, office, act, object_kind, object_id, facts, hash
                          from audit.entry
                         where sequence > :after
                         order by sequence
                         limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(this::toEntry)
                .list();
    }

    private AuditEntry toEntry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("office"),
                row.getString("act"),
                row.getString("object_kind"),
                row.getString("object_id"),
                json.readValue(row.getString("facts"), FACTS),
                row.getString("hash"));
    }
}
