// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CableRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CableRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The cable with its rows, addressees and references; one statement each, whatever their
    /// number.
    void insert(Cable cable) {
        var content = cable.content();
        jdbc.sql(
                        """
                        insert into cable.cable
                               (id, mrn_year, mrn_office, mrn_serial, number, draft, from_office, type,
                                subject, exercise, precedence, topics, attachments, content,
                                released_at, released_by, hash, level, captions, readers)
                        values (:id, :year, :office, :serial, :number, :draft, :from, :type, :subject,
                                :exercise, :precedence, cast(:topics as text[]), :attachments,
                                cast(:content as jsonb), :at, :by, :hash, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", cable.id().value())
                .param("year", cable.mrn().year())
                .param("office", cable.mrn().office().value())
                .param("serial", cable.mrn().serial())
                .param("number", cable.number())
                .param("draft", cable.draft().value())
                .param("from", cable.from().value())
                .param("type", content.type())
                .param("subject", content.subject())
                .param("exercise", content.exercise())
                .param("precedence", content.actionPrecedence())
                .param("topics", content.topics().toArray(String[]::new))
                .param("attachments", content.attachments().size())
                .param("content", json.writeValueAsString(content))
                .param("at", utc(cable.releasedAt()))
                .param("by", cable.releasedBy())
                .param("hash", cable.hash())
                .params(cable.label().params())
                .update();
        insertRows(cable);
        insertAddressees(cable);
        if (!content.references().isEmpty()) {
            insertReferences(cable);
        }
    }

    private void insertRows(Cable cable) {
        jdbc.sql(
                        """
                        insert into cable.paragraph (id, cable, position, role, label, heading, text,
                                                     mark, terms)
                        select cast(p ->> 'id' as uuid), :cable, n, p ->> 'role', p ->> 'label',
                               p ->> 'heading', p ->> 'text', p ->> 'mark', p -> 'terms'
                          from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as t (p, n)
                        """)
                .param("cable", cable.id().value())
                .param("rows", json.writeValueAsString(cable.content().paragraphs()))
                .update();
    }

    private void insertAddressees(Cable cable) {
        var rows = cable.addressees();
        jdbc.sql(
                        """
                        insert into cable.addressee (cable, office, role, precedence, via)
                        select :cable, t.office, t.role, t.precedence, t.via
                          from unnest(cast(:offices as text[]), cast(:roles as text[]),
                                      cast(:precedences as text[]), cast(:vias as text[]))
                               as t (office, role, precedence, via)
                        """)
                .param("cable", cable.id().value())
                .param("offices", rows.stream().map(a -> a.office().value()).toArray(String[]::new))
                .param("roles", rows.stream().map(a -> a.role().name()).toArray(String[]::new))
                .param(
                        "precedences",
                        rows.stream().map(Addressee::precedence).toArray(String[]::new))
                .param("vias", rows.stream().map(Addressee::via).toArray(String[]::new))
                .update();
    }

    private void insertReferences(Cable cable) {
        jdbc.sql(
                        """
                        insert into cable.reference (cable, position, number, relation, target)
                        select :cable, n, r ->> 'number', r ->> 'relation', c.id
                          from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as t (r, n)
                          left join cable.cable c on c.number = r ->> 'number'
                        """)
                .param("cable", cable.id().value())
                .param("rows", json.writeValueAsString(cable.content().references()))
                .update();
    }

    Optional<Cable> find(Mrn mrn, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn_year, mrn_office, mrn_serial, number, draft, from_office,
                               content, released_at, released_by, hash, level, captions, readers
                          from cable.cable
                         where mrn_office = :office and mrn_year = :year and mrn_serial = :serial
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("office", mrn.office().value())
                .param("year", mrn.year())
                .param("serial", mrn.serial())
                .params(reader.params())
                .query(this::toCable)
                .optional();
    }

    Optional<Cable> byPrinted(String number, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn_year, mrn_office, mrn_serial, number, draft, from_office,
                               content, released_at, released_by, hash, level, captions, readers
                          from cable.cable
                         where number = :number
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by released_at desc, id desc
                         limit 1
                        """)
                .param("number", number)
                .params(reader.params())
                .query(this::toCable)
                .optional();
    }

    /// Released cables the reader may see, newest first.
    ///
    /// @param from sender, null for all
    List<CableSummary> page(@Nullable OfficeCode from, TimeKey after, int limit, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn_year, mrn_office, mrn_serial, from_office, type, subject,
                               precedence, level, exercise, released_at
                          from cable.cable
                         where (cast(:from as text) is null or from_office = :from)
                           and (released_at, id) < (:at, :id)
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by released_at desc, id desc
                         limit :limit
                        """)
                .param("from", from == null ? null : from.value())
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .params(reader.params())
                .query(CableRepository::toSummary)
                .list();
    }

    List<Follower> followers(Cable cable, ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.relation, c.id, c.mrn_year, c.mrn_office, c.mrn_serial, c.from_office,
                               c.type, c.subject, c.precedence, c.level, c.exercise, c.released_at
                          from cable.reference r join cable.cable c on c.id = r.cable
                         where r.target = :cable
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                         order by c.released_at, c.id
                         limit 500
                        """)
                .param("cable", cable.id().value())
                .params(reader.params())
                .query(
                        (row, n) ->
                                new Follower(
                                        Reference.Relation.valueOf(row.getString("relation")),
                                        toSummary(row, n)))
                .list();
    }

    @Unscoped("part of a cable that was read in scope")
    private List<Addressee> addressees(CableId cable) {
        return jdbc.sql(
                        """
                        select office, role, precedence, via
                          from cable.addressee
                         where cable = :cable
                         order by role, office
                        """)
                .param("cable", cable.value())
                .query(
                        (row, n) ->
                                new Addressee(
                                        new OfficeCode(row.getString("office")),
                                        Addressing.valueOf(row.getString("role")),
                                        row.getString("precedence"),
                                        row.getString("via")))
                .list();
    }

    private Cable toCable(ResultSet row, int number) throws SQLException {
        var id = new CableId(row.getObject("id", UUID.class));
        return new Cable(
                id,
                mrn(row),
                row.getString("number"),
                new DraftId(row.getObject("draft", UUID.class)),
                new OfficeCode(row.getString("from_office")),
                json.readValue(row.getString("content"), Content.class),
                addressees(id),
                instant(row, "released_at"),
                row.getString("released_by"),
                Label.of(row),
                row.getString("hash"));
    }

    private static CableSummary toSummary(ResultSet row, int number) throws SQLException {
        return new CableSummary(
                new CableId(row.getObject("id", UUID.class)),
                mrn(row),
                new OfficeCode(row.getString("from_office")),
                row.getString("type"),
                row.getString("subject"),
                row.getString("precedence"),
                row.getInt("level"),
                row.getString("exercise"),
                instant(row, "released_at"));
    }

    private static Mrn mrn(ResultSet row) throws SQLException {
        return new Mrn(
                row.getInt("mrn_year"),
                new OfficeCode(row.getString("mrn_office")),
                row.getInt("mrn_serial"));
    }
}
