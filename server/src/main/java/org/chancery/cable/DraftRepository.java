// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Draft> find(DraftId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.id, d.version, d.office, d.drafter, d.content, d.sent_to_clearance,
                               d.changed_at, c.mrn_year, c.mrn_office, c.mrn_serial, c.released_at
                          from cable.draft d left join cable.cable c on c.draft = d.id
                         where d.id = :id
                           and d.level <= :level and d.captions <@ cast(:captions as text[])
                           and (d.readers = '{}' or d.readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toDraft)
                .optional();
    }

    /// Open drafts of the reader's offices and those asked of them, last changed first.
    List<Draft> open(int limit, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.id, d.version, d.office, d.drafter, d.content, d.sent_to_clearance,
                               d.changed_at, null::int as mrn_year, null::text as mrn_office,
                               null::int as mrn_serial, null::timestamptz as released_at
                          from cable.draft d
                         where d.cable is null
                           and d.level <= :level and d.captions <@ cast(:captions as text[])
                           and d.readers && cast(:offices as text[])
                         order by d.changed_at desc, d.id
                         limit :limit
                        """)
                .param("limit", limit)
                .params(reader.params())
                .query(this::toDraft)
                .list();
    }

    /// Holds the draft until the transaction ends, so that two acts never mix.
    @Unscoped("locks a draft that was read in the actor's scope just before")
    Optional<Long> lock(DraftId id) {
        return jdbc.sql("select version from cable.draft where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    void insert(Draft draft, Label label) {
        jdbc.sql(
                        """
                        insert into cable.draft (id, version, office, drafter, subject, content,
                                                 changed_at, level, captions, readers)
                        values (:id, :version, :office, :drafter, :subject, cast(:content as jsonb),
                                :at, :level, cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", draft.id().value())
                .param("version", draft.version())
                .param("office", draft.office().value())
                .param("drafter", draft.drafter())
                .param("subject", draft.content().subject())
                .param("content", json.writeValueAsString(draft.content()))
                .param("at", utc(draft.changedAt()))
                .params(label.params())
                .update();
        keepVersion(
                draft.id(), draft.version(), draft.content(), draft.drafter(), draft.changedAt());
    }

    /// A new version of the text; back to writing.
    void update(DraftId id, long version, Content content, String by, Instant at, Label label) {
        jdbc.sql(
                        """
                        update cable.draft
                           set version = :version, subject = :subject,
                               content = cast(:content as jsonb), sent_to_clearance = false,
                               changed_at = :at, level = :level,
                               captions = cast(:captions as text[]),
                               readers = cast(:readers as text[])
                         where id = :id
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("subject", content.subject())
                .param("content", json.writeValueAsString(content))
                .param("at", utc(at))
                .params(label.params())
                .update();
        keepVersion(id, version, content, by, at);
    }

    private void keepVersion(DraftId id, long version, Content content, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into cable.draft_version (draft, version, content, by_name, at)
                        values (:draft, :version, cast(:content as jsonb), :by, :at)
                        """)
                .param("draft", id.value())
                .param("version", version)
                .param("content", json.writeValueAsString(content))
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void sendToClearance(DraftId id, Set<OfficeCode> readers) {
        jdbc.sql(
                        """
                        update cable.draft
                           set sent_to_clearance = true, readers = cast(:readers as text[])
                         where id = :id
                        """)
                .param("id", id.value())
                .param("readers", codes(readers))
                .update();
    }

    void markReleased(DraftId id, CableId cable) {
        jdbc.sql("update cable.draft set cable = :cable where id = :id")
                .param("id", id.value())
                .param("cable", cable.value())
                .update();
    }

    void ask(DraftId draft, OfficeCode office) {
        jdbc.sql(
                        """
                        insert into cable.clearance (draft, office, answer)
                        values (:draft, :office, 'ASKED')
                        on conflict (draft, office) do update
                           set answer = 'ASKED', by_name = null, at = null, comment = ''
                         where clearance.answer <> 'CLEARED'
                        """)
                .param("draft", draft.value())
                .param("office", office.value())
                .update();
    }

    void answer(DraftId draft, Clearance clearance) {
        var at = clearance.at();
        jdbc.sql(
                        """
                        update cable.clearance
                           set answer = :answer, by_name = :by, at = :at, comment = :comment
                         where draft = :draft and office = :office
                        """)
                .param("draft", draft.value())
                .param("office", clearance.office().value())
                .param("answer", clearance.answer().name())
                .param("by", clearance.by())
                .param("at", at == null ? null : utc(at))
                .param("comment", clearance.comment())
                .update();
    }

    /// A changed text voids what was given for the old one.
    void voidGiven(DraftId draft) {
        jdbc.sql(
                        """
                        update cable.clearance set answer = 'VOIDED'
                         where draft = :draft and answer = 'CLEARED'
                        """)
                .param("draft", draft.value())
                .update();
        jdbc.sql("delete from cable.acknowledgement where draft = :draft")
                .param("draft", draft.value())
                .update();
    }

    void acknowledge(DraftId draft, Draft.Acknowledgement known) {
        jdbc.sql(
                        """
                        insert into cable.acknowledgement (draft, paragraph, code, by_name, at)
                        values (:draft, :paragraph, :code, :by, :at)
                        on conflict (draft, paragraph, code) do nothing
                        """)
                .param("draft", draft.value())
                .param("paragraph", known.paragraph())
                .param("code", known.code())
                .param("by", known.by())
                .param("at", utc(known.at()))
                .update();
    }

    private Draft toDraft(ResultSet row, int number) throws SQLException {
        var id = new DraftId(row.getObject("id", UUID.class));
        var clearances = clearances(id);
        return new Draft(
                id,
                row.getLong("version"),
                new OfficeCode(row.getString("office")),
                row.getString("drafter"),
                json.readValue(row.getString("content"), Content.class),
                state(row, clearances),
                clearances,
                acknowledged(id),
                instant(row, "changed_at"));
    }

    private static DraftState state(ResultSet row, List<Clearance> clearances) throws SQLException {
        if (row.getString("mrn_office") != null) {
            var mrn =
                    new Mrn(
                            row.getInt("mrn_year"),
                            new OfficeCode(row.getString("mrn_office")),
                            row.getInt("mrn_serial"));
            return new DraftState.Released(mrn, instant(row, "released_at"));
        }
        if (!row.getBoolean("sent_to_clearance")) {
            return new DraftState.Writing();
        }
        return new DraftState.InClearance(
                clearances.stream()
                        .filter(clearance -> !clearance.given())
                        .map(Clearance::office)
                        .collect(Collectors.toSet()));
    }

    @Unscoped("part of a draft that was read in scope")
    private List<Clearance> clearances(DraftId draft) {
        return jdbc.sql(
                        """
                        select office, answer, by_name, at, comment
                          from cable.clearance
                         where draft = :draft
                         order by office
                        """)
                .param("draft", draft.value())
                .query(
                        (row, n) ->
                                new Clearance(
                                        new OfficeCode(row.getString("office")),
                                        Clearance.Answer.valueOf(row.getString("answer")),
                                        row.getString("by_name"),
                                        instantOrNull(row, "at"),
                                        row.getString("comment")))
                .list();
    }

    @Unscoped("part of a draft that was read in scope")
    private Set<Draft.Acknowledgement> acknowledged(DraftId draft) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select paragraph, code, by_name, at
                                  from cable.acknowledgement
                                 where draft = :draft
                                """)
                        .param("draft", draft.value())
                        .query(
                                (row, n) ->
                                        new Draft.Acknowledgement(
                                                row.getObject("paragraph", UUID.class),
                                                row.getString("code"),
                                                row.getString("by_name"),
                                                instant(row, "at")))
                        .list());
    }

    private static String[] codes(Set<OfficeCode> offices) {
        return offices.stream().map(OfficeCode::value).sorted().toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
