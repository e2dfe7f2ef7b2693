// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.chancery.position.BasisClass;
import org.chancery.position.Lane;
import org.chancery.position.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PictureRepository {

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PictureRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Governments the instruction's posts deal with, and those anything is known of.
    List<GovernmentCode> governments(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select government
                          from instruction.pub_task
                         where instruction = :instruction
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        union
                        select government
                          from position.pub_entry
                         where instruction = :instruction
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by 1
                        """)
                .param("instruction", instruction.value())
                .params(reader.params())
                .query((row, n) -> new GovernmentCode(row.getString("government")))
                .list();
    }

    /// The entry in force per government, ask and lane: one probe of the index per cell, which is
    /// several times faster than sorting the whole history.
    List<Entry> current(
            Instruction instruction, LocalDate asOf, Instant knownAt, ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from (select distinct government from position.pub_entry
                                 where instruction = :instruction) g
                         cross join unnest(cast(:asks as text[])) as a (ask)
                         cross join (values ('WORD'), ('DEED')) as l (lane)
                         cross join lateral (
                               select p.*
                                 from position.pub_entry p
                                where p.instruction = :instruction and p.government = g.government
                                  and p.ask = a.ask and p.lane = l.lane
                                  and p.as_of_last <= :asOf and p.recorded_at <= :knownAt
                                  and p.level <= :level and p.captions <@ cast(:captions as text[])
                                  and (p.readers = '{}' or p.readers && cast(:offices as text[]))
                                order by p.as_of_last desc, p.recorded_at desc, p.id
                                limit 1) e
                        """)
                .param("instruction", instruction.id().value())
                .param("asks", instruction.asks().stream().map(Ask::label).toArray(String[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .params(reader.params())
                .query(this::toEntry)
                .list();
    }

    List<Entry> changes(
            InstructionId instruction, LocalDate since, LocalDate asOf, ReadScope reader) {
        return jdbc.sql(
                        """
                        select p.*
                          from position.pub_entry p
                         where p.instruction = :instruction
                           and p.as_of_last > :since and p.as_of_last <= :asOf
                           and p.level <= :level and p.captions <@ cast(:captions as text[])
                           and (p.readers = '{}' or p.readers && cast(:offices as text[]))
                         order by p.as_of_last desc, p.recorded_at desc, p.id
                         limit 200
                        """)
                .param("instruction", instruction.value())
                .param("since", since)
                .param("asOf", asOf)
                .params(reader.params())
                .query(this::toEntry)
                .list();
    }

    List<Entry> history(
            InstructionId instruction,
            GovernmentCode government,
            LocalDate asOf,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select p.*
                          from position.pub_entry p
                         where p.instruction = :instruction and p.government = :government
                           and p.as_of_last <= :asOf
                           and p.level <= :level and p.captions <@ cast(:captions as text[])
                           and (p.readers = '{}' or p.readers && cast(:offices as text[]))
                         order by p.as_of_last, p.recorded_at, p.id
                         limit 2000
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("asOf", asOf)
                .params(reader.params())
                .query(this::toEntry)
                .list();
    }

    private Entry toEntry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new GovernmentCode(row.getString("government")),
                row.getString("ask"),
                Lane.valueOf(row.getString("lane")),
                Step.valueOf(row.getString("step")),
                BasisClass.valueOf(row.getString("basis")),
                row.getString("basis_kind"),
                row.getString("basis_id"),
                ReducedDate.parse(row.getString("as_of_text")),
                row.getString("confidence"),
                row.getString("approach"),
                new Names(json.readValue(row.getString("reason"), NAMES)),
                row.getString("state").equals("CONFIRMED"),
                row.getString("by_office"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
