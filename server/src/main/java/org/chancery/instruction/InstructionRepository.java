// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class InstructionRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InstructionRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Unscoped("a number says nothing of any instruction")
    int nextSerial(int year) {
        return jdbc.sql(
                        """
                        insert into instruction.series (year, last) values (:year, 1)
                        on conflict (year) do update set last = series.last + 1
                        returning last
                        """)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    @Unscoped("links a supplement inside the release; the link is shown only in scope")
    Optional<InstructionId> idOfCable(String mrn) {
        return jdbc.sql("select id from instruction.instruction where mrn = :mrn")
                .param("mrn", mrn)
                .query((row, n) -> new InstructionId(row.getString("id")))
                .optional();
    }

    void insert(Instruction instruction) {
        var supplements = instruction.supplements();
        jdbc.sql(
                        """
                        insert into instruction.instruction
                               (id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                                supplements, points, asks, requirements, level, captions, readers)
                        values (:id, :mrn, :subject, :objective, cast(:guidance as jsonb),
                                cast(:delivery as jsonb), :from, :exercise, :at, :supplements,
                                cast(:points as jsonb), cast(:asks as jsonb),
                                cast(:requirements as jsonb), :level, cast(:captions as text[]),
                                cast(:readers as text[]))
                        """)
                .param("id", instruction.id().value())
                .param("mrn", instruction.cable().toString())
                .param("subject", instruction.subject())
                .param("objective", instruction.objective())
                .param("guidance", json.writeValueAsString(instruction.guidance()))
                .param("delivery", json.writeValueAsString(instruction.delivery()))
                .param("from", instruction.from().value())
                .param("exercise", instruction.exercise())
                .param("at", instruction.releasedAt().atOffset(ZoneOffset.UTC))
                .param("supplements", supplements == null ? null : supplements.value())
                .param("points", json.writeValueAsString(instruction.points()))
                .param("asks", json.writeValueAsString(instruction.asks()))
                .param("requirements", json.writeValueAsString(instruction.requirements()))
                .params(instruction.label().params())
                .update();
    }

    List<Instruction> list(ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                               supplements, points, asks, requirements, level, captions, readers
                          from instruction.instruction
                         where level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by released_at desc, id desc
                         limit 200
                        """)
                .params(reader.params())
                .query(this::toInstruction)
                .list();
    }

    Optional<Instruction> find(InstructionId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                               supplements, points, asks, requirements, level, captions, readers
                          from instruction.instruction
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toInstruction)
                .optional();
    }

    Optional<Instruction> byCable(String mrn, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                               supplements, points, asks, requirements, level, captions, readers
                          from instruction.instruction
                         where mrn = :mrn
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("mrn", mrn)
                .params(reader.params())
                .query(this::toInstruction)
                .optional();
    }

    /// Those that continue an instruction, and those that continue them, the oldest first. One the
    /// reader may not read hides itself and nothing behind it.
    List<Instruction> supplements(InstructionId original, ReadScope reader) {
        return jdbc.sql(
                        """
                        with recursive later (id) as (
                            select id from instruction.instruction where supplements = :original
                            union
                            select s.id from instruction.instruction s
                              join later on s.supplements = later.id)
                        select id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                               supplements, points, asks, requirements, level, captions, readers
                          from instruction.instruction
                         where id in (select id from later)
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by released_at, id
                        """)
                .param("original", original.value())
                .params(reader.params())
                .query(this::toInstruction)
                .list();
    }

    @Unscoped("part of the release of a supplement, shown to nobody")
    List<ReportingRequirement> requirements(InstructionId id) {
        return jdbc.sql("select requirements from instruction.instruction where id = :id")
                .param("id", id.value())
                .query(
                        (row, n) ->
                                json.readValue(
                                        row.getString("requirements"),
                                        new TypeReference<List<ReportingRequirement>>() {}))
                .single();
    }

    private Instruction toInstruction(ResultSet row, int number) throws SQLException {
        var supplements = row.getString("supplements");
        return new Instruction(
                new InstructionId(row.getString("id")),
                Mrn.parse(row.getString("mrn")),
                row.getString("subject"),
                row.getString("objective"),
                json.readValue(row.getString("guidance"), Guidance.class),
                json.readValue(row.getString("delivery"), DeliveryTerms.class),
                new OfficeCode(row.getString("from_office")),
                row.getString("exercise"),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                supplements == null ? null : new InstructionId(supplements),
                json.readValue(row.getString("points"), new TypeReference<List<TalkingPoint>>() {}),
                json.readValue(row.getString("asks"), new TypeReference<List<Ask>>() {}),
                json.readValue(
                        row.getString("requirements"),
                        new TypeReference<List<ReportingRequirement>>() {}),
                Label.of(row));
    }
}
