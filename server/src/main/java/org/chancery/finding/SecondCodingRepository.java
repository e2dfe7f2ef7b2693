// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Measures coded a second time.
@Repository
class SecondCodingRepository {

    private final JdbcClient jdbc;

    SecondCodingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false if this version was coded again already
    boolean insert(MeasureId measure, Measure.SecondCoding coding) {
        return jdbc.sql(
                                """
                                insert into finding.second_coding
                                       (measure, version, area, direction, magnitude, by_name, office,
                                        coded_at)
                                values (:measure, :version, :area, :direction, :magnitude, :by, :office,
                                        :at)
                                on conflict (measure, version) do nothing
                                """)
                        .param("measure", measure.value())
                        .param("version", coding.version())
                        .param("area", coding.area())
                        .param("direction", coding.direction().name())
                        .param("magnitude", coding.magnitude())
                        .param("by", coding.by())
                        .param("office", coding.office())
                        .param("at", coding.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Of the version in use.
    Optional<Measure.SecondCoding> of(MeasureId measure, ReadScope reader) {
        return jdbc.sql(
                        """
                        select s.*
                          from finding.second_coding s
                          join finding.measure m on m.id = s.measure
                         where s.measure = :measure
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                         order by s.version desc
                         limit 1
                        """)
                .param("measure", measure.value())
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Measure.SecondCoding(
                                        row.getLong("version"),
                                        row.getString("area"),
                                        Direction.valueOf(row.getString("direction")),
                                        row.getString("magnitude"),
                                        row.getString("by_name"),
                                        row.getString("office"),
                                        row.getObject("coded_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    /// By subject and area as first coded.
    List<Measure.Agreement> agreement(ReadScope reader) {
        return jdbc.sql(
                        """
                        select v.coding -> 'classes' ->> 'subject' as subject,
                               v.coding -> 'classes' ->> 'area' as area,
                               count(*) as coded,
                               count(*) filter (
                                   where s.area = v.coding -> 'classes' ->> 'area'
                                     and s.direction = v.coding -> 'effect' ->> 'direction'
                                     and s.magnitude
                                         = coalesce(v.coding -> 'effect' ->> 'magnitude', '')) as agreed
                          from finding.second_coding s
                          join finding.measure_version v
                            on v.measure = s.measure and v.version = s.version
                          join finding.measure m on m.id = s.measure
                         where m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                         group by 1, 2
                         order by 1, 2
                        """)
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Measure.Agreement(
                                        row.getString("subject"),
                                        row.getString("area"),
                                        row.getInt("agreed"),
                                        row.getInt("coded")))
                .list();
    }
}
