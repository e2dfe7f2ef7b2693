// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.cable.Addressing;
import org.chancery.cable.CableId;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Copies, their history and who opened them. The inbox is asked by [InboxRepository].
@Repository
@Unscoped("copies of a cable that was read in scope, or that is being released")
class DeliveryRepository {

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One row per addressee and the first line of its history, each in one statement, whatever
    /// their number.
    void insert(CableId cable, List<Delivery> copies) {
        jdbc.sql(
                        """
                        with copy as (
                            insert into delivery.delivery (cable, office, role, precedence, via,
                                                           due_at, state, state_at, delivered_at)
                            select :cable, t.office, t.role, t.precedence, t.via,
                                   cast(t.due_at as timestamptz), t.state,
                                   cast(t.state_at as timestamptz),
                                   case when t.state = 'DELIVERED'
                                        then cast(t.state_at as timestamptz) end
                              from unnest(cast(:offices as text[]), cast(:roles as text[]),
                                          cast(:precedences as text[]), cast(:vias as text[]),
                                          cast(:due as text[]), cast(:states as text[]),
                                          cast(:since as text[]))
                                   as t (office, role, precedence, via, due_at, state, state_at)
                            returning cable, office, state, state_at, state_by, state_note)
                        insert into delivery.event (cable, office, state, at, by, note)
                        select cable, office, state, state_at, state_by, state_note from copy
                        """)
                .param("cable", cable.value())
                .param("offices", column(copies, copy -> copy.office().value()))
                .param("roles", column(copies, copy -> copy.role().name()))
                .param("precedences", column(copies, Delivery::precedence))
                .param("vias", column(copies, Delivery::via))
                .param("due", column(copies, DeliveryRepository::due))
                .param("states", column(copies, copy -> copy.state().code()))
                .param("since", column(copies, copy -> copy.state().at().toString()))
                .update();
    }

    private static @Nullable String due(Delivery copy) {
        var due = copy.due();
        return due == null ? null : due.toString();
    }

    private interface Cell {
        @Nullable String of(Delivery copy);
    }

    private static @Nullable String[] column(List<Delivery> copies, Cell cell) {
        var values = new @Nullable String[copies.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.of(copies.get(i));
        }
        return values;
    }

    List<Delivery> of(CableId cable) {
        return jdbc.sql(
                        """
                        select office, role, precedence, via, state, state_at, state_by, state_note,
                               due_at, opened_at, opened_by, assigned_to, handled_at
                          from delivery.delivery
                         where cable = :cable
                         order by role, office
                        """)
                .param("cable", cable.value())
                .query(DeliveryRepository::toDelivery)
                .list();
    }

    Optional<Delivery> of(CableId cable, OfficeCode office) {
        return one(cable, office, "");
    }

    /// Held until the caller's transaction ends.
    Optional<Delivery> lock(CableId cable, OfficeCode office) {
        return one(cable, office, " for update");
    }

    private Optional<Delivery> one(CableId cable, OfficeCode office, String suffix) {
        return jdbc.sql(
                        """
                        select office, role, precedence, via, state, state_at, state_by, state_note,
                               due_at, opened_at, opened_by, assigned_to, handled_at
                          from delivery.delivery
                         where cable = :cable and office = :office\
                        """
                                + suffix)
                .param("cable", cable.value())
                .param("office", office.value())
                .query(DeliveryRepository::toDelivery)
                .optional();
    }

    /// The first reader of an office; nothing happens where the office has no unopened copy.
    void open(CableId cable, OfficeCode office, String by, Instant at) {
        jdbc.sql(
                        """
                        with moved as (
                            update delivery.delivery
                               set opened_at = :at, opened_by = :by,
                                   state = 'OPENED', state_at = :at, state_by = :by
                             where cable = :cable and office = :office and state = 'DELIVERED'
                            returning cable, office)
                        insert into delivery.event (cable, office, state, at, by, note)
                        select cable, office, 'OPENED', :at, :by, '' from moved
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /// The first time a person opens it, acting for an office; later times change nothing.
    void read(CableId cable, OfficeCode office, StaffId person, Instant at) {
        jdbc.sql(
                        """
                        insert into delivery.reading (cable, office, person, first_at)
                        values (:cable, :office, :person, :at)
                        on conflict do nothing
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("person", person.value())
                .param("at", utc(at))
                .update();
    }

    List<Reading> readings(CableId cable) {
        return jdbc.sql(
                        """
                        select office, person, first_at
                          from delivery.reading
                         where cable = :cable
                         order by first_at, person
                        """)
                .param("cable", cable.value())
                .query(
                        (row, n) ->
                                new Reading(
                                        new OfficeCode(row.getString("office")),
                                        new StaffId(row.getObject("person", UUID.class)),
                                        instant(row, "first_at")))
                .list();
    }

    void move(CableId cable, OfficeCode office, DeliveryState state) {
        jdbc.sql(
                        """
                        update delivery.delivery
                           set state = :state, state_at = :at, state_by = :by, state_note = :note
                         where cable = :cable and office = :office
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("state", state.code())
                .param("at", utc(state.at()))
                .param("by", state.by())
                .param("note", state.note())
                .update();
        append(
                cable,
                office,
                new DeliveryEvent(state.code(), state.at(), state.by(), state.note()));
    }

    void assign(CableId cable, OfficeCode office, StaffId person) {
        jdbc.sql(
                        """
                        update delivery.delivery set assigned_to = :person
                         where cable = :cable and office = :office
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("person", person.value())
                .update();
    }

    void handle(CableId cable, OfficeCode office, String by, Instant at) {
        jdbc.sql(
                        """
                        update delivery.delivery set handled_at = :at, handled_by = :by
                         where cable = :cable and office = :office
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    void append(CableId cable, OfficeCode office, DeliveryEvent event) {
        jdbc.sql(
                        """
                        insert into delivery.event (cable, office, state, at, by, note)
                        values (:cable, :office, :state, :at, :by, :note)
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("state", event.state())
                .param("at", utc(event.at()))
                .param("by", event.by())
                .param("note", event.note())
                .update();
    }

    List<DeliveryEvent> events(CableId cable, OfficeCode office) {
        return jdbc.sql(
                        """
                        select state, at, by, note
                          from delivery.event
                         where cable = :cable and office = :office
                         order by id
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .query(
                        (row, n) ->
                                new DeliveryEvent(
                                        row.getString("state"),
                                        instant(row, "at"),
                                        row.getString("by"),
                                        row.getString("note")))
                .list();
    }

    static Delivery toDelivery(ResultSet row, int number) throws SQLException {
        var assigned = row.getObject("assigned_to", UUID.class);
        return new Delivery(
                new OfficeCode(row.getString("office")),
                Addressing.valueOf(row.getString("role")),
                row.getString("precedence"),
                row.getString("via"),
                DeliveryState.of(
                        row.getString("state"),
                        instant(row, "state_at"),
                        row.getString("state_by"),
                        row.getString("state_note")),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "opened_at"),
                row.getString("opened_by"),
                assigned == null ? null : new StaffId(assigned),
                instantOrNull(row, "handled_at"));
    }
}
