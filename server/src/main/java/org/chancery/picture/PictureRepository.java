// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
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

@Repository
class PictureRepository {

    private final JdbcClient jdbc;

    PictureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Governments the instruction's posts deal with.
    List<GovernmentCode> tasked(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select distinct government
                          from task.pub_task
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
    ///
    /// @param governments those to look for
    List<Entry> current(
            Instruction instruction,
            Collection<GovernmentCode> governments,
            Clocks clocks,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.*
                          from unnest(cast(:governments as text[])) as g (government)
                         cross join unnest(cast(:asks as text[])) as a (ask)
                         cross join (values ('WORD'), ('DEED')) as l (lane)
                         cross join lateral (
                               select p.id, p.government, p.ask, p.lane, p.step, p.basis,
                                      p.basis_kind, p.basis_id, p.items, p.origins, p.as_of_text,
                                      p.confidence, p.confidence_reason, p.approach, p.salience,
                                      p.reason ->> 'en' as reason_en,
                                      p.reason ->> 'de' as reason_de, p.state, p.post_step,
                                      p.by_office, p.recorded_at
                                 from position.pub_entry p
                                where p.instruction = :instruction and p.government = g.government
                                  and p.ask = a.ask and p.lane = l.lane
                                  and p.as_of_last <= :asOf and p.recorded_at <= :knownAt
                                  and p.id not in (select entry from position.pub_withdrawn
                                                    where at <= :knownAt)
                                  and p.level <= :level and p.captions <@ cast(:captions as text[])
                                  and (p.readers = '{}' or p.readers && cast(:offices as text[]))
                                order by p.as_of_last desc, p.recorded_at desc, p.id
                                limit 1) e
                        """)
                .param("instruction", instruction.id().value())
                .param(
                        "governments",
                        governments.stream().map(GovernmentCode::value).toArray(String[]::new))
                .param("asks", instruction.asks().stream().map(Ask::label).toArray(String[]::new))
                .param("asOf", clocks.asOf())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .params(reader.params())
                .query((row, n) -> toEntry(row, ""))
                .list();
    }

    /// Every entry of a government, the withdrawn marked as such, oldest first.
    List<Entry> history(
            InstructionId instruction, GovernmentCode government, Clocks clocks, ReadScope reader) {
        return jdbc.sql(
                        """
                        select p.id, p.government, p.ask, p.lane, p.step, p.basis, p.basis_kind,
                               p.basis_id, p.items, p.origins, p.as_of_text, p.confidence,
                               p.confidence_reason, p.approach, p.salience,
                               p.reason ->> 'en' as reason_en, p.reason ->> 'de' as reason_de,
                               p.state, p.post_step, p.by_office, p.recorded_at,
                               w.reason as withdrawn
                          from position.pub_entry p
                          left join position.pub_withdrawn w
                                 on w.entry = p.id and w.at <= :knownAt
                         where p.instruction = :instruction and p.government = :government
                           and p.as_of_last <= :asOf and p.recorded_at <= :knownAt
                           and p.level <= :level and p.captions <@ cast(:captions as text[])
                           and (p.readers = '{}' or p.readers && cast(:offices as text[]))
                         order by p.as_of_last, p.recorded_at, p.id
                         limit 2000
                        """)
                .param("instruction", instruction.value())
                .param("government", government.value())
                .param("asOf", clocks.asOf())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .params(reader.params())
                .query(
                        (row, n) -> {
                            var withdrawn = row.getString("withdrawn");
                            return toEntry(row, withdrawn == null ? "" : withdrawn);
                        })
                .list();
    }

    /// @param state as it was known
    record DutyRow(String office, String government, Coverage.Duty duty) {}

    /// Tasks as they were known: what moved later is still open.
    ///
    /// @param nil answered by a nil report, as `office|requirement`
    List<DutyRow> duties(
            InstructionId instruction, Clocks clocks, Collection<String> nil, ReadScope reader) {
        return jdbc.sql(
                        """
                        select office, government, requirement, round, due_at,
                               case when at is null or at <= :knownAt then state else 'OPEN'
                               end as state
                          from task.pub_task
                         where instruction = :instruction
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by office, government, requirement, round
                        """)
                .param("instruction", instruction.value())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .params(reader.params())
                .query(
                        (row, n) ->
                                new DutyRow(
                                        row.getString("office"),
                                        row.getString("government"),
                                        new Coverage.Duty(
                                                row.getString("requirement"),
                                                row.getInt("round"),
                                                row.getString("state"),
                                                row.getObject("due_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                nil.contains(
                                                        row.getString("office")
                                                                + "|"
                                                                + row.getString("requirement")))))
                .list();
    }

    /// First day of the latest change of each government, as far as both clocks show it (POS-006).
    @Unscoped("changes of government are public")
    Map<GovernmentCode, LocalDate> changed(Clocks clocks) {
        return jdbc
                .sql(
                        """
                        select government, max(first_day) as first_day
                          from position.pub_government_change
                         where first_day <= :asOf and recorded_at <= :knownAt
                         group by government
                        """)
                .param("asOf", clocks.asOf())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .query(
                        (row, n) ->
                                Map.entry(
                                        new GovernmentCode(row.getString("government")),
                                        row.getObject("first_day", LocalDate.class)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Days an entry stands before it is stale; empty if the desk has set none.
    @Unscoped("asked for an instruction the reader has read")
    Optional<Integer> staleAfter(InstructionId instruction, Clocks clocks) {
        return jdbc.sql(
                        """
                        select days
                          from position.pub_staleness
                         where instruction = :instruction and at <= :knownAt
                         order by at desc
                         limit 1
                        """)
                .param("instruction", instruction.value())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    /// By place, not by name: a board reads tens of thousands of rows.
    ///
    /// @param row begins with the columns both queries of entries select, in their order
    private static Entry toEntry(ResultSet row, String withdrawn) throws SQLException {
        var reason = row.getString(16);
        var german = row.getString(17);
        var postStep = row.getString(19);
        return new Entry(
                row.getObject(1, UUID.class),
                new GovernmentCode(row.getString(2)),
                row.getString(3),
                Lane.valueOf(row.getString(4)),
                Step.valueOf(row.getString(5)),
                BasisClass.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getInt(10),
                ReducedDate.parse(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                Names.of(reason, german == null ? reason : german),
                row.getString(18).equals("CONFIRMED"),
                postStep == null ? null : Step.valueOf(postStep),
                row.getString(20),
                row.getObject(21, OffsetDateTime.class).toInstant(),
                withdrawn.isEmpty() ? Entry.Flags.NONE : new Entry.Flags(false, false, withdrawn));
    }
}
