// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WordingRepository {

    private final JdbcClient jdbc;

    WordingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param readers offices that read it: the post and those above the instruction
    void insert(Wording wording, List<OfficeCode> readers) {
        jdbc.sql(
                        """
                        insert into instruction.adapted_wording
                               (instruction, point, office, text, by_name, at, readers)
                        values (:instruction, :point, :office, :text, :by, :at,
                                cast(:readers as text[]))
                        """)
                .param("instruction", wording.instruction().value())
                .param("point", wording.point())
                .param("office", wording.office().value())
                .param("text", wording.text())
                .param("by", wording.by())
                .param("at", wording.at().atOffset(ZoneOffset.UTC))
                .param("readers", readers.stream().map(OfficeCode::value).toArray(String[]::new))
                .update();
    }

    /// The newest of each point.
    List<Wording> newest(InstructionId instruction, OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select distinct on (w.point) w.point, w.text, w.by_name, w.at
                          from instruction.adapted_wording w
                          join instruction.instruction i on i.id = w.instruction
                         where w.instruction = :instruction and w.office = :office
                           and w.readers && cast(:offices as text[])
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by w.point, w.id desc
                        """)
                .param("instruction", instruction.value())
                .param("office", office.value())
                .params(reader.params())
                .query(
                        (row, n) ->
                                new Wording(
                                        instruction,
                                        row.getString("point"),
                                        office,
                                        row.getString("text"),
                                        row.getString("by_name"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
