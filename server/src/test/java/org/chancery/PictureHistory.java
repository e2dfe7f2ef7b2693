// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Ten years of positions of 195 governments on 50 asks, written as they would have come: day by day.
/// One in ten is not for the bench's reader, one in a thousand was withdrawn.
final class PictureHistory {

    static final String INSTRUCTION = "I-16-0001";
    static final int DAYS = 3650;

    private PictureHistory() {}

    static List<String> governments() {
        return IntStream.range(0, 195)
                .mapToObj(i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                .toList();
    }

    static List<String> asks() {
        return IntStream.rangeClosed(1, 50).mapToObj(i -> "A" + i).toList();
    }

    static void write(EmbeddedPostgres postgres, int changes) throws SQLException {
        try (var connection = postgres.connect("postgres")) {
            run(connection, "set session_replication_role = replica");
            ground(connection);
            var indexes = indexes(connection);
            for (var index : indexes) {
                run(connection, "drop index position." + index.getFirst());
            }
            entries(connection, changes);
            for (var index : indexes) {
                run(connection, index.getLast());
            }
            run(connection, "vacuum analyze position.entry");
            run(connection, "vacuum analyze position.withdrawn");
        }
    }

    private static void ground(Connection connection) throws SQLException {
        run(
                connection,
                """
                insert into directory.government (code, scheme, names, region)
                select chr(65 + n / 26) || chr(65 + n % 26), 'ISO',
                       jsonb_build_object('en', 'Government ' || n, 'de', 'Regierung ' || n), 'EUROPE'
                  from generate_series(0, 194) as t (n)
                on conflict (code) do nothing
                """);
        run(
                connection,
                """
                insert into instruction.instruction
                       (id, mrn, subject, objective, guidance, delivery, from_office, exercise, released_at,
                        points, asks, requirements, level, captions, readers)
                select 'I-16-0001', '16 BUREAU 1', 'Fifty asks', 'To know.',
                       '{"background": [], "arguments": [], "material": [], "contact": null}',
                       '{"level": "WORKING", "notBefore": null, "notAfter": null, "partners": []}',
                       'BUREAU', 'EXERCISE BENCH', '2016-01-01 00:00Z', '[]',
                       (select jsonb_agg(jsonb_build_object('label', 'A' || n, 'text', 'Ask ' || n)
                                         order by n)
                          from generate_series(1, 50) as t (n)),
                       '[]', 0, '{}', '{}'
                """);
    }

    private static List<List<String>> indexes(Connection connection) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select indexname, indexdef from pg_indexes
                                 where schemaname = 'position' and tablename = 'entry'
                                   and indexname not like '%_pk' and indexname not like '%_key'
                                """)) {
            while (row.next()) {
                found.add(List.of(row.getString(1), row.getString(2)));
            }
        }
        return found;
    }

    private static void entries(Connection connection, int changes) throws SQLException {
        run(connection, "select setseed(0.5)");
        run(
                connection,
                """
                insert into position.entry
                       (id, instruction, government, ask, lane, step, basis, basis_kind, basis_id,
                        as_of_first, as_of_last, as_of_text, confidence, approach, reason, state,
                        by_office, recorded_at, level, captions, readers)
                select gen_random_uuid(), 'I-16-0001', chr(65 + g / 26) || chr(65 + g % 26),
                       'A' || 1 + floor(random() * 50), case when random() < 0.5 then 'WORD' else 'DEED' end,
                       (array['LEANS_SUPPORT', 'NON_COMMITTAL', 'LEANS_OPPOSE'])[1 + floor(random() * 3)],
                       'PRIVATE_RESPONSE', 'DEMARCHE', gen_random_uuid(), day, day, day, 'MODERATE', '',
                       '{"en": "As it was said to the post.", "de": "Wie es gesagt wurde."}', 'CONFIRMED',
                       'BUREAU', day + interval '1 day' * floor(random() * 60),
                       case when random() < 0.04 then 4 else 0 end,
                       case when random() < 0.03 then '{NODIS}' else '{}' end::text[],
                       case when random() < 0.03 then '{POST 001}' else '{}' end::text[]
                  from (select floor(random() * 195)::int as g,
                               date '2016-01-01' + (n::bigint * 3650 / :changes)::int as day
                          from generate_series(0, :changes - 1) as t (n)) as s
                """
                        .replace(":changes", String.valueOf(changes)));
        run(
                connection,
                """
                insert into position.withdrawn (entry, at, by_office, reason)
                select id, recorded_at + interval '90 days', 'BUREAU', 'Misread.'
                  from position.entry
                 where random() < 0.001
                """);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
