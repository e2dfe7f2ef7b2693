// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
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

    /// @param cable number of the instruction's cable, by which a reporting cable refers to it
    /// @return false if the post has kept a record of that key already
    boolean insert(Demarche demarche, String cable) {
        var plan = demarche.what().plan();
        return jdbc.sql(
                                """
                                insert into engagement.demarche
                                       (id, key, instruction, cable, plan, office, government, delivered_at,
                                        what, by_name, recorded_at, level, captions, readers)
                                values (:id, :key, :instruction, :cable, :plan, :office, :government,
                                        :deliveredAt, cast(:what as jsonb), :by, :at, :level,
                                        cast(:captions as text[]), cast(:readers as text[]))
                                on conflict on constraint demarche_key_key do nothing
                                """)
                        .param("id", demarche.id().value())
                        .param("key", demarche.what().key())
                        .param("instruction", demarche.what().instruction().value())
                        .param("cable", cable)
                        .param("plan", plan == null ? null : plan.value())
                        .param("office", demarche.office().value())
                        .param("government", demarche.what().government().value())
                        .param(
                                "deliveredAt",
                                demarche.what().deliveredAt().atOffset(ZoneOffset.UTC))
                        .param("what", json.writeValueAsString(demarche.what()))
                        .param("by", demarche.by())
                        .param("at", demarche.recordedAt().atOffset(ZoneOffset.UTC))
                        .params(demarche.label().params())
                        .update()
                == 1;
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

    void insertAnswered(DemarcheId id, DemarcheId closing, Instant at) {
        jdbc.sql(
                        """
                        insert into engagement.demarche_event (demarche, state, closing, at)
                        values (:id, 'ANSWERED', :closing, :at)
                        """)
                .param("id", id.value())
                .param("closing", closing.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What a post has delivered on an instruction and not told of yet is told by this cable.
    ///
    /// @param answered numbers of the cables it answers
    @Unscoped("part of the release itself, shown to nobody")
    List<DemarcheId> insertReported(
            OfficeCode post, Collection<String> answered, String cable, Instant at) {
        return jdbc.sql(
                        """
                        insert into engagement.demarche_event (demarche, state, cable, at)
                        select s.id, 'REPORTED', :cable, :at
                          from engagement.standing s
                         where s.office = :post and s.cable = any(cast(:answered as text[]))
                           and s.taken_back_at is null and s.recorded_at <= :at
                           and not exists (select 1 from engagement.demarche_event e
                                            where e.demarche = s.id and e.state = 'REPORTED')
                        returning demarche
                        """)
                .param("post", post.value())
                .param("answered", answered.toArray(String[]::new))
                .param("cable", cable)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new DemarcheId(row.getObject("demarche", UUID.class)))
                .list();
    }

    Optional<Demarche> find(DemarcheId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, office, what, by_name, recorded_at, taken_back_at, state, told_by,
                               closed_by, level, captions, readers
                          from engagement.standing
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toDemarche)
                .optional();
    }

    Optional<Demarche> byKey(OfficeCode office, String key, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, office, what, by_name, recorded_at, taken_back_at, state, told_by,
                               closed_by, level, captions, readers
                          from engagement.standing
                         where office = :office and key = :key
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .param("key", key)
                .params(reader.params())
                .query(this::toDemarche)
                .optional();
    }

    List<Demarche> of(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, office, what, by_name, recorded_at, taken_back_at, state, told_by,
                               closed_by, level, captions, readers
                          from engagement.standing
                         where instruction = :instruction and taken_back_at is null
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by delivered_at desc, id
                         limit 5000
                        """)
                .param("instruction", instruction.value())
                .params(reader.params())
                .query(this::toDemarche)
                .list();
    }

    /// Standing démarches of a post on one government, the first delivery first.
    List<Demarche> of(
            InstructionId instruction,
            OfficeCode office,
            GovernmentCode government,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, office, what, by_name, recorded_at, taken_back_at, state, told_by,
                               closed_by, level, captions, readers
                          from engagement.standing
                         where instruction = :instruction and government = :government
                           and office = :office and taken_back_at is null
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by delivered_at, id
                         limit 1000
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("office", office.value())
                .params(reader.params())
                .query(this::toDemarche)
                .list();
    }

    @Unscoped("for modules that follow the record in its own transaction")
    Demarche recorded(DemarcheId id) {
        return jdbc.sql(
                        """
                        select id, office, what, by_name, recorded_at, taken_back_at, state, told_by,
                               closed_by, level, captions, readers
                          from engagement.standing
                         where id = :id
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
                state(row),
                Label.of(row));
    }

    private static DemarcheState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DELIVERED" -> new DemarcheState.Delivered();
            case "REPORTED" -> new DemarcheState.Reported(row.getString("told_by"));
            case "ANSWERED" ->
                    new DemarcheState.Answered(
                            new DemarcheId(row.getObject("closed_by", UUID.class)));
            default -> throw new IllegalStateException("no state " + row.getString("state"));
        };
    }
}
