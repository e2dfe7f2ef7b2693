// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.chancery.ReleaseBench.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import tools.jackson.databind.json.JsonMapper;

/// The baseline of the bench: one set-based transaction that writes the rows of a release and asks
/// nothing. One connection; not for several threads.
final class BareRelease {

    private final Connection connection;
    private final JsonMapper json = new JsonMapper();

    BareRelease(EmbeddedPostgres postgres) {
        connection = ReleaseBench.connect(postgres);
    }

    static List<Paragraph> rows() {
        return List.of(
                row("SUMMARY", "", Map.of(), "What this is about, in a sentence of usual length."),
                row("OBJECTIVE", "", Map.of(), "What is to be reached with each government."),
                row("BACKGROUND", "", Map.of(), "Why now, in a paragraph. ".repeat(20)),
                row("CONTACT", "", Map.of("office", "BUREAU"), "Desk for the matter"),
                row("POINT", "P1", Map.of(), "We ask that your government consider it."),
                row("ASK", "A1", Map.of(), "To consider it."),
                row(
                        "REQUIREMENT",
                        "R1",
                        Map.of("form", "FINDINGS", "due", "2030-01-31"),
                        "How the government responds."));
    }

    /// Milliseconds of each release.
    List<Double> run(int times, List<String> posts) {
        var spent = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            var begin = System.nanoTime();
            try {
                release(posts);
                connection.commit();
                newest(posts.getLast());
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            spent.add((System.nanoTime() - begin) / 1e6);
        }
        return spent;
    }

    private void release(List<String> posts) throws SQLException {
        var at = OffsetDateTime.now(ZoneOffset.UTC);
        var cable = UUID.randomUUID();
        var rows = rows();
        var readers = new ArrayList<>(posts);
        readers.add("BUREAU");
        var serial =
                number(
                        "insert into cable.series (office, year, last) values ('BUREAU', ?, 1)"
                                + " on conflict (office, year) do update set last = series.last + 1 returning last",
                        at.getYear());
        update(
                """
                insert into cable.cable
                       (id, mrn_year, mrn_office, mrn_serial, number, draft, from_office, type,
                        subject, exercise, precedence, topics, attachments, content, released_at, released_by,
                        hash, level, captions, readers)
                values (?, ?, 'BUREAU', ?, ?, ?, 'BUREAU', 'INSTRUCTION', 'A cable to every post',
                        'EXERCISE BENCH', 'ROUTINE', '{SMIG}', 0, cast(? as jsonb), ?, 'approver',
                        repeat('0', 64), 0, '{}', ?)
                """,
                cable,
                at.getYear(),
                serial,
                "bare " + serial,
                UUID.randomUUID(),
                json.writeValueAsString(content(posts, rows)),
                at,
                array(readers));
        update(
                """
                insert into cable.paragraph (id, cable, position, role, label, heading, text, mark,
                                             terms)
                select cast(p ->> 'id' as uuid), ?, n, p ->> 'role', p ->> 'label',
                       p ->> 'heading', p ->> 'text', p ->> 'mark', p -> 'terms'
                  from jsonb_array_elements(cast(? as jsonb)) with ordinality as t (p, n)
                """,
                cable,
                json.writeValueAsString(rows));
        update(
                """
                insert into cable.addressee (cable, office, role, precedence, via)
                select ?, office, 'ACTION', 'ROUTINE', '' from unnest(?) as t (office)
                """,
                cable,
                array(posts));
        update(
                """
                with copy as (
                    insert into delivery.delivery (cable, office, role, precedence, via, due_at,
                                                   state, state_at, delivered_at)
                    select ?, office, 'ACTION', 'ROUTINE', '', ?, 'DELIVERED', ?, ?
                      from unnest(?) as t (office)
                    returning cable, office, state, state_at)
                insert into delivery.event (cable, office, state, at, by, note)
                select cable, office, state, state_at, '', '' from copy
                """,
                cable,
                at.plusHours(6),
                at,
                at,
                array(posts));
        update(
                """
                insert into delivery.distribution (cable, office, how, at)
                select ?, office, 'OFFICE', ? from unnest(?) as t (office)
                """,
                cable,
                at,
                array(posts));
        instruct(at, serial, posts, readers);
        audit(at, serial);
        publish(at, posts);
    }

    private void instruct(OffsetDateTime at, int serial, List<String> posts, List<String> readers)
            throws SQLException {
        var number =
                number(
                        "insert into instruction.series (year, last) values (?, 1)"
                                + " on conflict (year) do update set last = series.last + 1 returning last",
                        at.getYear());
        var id = "I-%02d-%04d".formatted(at.getYear() % 100, number);
        update(
                """
                insert into instruction.instruction
                       (id, mrn, subject, objective, guidance, delivery, from_office, exercise,
                        released_at, points, asks, requirements, level, captions, readers)
                values (?, ?, 'A cable to every post', 'What is to be reached.', '{}', '{}', 'BUREAU',
                        'EXERCISE BENCH', ?, '[]', '[]', '[]', 0, '{}', ?)
                """,
                id,
                "bare " + serial,
                at,
                array(readers));
        update(
                """
                insert into task.task (id, instruction, requirement, text, form, office,
                                              government, round, due_at, kind, precedence,
                                              state)
                select gen_random_uuid(), ?, 'R1', 'How the government responds.', 'FINDINGS',
                       office, 'DE', 1, ?, 'REPORT', 'PRIORITY', 'OPEN'
                  from unnest(?) as t (office)
                """,
                id,
                at.plusDays(30),
                array(posts));
    }

    private void audit(OffsetDateTime at, int serial) throws SQLException {
        var sequence = number("select cast(sequence as int) + 1 from audit.chain_end for update");
        update(
                """
                insert into audit.entry (sequence, at, actor, office, act, object_kind, object_id,
                                         facts, hash)
                values (?, ?, 'approver', 'BUREAU', 'cable.released', 'cable', ?, '{}',
                        repeat('0', 64))
                """,
                sequence,
                at,
                "bare " + serial);
        update("update audit.chain_end set sequence = ?", sequence);
    }

    /// The word to the archive that there is something to index.
    private void publish(OffsetDateTime at, List<String> posts) throws SQLException {
        update(
                """
                insert into event_publication (id, listener_id, event_type, serialized_event,
                                               publication_date, completion_date)
                values (?, 'bare', 'bare', ?, ?, ?)
                """,
                UUID.randomUUID(),
                json.writeValueAsString(posts),
                at,
                at);
    }

    private void newest(String post) throws SQLException {
        number(
                """
                select c.mrn_serial
                  from delivery.delivery d join cable.pub_cable c on c.id = d.cable
                 where d.office = ?
                 order by d.delivered_at desc, d.cable desc
                 limit 1
                """,
                post);
    }

    private static Content content(List<String> posts, List<Paragraph> rows) {
        return Content.blank("INSTRUCTION", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("A cable to every post")
                .addresses(posts.stream().map(p -> new AddressLine(p, Addressing.ACTION)).toList())
                .excluded(Collections.emptySet())
                .paragraphs(rows)
                .exercise("EXERCISE BENCH")
                .build();
    }

    private java.sql.Array array(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private int number(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof java.sql.Array array) {
                    statement.setArray(i + 1, array);
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
