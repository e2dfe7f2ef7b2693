// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PositionRepository {

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PositionRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Position position) {
        jdbc.sql(
                        """
                        insert into position.entry
                               (id, instruction, government, ask, lane, step, basis, basis_kind,
                                basis_id, written, items, origins, as_of_first, as_of_last,
                                as_of_text, confidence, confidence_reason, approach, salience,
                                reason, state, by_office, recorded_at, answers, post_step, level,
                                captions, readers)
                        values (:id, :instruction, :government, :ask, :lane, :step, :basis,
                                :basisKind, :basisId, :written, :items, :origins, :first, :last,
                                :asOf, :confidence, :confidenceReason, :approach, :salience,
                                cast(:reason as jsonb), :state, :byOffice, :at, :answers, :postStep,
                                :level, cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", position.id())
                .param("instruction", position.instruction().value())
                .param("government", position.government().value())
                .param("ask", position.ask())
                .param("lane", position.lane().name())
                .param("step", position.step().name())
                .param("basis", position.basis().rank().name())
                .param("basisKind", position.basis().kind().name())
                .param("basisId", position.basis().id())
                .param("written", position.basis().written())
                .param("items", position.basis().reported().items())
                .param("origins", position.basis().reported().origins())
                .param("first", position.asOf().first())
                .param("last", position.asOf().last())
                .param("asOf", position.asOf().text())
                .param("confidence", position.confidence())
                .param("confidenceReason", position.confidenceReason())
                .param("approach", position.approach())
                .param("salience", position.salience())
                .param("reason", json.writeValueAsString(position.reason().byLanguage()))
                .param("state", position.state().name())
                .param("byOffice", position.byOffice())
                .param("at", position.recordedAt().atOffset(ZoneOffset.UTC))
                .param("answers", position.answers())
                .param("postStep", position.postStep() == null ? null : position.postStep().name())
                .params(position.label().params())
                .update();
    }

    void withdraw(UUID entry, Instant at, String office, String reason) {
        jdbc.sql(
                        """
                        insert into position.withdrawn (entry, at, by_office, reason)
                        values (:entry, :at, :office, :reason)
                        """)
                .param("entry", entry)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("office", office)
                .param("reason", reason)
                .update();
    }

    void staleAfter(InstructionId instruction, int days, String office, Instant at) {
        jdbc.sql(
                        """
                        insert into position.staleness (instruction, days, by_office, at)
                        values (:instruction, :days, :office, :at)
                        """)
                .param("instruction", instruction.value())
                .param("days", days)
                .param("office", office)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Position> find(UUID id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from position.entry e
                         where e.id = :id
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                        """)
                .param("id", id)
                .params(reader.params())
                .query(this::toPosition)
                .optional();
    }

    Map<UUID, Label> labels(Collection<UUID> ids, ReadScope reader) {
        var labels = new HashMap<UUID, Label>();
        jdbc.sql(
                        """
                        select e.id, e.level, e.captions, e.readers
                          from position.entry e
                         where e.id = any(cast(:ids as uuid[]))
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .params(reader.params())
                .query(
                        (RowCallbackHandler)
                                row -> labels.put(row.getObject("id", UUID.class), Label.of(row)));
        return labels;
    }

    List<Position> proposals(ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from position.entry e
                         where e.state = 'PROPOSED'
                           and not exists (select 1 from position.entry d where d.answers = e.id)
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                         order by e.recorded_at, e.ask, e.id
                         limit 500
                        """)
                .params(reader.params())
                .query(this::toPosition)
                .list();
    }

    List<Position> history(
            InstructionId instruction, GovernmentCode government, String ask, ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from position.entry e
                         where e.instruction = :instruction and e.government = :government
                           and e.ask = :ask
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                         order by e.as_of_last desc, e.recorded_at desc, e.id
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("ask", ask)
                .params(reader.params())
                .query(this::toPosition)
                .list();
    }

    @Unscoped("the entry it asks about was read in scope")
    boolean decided(UUID proposal) {
        return jdbc.sql("select exists (select 1 from position.entry where answers = :id)")
                .param("id", proposal)
                .query(Boolean.class)
                .single();
    }

    @Unscoped("the entry it asks about was read in scope")
    boolean withdrawn(UUID entry) {
        return jdbc.sql("select exists (select 1 from position.withdrawn where entry = :id)")
                .param("id", entry)
                .query(Boolean.class)
                .single();
    }

    /// The latest delivery of an ask: something was answered on it, so it was raised.
    @Unscoped("a rule of the record; who may not read it is not told more than the rule")
    Optional<Delivery> delivery(InstructionId instruction, GovernmentCode government, String ask) {
        return jdbc.sql(
                        """
                        select e.by_office, e.as_of_text, e.level, e.captions, e.readers
                          from position.entry e
                         where e.instruction = :instruction and e.government = :government
                           and e.ask = :ask and e.lane = 'WORD' and e.basis_kind = 'DEMARCHE'
                           and e.answers is null
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                         order by e.as_of_last desc, e.recorded_at desc, e.id
                         limit 1
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("ask", ask)
                .query(
                        (row, n) ->
                                new Delivery(
                                        row.getString("by_office"),
                                        row.getString("as_of_text"),
                                        Label.of(row)))
                .optional();
    }

    @Unscoped("part of the act that takes the record back, shown to nobody")
    List<Position> restingOn(Basis.Kind kind, String id) {
        return jdbc.sql(
                        """
                        select e.*
                          from position.entry e
                         where e.basis_kind = :kind and e.basis_id = :id
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                        """)
                .param("kind", kind.name())
                .param("id", id)
                .query(this::toPosition)
                .list();
    }

    List<Position> restingOn(Basis.Kind kind, String id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from position.entry e
                         where e.basis_kind = :kind and e.basis_id = :id
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                         order by e.government, e.instruction, e.ask, e.recorded_at, e.id
                        """)
                .param("kind", kind.name())
                .param("id", id)
                .params(reader.params())
                .query(this::toPosition)
                .list();
    }

    /// The entry in force of every cell of a government.
    List<Position> newest(GovernmentCode government, ReadScope reader) {
        return jdbc.sql(
                        """
                        select distinct on (e.instruction, e.ask, e.lane) e.*
                          from position.entry e
                         where e.government = :government
                           and not exists (select 1 from position.withdrawn w where w.entry = e.id)
                           and e.level <= :level and e.captions <@ cast(:captions as text[])
                           and (e.readers = '{}' or e.readers && cast(:offices as text[]))
                         order by e.instruction, e.ask, e.lane, e.as_of_last desc,
                                  e.recorded_at desc, e.id
                        """)
                .param("government", government.value())
                .params(reader.params())
                .query(this::toPosition)
                .list();
    }

    private Position toPosition(ResultSet row, int number) throws SQLException {
        var postStep = row.getString("post_step");
        return new Position(
                row.getObject("id", UUID.class),
                new InstructionId(row.getString("instruction")),
                new GovernmentCode(row.getString("government")),
                row.getString("ask"),
                Lane.valueOf(row.getString("lane")),
                Step.valueOf(row.getString("step")),
                new Basis(
                        BasisClass.valueOf(row.getString("basis")),
                        Basis.Kind.valueOf(row.getString("basis_kind")),
                        row.getString("basis_id"),
                        row.getBoolean("written"),
                        new Basis.Reported(row.getInt("items"), row.getInt("origins"))),
                ReducedDate.parse(row.getString("as_of_text")),
                row.getString("confidence"),
                row.getString("confidence_reason"),
                row.getString("approach"),
                row.getString("salience"),
                new Names(json.readValue(row.getString("reason"), NAMES)),
                Position.State.valueOf(row.getString("state")),
                row.getString("by_office"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("answers", UUID.class),
                postStep == null ? null : Step.valueOf(postStep),
                Label.of(row));
    }
}
