// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

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
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DemarcheRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DemarcheRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Demarche demarche) {
        jdbc.sql(
                        """
                        insert into engagement.demarche
                               (id, key, instruction, office, government, delivered_at, what, by_name,
                                recorded_at, level, captions, readers)
                        values (:id, :key, :instruction, :office, :government, :deliveredAt,
                                cast(:what as jsonb), :by, :at, :level, cast(:captions as text[]),
                                cast(:readers as text[]))
                        """)
                .param("id", demarche.id().value())
                .param("key", demarche.what().key())
                .param("instruction", demarche.what().instruction().value())
                .param("office", demarche.office().value())
                .param("government", demarche.what().government().value())
                .param("deliveredAt", demarche.what().deliveredAt().atOffset(ZoneOffset.UTC))
                .param("what", json.writeValueAsString(demarche.what()))
                .param("by", demarche.by())
                .param("at", demarche.recordedAt().atOffset(ZoneOffset.UTC))
                .params(demarche.label().params())
                .update();
    }

    void takeBack(DemarcheId id, Instant at, String by) {
        jdbc.sql(
                        """
                        insert into engagement.taken_back (demarche, at, by_name)
                        values (:id, :at, :by)
                        """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    Optional<Demarche> find(DemarcheId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.id, d.office, d.what, d.by_name, d.recorded_at, b.at as taken_back_at,
                               d.level, d.captions, d.readers
                          from engagement.demarche d
                          left join engagement.taken_back b on b.demarche = d.id
                         where d.id = :id
                           and d.level <= :level and d.captions <@ cast(:captions as text[])
                           and (d.readers = '{}' or d.readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toDemarche)
                .optional();
    }

    Optional<Demarche> byKey(String key, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.id, d.office, d.what, d.by_name, d.recorded_at, b.at as taken_back_at,
                               d.level, d.captions, d.readers
                          from engagement.demarche d
                          left join engagement.taken_back b on b.demarche = d.id
                         where d.key = :key
                           and d.level <= :level and d.captions <@ cast(:captions as text[])
                           and (d.readers = '{}' or d.readers && cast(:offices as text[]))
                        """)
                .param("key", key)
                .params(reader.params())
                .query(this::toDemarche)
                .optional();
    }

    List<Demarche> of(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.id, d.office, d.what, d.by_name, d.recorded_at,
                               null::timestamptz as taken_back_at, d.level, d.captions, d.readers
                          from engagement.demarche d
                         where d.instruction = :instruction
                           and not exists (select 1 from engagement.taken_back b
                                            where b.demarche = d.id)
                           and d.level <= :level and d.captions <@ cast(:captions as text[])
                           and (d.readers = '{}' or d.readers && cast(:offices as text[]))
                         order by d.delivered_at desc, d.id
                         limit 5000
                        """)
                .param("instruction", instruction.value())
                .params(reader.params())
                .query(this::toDemarche)
                .list();
    }

    @Unscoped("for modules that follow the record in its own transaction")
    Demarche recorded(DemarcheId id) {
        return jdbc.sql(
                        """
                        select d.id, d.office, d.what, d.by_name, d.recorded_at,
                               null::timestamptz as taken_back_at, d.level, d.captions, d.readers
                          from engagement.demarche d
                         where d.id = :id
                        """)
                .param("id", id.value())
                .query(this::toDemarche)
                .single();
    }

    private Demarche toDemarche(ResultSet row, int number) throws SQLException {
        var takenBack = row.getObject("taken_back_at", OffsetDateTime.class);
        return new Demarche(
                new DemarcheId(row.getObject("id", UUID.class)),
                new OfficeCode(row.getString("office")),
                json.readValue(row.getString("what"), NewDemarche.class),
                row.getString("by_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                takenBack == null ? null : takenBack.toInstant(),
                Label.of(row));
    }
}
