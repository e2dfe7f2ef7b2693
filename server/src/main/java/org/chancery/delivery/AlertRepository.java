// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;
import static org.chancery.kernel.Timestamps.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Addressing;
import org.chancery.cable.CableId;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertRepository {

    /// An alert whose next step is due.
    record Due(CableId cable, OfficeCode office, Duration patience) {}

    /// A copy nobody has in hand, as the duty board shows it.
    record Open(OfficeCode office, DutyBoard.Waiting waiting) {}

    /// One office's copy of a cable.
    record Copy(CableId cable, OfficeCode office) {}

    /// A step just taken.
    record Told(OfficeCode office, AlertStep step) {}

    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("an office's own roster")
    List<RosterEntry> roster(OfficeCode office) {
        return jdbc.sql(
                        """
                        select id, person, position, valid_from, valid_until
                          from delivery.alert_roster
                         where office = :office
                         order by position, valid_from, id
                        """)
                .param("office", office.value())
                .query(
                        (row, n) ->
                                new RosterEntry(
                                        row.getObject("id", UUID.class),
                                        new StaffId(row.getObject("person", UUID.class)),
                                        row.getInt("position"),
                                        instant(row, "valid_from"),
                                        instantOrNull(row, "valid_until")))
                .list();
    }

    void insert(OfficeCode office, RosterEntry entry) {
        jdbc.sql(
                        """
                        insert into delivery.alert_roster
                               (id, office, person, position, valid_from, valid_until)
                        values (:id, :office, :person, :position, :from, cast(:until as timestamptz))
                        """)
                .param("id", entry.id())
                .param("office", office.value())
                .param("person", entry.person().value())
                .param("position", entry.position())
                .param("from", utc(entry.from()))
                .param("until", utcOrNull(entry.until()))
                .update();
    }

    @Unscoped("an office's own roster")
    boolean remove(OfficeCode office, UUID id) {
        return jdbc.sql("delete from delivery.alert_roster where office = :office and id = :id")
                        .param("office", office.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /// Opens an alert for each of the copies, in one statement.
    ///
    /// @param patience how long each waits for an answer, in the order of the offices
    void insert(CableId cable, List<OfficeCode> offices, List<Duration> patience, Instant at) {
        jdbc.sql(
                        """
                        insert into delivery.alert (cable, office, patience, opened_at, next_at)
                        select :cable, t.office, make_interval(secs => t.seconds), :at,
                               cast(:at as timestamptz) + make_interval(secs => t.seconds)
                          from unnest(cast(:offices as text[]), cast(:seconds as float8[]))
                               as t (office, seconds)
                        """)
                .param("cable", cable.value())
                .param("at", utc(at))
                .param("offices", offices.stream().map(OfficeCode::value).toArray(String[]::new))
                .param(
                        "seconds",
                        patience.stream()
                                .map(wait -> String.valueOf(wait.toSeconds()))
                                .toArray(String[]::new))
                .update();
    }

    /// Tells the first on each roster, or the whole office where the roster is empty.
    @Unscoped("part of the release itself, shown to nobody")
    List<Told> tellFirst(CableId cable, Instant at) {
        return jdbc.sql(
                        """
                        insert into delivery.alert_event (cable, office, whom, person, at)
                        select a.cable, a.office,
                               case when r.person is null then 'OFFICE' else 'PERSON' end,
                               r.person, :at
                          from delivery.alert a
                          left join lateral
                               (select person from delivery.alert_roster r
                                 where r.office = a.office and r.valid_from <= :at
                                   and (r.valid_until is null or r.valid_until > :at)
                                 order by position, valid_from, id
                                 limit 1) r on true
                         where a.cable = :cable
                        returning office, whom, person, at
                        """)
                .param("cable", cable.value())
                .param("at", utc(at))
                .query((row, n) -> new Told(office(row), toStep(row)))
                .list();
    }

    /// Alerts whose next step is due, held; what another server holds is left to it.
    @Unscoped("work of the clock, shown to nobody")
    List<Due> lockDue(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select cable, office, extract(epoch from patience) as seconds
                          from delivery.alert
                         where closed_at is null and next_at <= :now
                         order by next_at
                         limit :limit
                           for update skip locked
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new Due(
                                        new CableId(row.getObject("cable", UUID.class)),
                                        office(row),
                                        Duration.ofSeconds(row.getLong("seconds"))))
                .list();
    }

    /// The next of the roster in force who has not been told of this copy yet.
    @Unscoped("work of the clock, shown to nobody")
    Optional<StaffId> next(CableId cable, OfficeCode office, Instant now) {
        return jdbc.sql(
                        """
                        select r.person
                          from delivery.alert_roster r
                         where r.office = :office and r.valid_from <= :now
                           and (r.valid_until is null or r.valid_until > :now)
                           and not exists (select from delivery.alert_event e
                                            where e.cable = :cable and e.office = :office
                                              and e.person = r.person)
                         order by r.position, r.valid_from, r.id
                         limit 1
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("now", utc(now))
                .query((row, n) -> new StaffId(row.getObject("person", UUID.class)))
                .optional();
    }

    void append(CableId cable, OfficeCode office, AlertStep step) {
        var person = step.person();
        jdbc.sql(
                        """
                        insert into delivery.alert_event (cable, office, whom, person, at)
                        values (:cable, :office, :whom, cast(:person as uuid), :at)
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("whom", step.whom().name())
                .param("person", person == null ? null : person.value().toString())
                .param("at", utc(step.at()))
                .update();
    }

    /// @param at null when everybody has been told
    void waitUntil(CableId cable, OfficeCode office, @Nullable Instant at) {
        jdbc.sql(
                        """
                        update delivery.alert set next_at = cast(:at as timestamptz)
                         where cable = :cable and office = :office
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("at", utcOrNull(at))
                .update();
    }

    void close(CableId cable, OfficeCode office, Instant at) {
        jdbc.sql(
                        """
                        with closed as (
                            update delivery.alert set closed_at = :at, next_at = null
                             where cable = :cable and office = :office and closed_at is null
                            returning cable, office)
                        insert into delivery.alert_event (cable, office, whom, at)
                        select cable, office, 'ENDED', :at from closed
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("at", utc(at))
                .update();
    }

    @Unscoped("steps of a copy that was read in scope, or of a line of the duty board")
    List<AlertStep> steps(CableId cable, OfficeCode office) {
        return jdbc.sql(
                        """
                        select whom, person, at
                          from delivery.alert_event
                         where cable = :cable and office = :office
                         order by id
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .query((row, n) -> toStep(row))
                .list();
    }

    /// Copies nobody has in hand, longest waiting first; the number only where the reader may read
    /// the cable.
    List<Open> open(ReadScope reader) {
        var steps = openSteps();
        return jdbc.sql(
                        """
                        select a.cable, a.office, a.next_at, d.precedence, d.role, d.delivered_at,
                               d.due_at, c.mrn_year, c.mrn_office, c.mrn_serial
                          from delivery.alert a
                          join delivery.delivery d on d.cable = a.cable and d.office = a.office
                          left join cable.pub_cable c
                               on c.id = a.cable and c.level <= :level
                              and c.captions <@ cast(:captions as text[])
                              and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                         where a.closed_at is null
                         order by d.delivered_at, a.cable, a.office
                         limit 2000
                        """)
                .params(reader.params())
                .query((row, n) -> toOpen(row, steps))
                .list();
    }

    /// Steps of every alert that is open, each list oldest first.
    @Unscoped("whom offices were woken through; says nothing of the cables")
    Map<Copy, List<AlertStep>> openSteps() {
        return jdbc
                .sql(
                        """
                        select e.cable, e.office, e.whom, e.person, e.at
                          from delivery.alert_event e
                          join delivery.alert a on a.cable = e.cable and a.office = e.office
                         where a.closed_at is null
                         order by e.id
                        """)
                .query((row, n) -> Map.entry(copy(row), toStep(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Copy copy(ResultSet row) throws SQLException {
        return new Copy(new CableId(row.getObject("cable", UUID.class)), office(row));
    }

    private static Open toOpen(ResultSet row, Map<Copy, List<AlertStep>> steps)
            throws SQLException {
        var copy = copy(row);
        var number = row.getString("mrn_office");
        var mrn =
                number == null
                        ? null
                        : new Mrn(
                                row.getInt("mrn_year"),
                                new OfficeCode(number),
                                row.getInt("mrn_serial"));
        return new Open(
                copy.office(),
                new DutyBoard.Waiting(
                        mrn,
                        row.getString("precedence"),
                        Addressing.valueOf(row.getString("role")),
                        instant(row, "delivered_at"),
                        instantOrNull(row, "due_at"),
                        instantOrNull(row, "next_at"),
                        steps.getOrDefault(copy, List.of())));
    }

    private static OfficeCode office(ResultSet row) throws SQLException {
        return new OfficeCode(row.getString("office"));
    }

    private static AlertStep toStep(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new AlertStep(
                AlertStep.Whom.valueOf(row.getString("whom")),
                person == null ? null : new StaffId(person),
                instant(row, "at"));
    }
}
