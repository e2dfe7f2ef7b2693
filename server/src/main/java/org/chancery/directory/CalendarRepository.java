// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Days on which an office is to be left alone: its holidays, and when it is on minimise.
@Repository
class CalendarRepository {

    private final JdbcClient jdbc;
    private final NamesColumn names;

    CalendarRepository(JdbcClient jdbc, NamesColumn names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    Map<OfficeCode, Set<LocalDate>> holidays() {
        var days = new HashMap<OfficeCode, Set<LocalDate>>();
        jdbc.sql("select office, day from directory.holiday")
                .query(
                        row -> {
                            days.computeIfAbsent(
                                            new OfficeCode(row.getString("office")),
                                            office -> new HashSet<>())
                                    .add(row.getObject("day", LocalDate.class));
                        });
        return days;
    }

    Set<OfficeCode> onMinimise(LocalDate day) {
        return jdbc.sql(
                        """
                        select distinct office
                          from directory.minimise
                         where valid_from <= :day and (valid_until is null or valid_until >= :day)
                        """)
                .param("day", day)
                .query((row, n) -> new OfficeCode(row.getString("office")))
                .set();
    }

    /// From the day on, the next first.
    List<Calendar.Holiday> holidaysFrom(LocalDate day) {
        return jdbc.sql(
                        """
                        select office, day, names
                          from directory.holiday
                         where day >= :day
                         order by day, office
                        """)
                .param("day", day)
                .query(
                        (row, n) ->
                                new Calendar.Holiday(
                                        new OfficeCode(row.getString("office")),
                                        row.getObject("day", LocalDate.class),
                                        names.read(row.getString("names"))))
                .list();
    }

    /// Those that last on the day or are to come, the first to begin first.
    List<Minimise> minimiseFrom(LocalDate day) {
        return jdbc.sql(
                        """
                        select office, valid_from, valid_until, reason
                          from directory.minimise
                         where valid_until is null or valid_until >= :day
                         order by valid_from, office
                        """)
                .param("day", day)
                .query(
                        (row, n) ->
                                new Minimise(
                                        new OfficeCode(row.getString("office")),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_until", LocalDate.class),
                                        row.getString("reason")))
                .list();
    }

    void insertHoliday(OfficeCode office, LocalDate day, Names called) {
        jdbc.sql(
                        """
                        insert into directory.holiday (office, day, names)
                        values (:office, :day, cast(:names as jsonb))
                        on conflict (office, day) do update set names = excluded.names
                        """)
                .param("office", office.value())
                .param("day", day)
                .param("names", names.write(called))
                .update();
    }

    void insertMinimise(OfficeCode office, Period period, String reason) {
        jdbc.sql(
                        """
                        insert into directory.minimise (office, valid_from, valid_until, reason)
                        values (:office, :from, :until, :reason)
                        on conflict (office, valid_from)
                        do update set valid_until = excluded.valid_until, reason = excluded.reason
                        """)
                .param("office", office.value())
                .param("from", period.from())
                .param("until", period.until())
                .param("reason", reason)
                .update();
    }
}
