// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.util.List;
import org.chancery.access.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("published statistics, open to everybody who may sign in")
class IndicatorRepository {

    private final JdbcClient jdbc;

    IndicatorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Indicator> all() {
        return jdbc.sql(
                        "select id, title, metric, unit, calendar from evidence.indicator order by id")
                .query(
                        (row, n) ->
                                new Indicator(
                                        row.getString("id"),
                                        row.getString("title"),
                                        Metric.valueOf(row.getString("metric")),
                                        row.getString("unit"),
                                        row.getString("calendar")))
                .list();
    }

    List<Observation> observations(String series) {
        return jdbc.sql(
                        """
                        select series, country, period, value, number, unit, status, denominator,
                               method, source, uri, source_date, confidence
                          from evidence.observation
                         where series = :series
                         order by period, position
                        """)
                .param("series", series)
                .query(
                        (row, n) ->
                                new Observation(
                                        row.getString("series"),
                                        row.getString("country"),
                                        row.getString("period"),
                                        row.getString("value"),
                                        row.getBigDecimal("number"),
                                        row.getString("unit"),
                                        row.getString("status"),
                                        row.getString("denominator"),
                                        row.getString("method"),
                                        row.getString("source"),
                                        row.getString("uri"),
                                        row.getString("source_date"),
                                        row.getString("confidence")))
                .list();
    }

    void insert(Indicator indicator) {
        jdbc.sql(
                        """
                        insert into evidence.indicator (id, title, metric, unit, calendar)
                        values (:id, :title, :metric, :unit, :calendar)
                        on conflict (id) do nothing
                        """)
                .param("id", indicator.id())
                .param("title", indicator.title())
                .param("metric", indicator.metric().name())
                .param("unit", indicator.unit())
                .param("calendar", indicator.calendar())
                .update();
    }

    /// @return false if the same value of the same source is already here
    boolean insert(Observation observation) {
        return jdbc.sql(
                                """
                                insert into evidence.observation
                                       (series, country, period, value, number, unit, status, denominator,
                                        method, source, uri, source_date, confidence)
                                values (:series, :country, :period, :value, :number, :unit, :status,
                                        :denominator, :method, :source, :uri, :sourceDate, :confidence)
                                on conflict on constraint observation_key do nothing
                                """)
                        .param("series", observation.series())
                        .param("country", observation.country())
                        .param("period", observation.period())
                        .param("value", observation.value())
                        .param("number", observation.number())
                        .param("unit", observation.unit())
                        .param("status", observation.status())
                        .param("denominator", observation.denominator())
                        .param("method", observation.method())
                        .param("source", observation.source())
                        .param("uri", observation.uri())
                        .param("sourceDate", observation.sourceDate())
                        .param("confidence", observation.confidence())
                        .update()
                == 1;
    }
}
