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
                                basis_id, as_of_first, as_of_last, as_of_text, confidence, approach,
                                reason, state, by_office, recorded_at, answers, level, captions,
                                readers)
                        values (:id, :instruction, :government, :ask, :lane, :step, :basis,
                                :basisKind, :basisId, :first, :last, :asOf, :confidence, :approach,
                                cast(:reason as jsonb), :state, :byOffice, :at, :answers, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", position.id())
                .param("instruction", position.instruction().value())
                .param("government", position.government().value())
                .param("ask", position.ask())
                .param("lane", position.lane().name())
                .param("step", position.step().name())
                .param("basis", position.basis().rank().name())
                .param("basisKind", position.basis().kind())
                .param("basisId", position.basis().id())
                .param("first", position.asOf().first())
                .param("last", position.asOf().last())
                .param("asOf", position.asOf().text())
                .param("confidence", position.confidence())
                .param("approach", position.approach())
                .param("reason", json.writeValueAsString(position.reason().byLanguage()))
                .param("state", position.state().name())
                .param("byOffice", position.byOffice())
                .param("at", position.recordedAt().atOffset(ZoneOffset.UTC))
                .param("answers", position.answers())
                .params(position.label().params())
                .update();
    }

    /// Entries with this basis no longer count; they stay on record with the moment.
    void withdraw(String basisKind, String basisId, Instant at) {
        jdbc.sql(
                        """
                        insert into position.withdrawn (entry, at)
                        select id, :at from position.entry
                         where basis_kind = :kind and basis_id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", basisKind)
                .param("id", basisId)
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

    /// Something was answered on the ask, so it was raised.
    @Unscoped("a rule of the record; nothing is shown")
    boolean delivered(InstructionId instruction, GovernmentCode government, String ask) {
        return jdbc.sql(
                        """
                        select exists (select 1 from position.entry
                                        where instruction = :instruction
                                          and government = :government and ask = :ask
                                          and basis_kind = 'DEMARCHE'
                                          and not exists (select 1 from position.withdrawn w
                                                           where w.entry = entry.id))
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("ask", ask)
                .query(Boolean.class)
                .single();
    }

    private Position toPosition(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getObject("id", UUID.class),
                new InstructionId(row.getString("instruction")),
                new GovernmentCode(row.getString("government")),
                row.getString("ask"),
                Lane.valueOf(row.getString("lane")),
                Step.valueOf(row.getString("step")),
                new Basis(
                        BasisClass.valueOf(row.getString("basis")),
                        row.getString("basis_kind"),
                        row.getString("basis_id")),
                ReducedDate.parse(row.getString("as_of_text")),
                row.getString("confidence"),
                row.getString("approach"),
                new Names(json.readValue(row.getString("reason"), NAMES)),
                Position.State.valueOf(row.getString("state")),
                row.getString("by_office"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("answers", UUID.class),
                Label.of(row));
    }
}
