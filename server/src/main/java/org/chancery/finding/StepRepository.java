// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Steps of measures: findings that name a family, without those that were replaced.
@Repository
class StepRepository {

    private final JdbcClient jdbc;
    private final FindingRepository findings;

    StepRepository(JdbcClient jdbc, FindingRepository findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /// Place in a list by jurisdiction and name of the measure.
    record Key(String government, String family) {

        static final Key START = new Key("", "");

        /// @throws Refusal `VALUE_UNKNOWN` for a text that is no key
        static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            var parts = text.split("_", 2);
            if (parts.length != 2) {
                throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "after=<next>");
            }
            return new Key(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return government + "_" + family;
        }
    }

    /// Measures that match, by jurisdiction and name, from just after the key.
    List<Key> matching(MeasureQuery query, Key after, int limit, ReadScope reader) {
        return jdbc.sql(
                        """
                        select step.government, step.family
                          from (select distinct on (f.government, f.family)
                                       f.government, f.family, f.terms ->> 'stage' as stage
                                  from finding.finding f
                                 where f.family <> '' and f.date_last <= :asOf
                                   and (f.government, f.family) > (:government, :family)
                                   and (cardinality(cast(:codes as text[])) = 0
                                        or f.government = any(cast(:codes as text[])))
                                   and not exists (select 1 from finding.replaced_step r
                                                    where r.finding = f.id)
                                   and f.level <= :level and f.captions <@ cast(:captions as text[])
                                   and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                                 order by f.government, f.family, f.date_first desc, f.date_last desc,
                                       array_position(cast(:order as text[]), f.terms ->> 'stage') desc,
                                       f.id desc) step
                         cross join lateral (
                               select f.terms ->> 'direction' as direction, f.terms ->> 'area' as area
                                 from finding.finding f
                                where f.family = step.family and f.government = step.government
                                  and f.kind = 'MEASURE' and f.date_last <= :asOf
                                  and not exists (select 1 from finding.replaced_step r
                                                   where r.finding = f.id)
                                  and f.level <= :level and f.captions <@ cast(:captions as text[])
                                  and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                                order by f.date_first desc, f.date_last desc, f.id desc
                                limit 1) last
                          left join finding.measure m
                            on m.id = step.family
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                         where step.stage = any(cast(:stages as text[]))
                           and (cast(:direction as text) is null
                                or coalesce(m.derived, case when m.version > 1 then m.direction end,
                                            last.direction) = :direction)
                           and (:area = ''
                                or coalesce(case when m.version > 1 then m.area end, last.area) = :area)
                           and (:subject = '' or coalesce(m.subject, 'migration') = :subject)
                         order by step.government, step.family
                         limit :limit
                        """)
                .param("asOf", query.asOf())
                .param("government", after.government())
                .param("family", after.family())
                .param("codes", query.codes())
                .param("order", Stage.names(stage -> true))
                .param("stages", query.stages())
                .param("direction", query.direction() == null ? null : query.direction().name())
                .param("area", query.area())
                .param("subject", query.subject())
                .param("limit", limit)
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Key(row.getString("government"), row.getString("family")))
                .list();
    }

    /// Steps certainly taken by that day, by jurisdiction and date.
    ///
    /// @param government null for all
    List<Finding> of(@Nullable GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where (cast(:government as text) is null or f.government = :government)
                           and f.family <> '' and f.date_last <= :asOf
                           and not exists (select 1 from finding.replaced_step r where r.finding = f.id)
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by f.government, f.date_first, f.id
                        """)
                .param("government", government == null ? null : government.value())
                .param("asOf", asOf)
                .params(reader.params())
                .query(findings::toFinding)
                .list();
    }

    /// All steps of these measures, whatever their date.
    List<Finding> of(Collection<String> families, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where f.family = any(cast(:families as text[]))
                           and not exists (select 1 from finding.replaced_step r where r.finding = f.id)
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by f.government, f.date_first, f.id
                        """)
                .param("families", families.toArray(String[]::new))
                .params(reader.params())
                .query(findings::toFinding)
                .list();
    }

    /// @return false if it was replaced already
    boolean insertReplaced(
            FindingId step,
            @Nullable FindingId by,
            MeasureId measure,
            String reason,
            String name,
            String office,
            Instant at) {
        return jdbc.sql(
                                """
                                insert into finding.replaced_step
                                       (finding, replaced_by, measure, reason, by_name, office,
                                        replaced_at)
                                values (:step, :by, :measure, :reason, :name, :office, :at)
                                on conflict (finding) do nothing
                                """)
                        .param("step", step.value())
                        .param("by", by == null ? null : by.value())
                        .param("measure", measure.value())
                        .param("reason", reason)
                        .param("name", name)
                        .param("office", office)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Steps recorded wrongly, oldest first.
    List<Measure.Replaced> replaced(MeasureId measure, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*, r.reason, r.by_name, r.office, r.replaced_at
                          from finding.replaced_step r
                          join finding.finding f on f.id = r.finding
                         where r.measure = :measure
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by r.replaced_at, f.id
                        """)
                .param("measure", measure.value())
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Measure.Replaced(
                                        findings.toFinding(row, number),
                                        row.getString("reason"),
                                        row.getString("by_name"),
                                        row.getString("office"),
                                        row.getObject("replaced_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
