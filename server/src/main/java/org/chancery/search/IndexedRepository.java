// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.CableId;
import org.chancery.cable.Mrn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the index is made from: the views that the owners of the records publish.
@Repository
class IndexedRepository {

    private final JdbcClient jdbc;

    IndexedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("fills the index, which asks for the reader's labels with each query")
    long count() {
        return jdbc.sql(
                        """
                        select (select count(*) from cable.pub_cable)
                             + (select count(*) from finding.pub_finding)
                             + (select count(*) from press.pub_item)
                        """)
                .query(Long.class)
                .single();
    }

    /// Reads row by row, in bounded memory.
    void forEach(Consumer<Indexed> action) {
        jdbc.sql(
                        """
                        select 'CABLE' as collection,
                               mrn as key,
                               subject as title,
                               (select string_agg(p ->> 'text', E'\\n')
                                  from jsonb_array_elements(content -> 'paragraphs') as p) as body,
                               to_char(released_at, 'YYYY-MM-DD') as date, from_office as place,
                               level, captions, readers
                          from cable.pub_cable
                        union all
                        select 'FINDING', id::text, title, summary || E'\\n' || source_title || E'\\n'
                               || coalesce(terms ->> 'legalReference', ''), date_text, government,
                               level, captions, readers
                          from finding.pub_finding
                        union all
                        select 'PRESS', id, case when item ->> 'headline' = '' then item ->> 'outlet'
                                                 else item ->> 'headline' end,
                               item ->> 'summary' || E'\\n' || (item ->> 'outlet') || E'\\n'
                                   || (item ->> 'attributed'),
                               item ->> 'date', item ->> 'country', level, captions, readers
                          from press.pub_item
                        """)
                .query((RowCallbackHandler) row -> action.accept(toIndexed(row)));
    }

    @Unscoped("fills the index, which asks for the reader's labels with each query")
    Optional<Indexed> cable(CableId id) {
        return jdbc.sql(
                        """
                        select 'CABLE' as collection,
                               mrn as key,
                               subject as title,
                               (select string_agg(p ->> 'text', E'\\n')
                                  from jsonb_array_elements(content -> 'paragraphs') as p) as body,
                               to_char(released_at, 'YYYY-MM-DD') as date, from_office as place,
                               level, captions, readers
                          from cable.pub_cable
                         where id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> toIndexed(row))
                .optional();
    }

    /// Whether the record behind a hit may be read now; the index is not the judge, the database is.
    boolean readable(Hit hit, ReadScope reader) {
        return switch (hit.collection()) {
            case "CABLE" -> readable(Mrn.parse(hit.key()), reader);
            case "FINDING" ->
                    jdbc.sql(
                                    """
                                    select exists (
                                        select 1 from finding.pub_finding
                                         where id = cast(:key as uuid) and level <= :level
                                           and captions <@ cast(:captions as text[])
                                           and (readers = '{}'
                                                or readers && cast(:offices as text[])))
                                    """)
                            .param("key", hit.key())
                            .params(reader.params())
                            .query(Boolean.class)
                            .single();
            default -> true;
        };
    }

    private boolean readable(Mrn mrn, ReadScope reader) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from cable.pub_cable
                             where mrn_office = :office and mrn_year = :year and mrn_serial = :serial
                               and level <= :level
                               and captions <@ cast(:captions as text[])
                               and (readers = '{}' or readers && cast(:offices as text[])))
                        """)
                .param("office", mrn.office().value())
                .param("year", mrn.year())
                .param("serial", mrn.serial())
                .params(reader.params())
                .query(Boolean.class)
                .single();
    }

    private static Indexed toIndexed(ResultSet row) throws SQLException {
        var body = row.getString("body");
        return new Indexed(
                row.getString("collection"),
                row.getString("key"),
                row.getString("title"),
                body == null ? "" : body,
                row.getString("date"),
                row.getString("place"),
                Label.of(row));
    }
}
