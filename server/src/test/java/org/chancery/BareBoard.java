// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// The baseline of the bench: the best SQL we know for the cells of a board, over a plain connection,
/// with what a page shows of a cell and nothing made of it.
final class BareBoard {

    private static final String HEAD =
            """
            select e.government, e.ask, e.lane, e.step, e.basis, e.basis_kind, e.basis_id,
                   e.as_of_text, e.confidence, e.state, e.by_office, e.reason
              from unnest(?) as g (government)
             cross join unnest(?) as a (ask)
             cross join (values ('WORD'), ('DEED')) as l (lane)
             cross join lateral (
                   select p.government, p.ask, p.lane, p.step, p.basis, p.basis_kind, p.basis_id,
                          p.as_of_text, p.confidence, p.state, p.by_office, p.reason
                     from position.entry p
                    where p.government = g.government and p.instruction = ?
                      and p.ask = a.ask and p.lane = l.lane and p.as_of_last <= ?
                      and p.level <= ? and p.captions <@ cast(? as text[])
                      and (p.readers = '{}' or p.readers && cast(? as text[]))
            """;
    private static final String KNOWN =
            """
                      and p.recorded_at <= ?
                      and p.id not in (select w.entry from position.withdrawn w where w.at <= ?)
            """;
    private static final String TAIL =
            """
                    order by p.as_of_last desc, p.recorded_at desc, p.id
                    limit 1) e
            """;

    private final Connection connection;
    private final String[] governments;
    private final String[] asks;

    BareBoard(EmbeddedPostgres postgres, List<String> governments, List<String> asks) {
        connection = ReleaseBench.connect(postgres);
        alwaysPlanned(connection);
        this.governments = governments.toArray(String[]::new);
        this.asks = asks.toArray(String[]::new);
    }

    /// Planned for its values each time: the plan PostgreSQL would keep after some executions sorts
    /// the whole history of every cell and takes twelve times as long.
    private static void alwaysPlanned(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_custom_plan");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param knownAt null for one clock
    List<String[]> cells(
            String instruction, LocalDate asOf, @Nullable Instant knownAt, ReadScope reader) {
        var sql = HEAD + (knownAt == null ? "" : KNOWN) + TAIL;
        var cells = new ArrayList<String[]>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", governments));
            statement.setArray(2, connection.createArrayOf("text", asks));
            statement.setString(3, instruction);
            statement.setObject(4, asOf);
            statement.setInt(5, reader.level());
            statement.setArray(6, connection.createArrayOf("text", reader.captions().toArray()));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "text", reader.offices().stream().map(OfficeCode::value).toArray()));
            if (knownAt != null) {
                statement.setObject(8, knownAt.atOffset(ZoneOffset.UTC));
                statement.setObject(9, knownAt.atOffset(ZoneOffset.UTC));
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var cell = new String[12];
                    for (int i = 0; i < cell.length; i++) {
                        cell[i] = row.getString(i + 1);
                    }
                    cells.add(cell);
                }
            }
            connection.commit();
            return cells;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
