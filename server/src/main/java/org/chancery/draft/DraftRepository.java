// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.CableId;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
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
                        select id, version, office, drafter, content, state, mrn, ended_by, ended_at,
                               changed_at
                          from draft.draft
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toDraft)
                .optional();
    }

    /// The same, held until the transaction ends, so that two acts never mix.
    Optional<Draft> lock(DraftId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, version, office, drafter, content, state, mrn, ended_by, ended_at,
                               changed_at
                          from draft.draft
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                           for update
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
                        select id, version, office, drafter, content, state, mrn, ended_by, ended_at,
                               changed_at
                          from draft.draft
                         where state in ('WRITING', 'IN_CLEARANCE')
                           and level <= :level and captions <@ cast(:captions as text[])
                           and readers && cast(:offices as text[])
                         order by changed_at desc, id
                         limit :limit
                        """)
                .param("limit", limit)
                .params(reader.params())
                .query(this::toDraft)
                .list();
    }

    void insert(Draft draft, Label label) {
        jdbc.sql(
                        """
                        insert into draft.draft (id, version, office, drafter, subject, content,
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

    /// A new version of the text; who may read the draft stays as it is.
    void update(DraftId id, long version, Content content, String by, Instant at, Label label) {
        jdbc.sql(
                        """
                        update draft.draft
                           set version = :version, subject = :subject,
                               content = cast(:content as jsonb), changed_at = :at, level = :level,
                               captions = cast(:captions as text[])
                         where id = :id
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("subject", content.subject())
                .param("content", json.writeValueAsString(content))
                .param("at", utc(at))
                .param("level", label.level())
                .param("captions", label.captions().stream().sorted().toArray(String[]::new))
                .update();
        keepVersion(id, version, content, by, at);
    }

    private void keepVersion(DraftId id, long version, Content content, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into draft.version (draft, version, content, by_name, at)
                        values (:draft, :version, cast(:content as jsonb), :by, :at)
                        """)
                .param("draft", id.value())
                .param("version", version)
                .param("content", json.writeValueAsString(content))
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    @Unscoped("versions of a draft that was read in scope")
    List<DraftVersion> versions(DraftId id) {
        return jdbc.sql(
                        """
                        select version, content, by_name, at
                          from draft.version
                         where draft = :draft
                         order by version desc
                         limit 500
                        """)
                .param("draft", id.value())
                .query(this::toVersion)
                .list();
    }

    @Unscoped("a version of a draft that was read in scope")
    Optional<DraftVersion> version(DraftId id, long version) {
        return jdbc.sql(
                        """
                        select version, content, by_name, at
                          from draft.version
                         where draft = :draft and version = :version
                        """)
                .param("draft", id.value())
                .param("version", version)
                .query(this::toVersion)
                .optional();
    }

    /// @param state `WRITING` or `IN_CLEARANCE`
    void setState(DraftId id, String state) {
        jdbc.sql("update draft.draft set state = :state where id = :id")
                .param("id", id.value())
                .param("state", state)
                .update();
    }

    void openTo(DraftId id, Collection<OfficeCode> offices) {
        jdbc.sql(
                        """
                        update draft.draft
                           set readers = array(select distinct unnest(readers
                                               || cast(:offices as text[])) order by 1)
                         where id = :id
                        """)
                .param("id", id.value())
                .param("offices", offices.stream().map(OfficeCode::value).toArray(String[]::new))
                .update();
    }

    void discard(DraftId id, String by, Instant at) {
        jdbc.sql(
                        """
                        update draft.draft set state = 'DISCARDED', ended_by = :by, ended_at = :at
                         where id = :id
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void markReleased(DraftId id, CableId cable, Mrn mrn, String by, Instant at) {
        jdbc.sql(
                        """
                        update draft.draft
                           set state = 'RELEASED', cable = :cable, mrn = :mrn, ended_by = :by,
                               ended_at = :at
                         where id = :id
                        """)
                .param("id", id.value())
                .param("cable", cable.value())
                .param("mrn", mrn.toString())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void acknowledge(DraftId draft, Draft.Acknowledgement known) {
        jdbc.sql(
                        """
                        insert into draft.acknowledgement (draft, paragraph, code, by_name, at)
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

    void forgetAcknowledged(DraftId draft) {
        jdbc.sql("delete from draft.acknowledgement where draft = :draft")
                .param("draft", draft.value())
                .update();
    }

    private Draft toDraft(ResultSet row, int number) throws SQLException {
        var id = new DraftId(row.getObject("id", UUID.class));
        return new Draft(
                id,
                row.getLong("version"),
                new OfficeCode(row.getString("office")),
                row.getString("drafter"),
                json.readValue(row.getString("content"), Content.class),
                state(row),
                acknowledged(id),
                instant(row, "changed_at"));
    }

    private static DraftState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "WRITING" -> new DraftState.Writing();
            case "IN_CLEARANCE" -> new DraftState.InClearance();
            case "RELEASED" ->
                    new DraftState.Released(
                            Mrn.parse(row.getString("mrn")), instant(row, "ended_at"));
            case "DISCARDED" -> new DraftState.Discarded(row.getString("ended_by"));
            default -> throw new IllegalStateException("draft state " + row.getString("state"));
        };
    }

    private DraftVersion toVersion(ResultSet row, int number) throws SQLException {
        return new DraftVersion(
                row.getLong("version"),
                json.readValue(row.getString("content"), Content.class),
                row.getString("by_name"),
                instant(row, "at"));
    }

    @Unscoped("part of a draft that was read in scope")
    private Set<Draft.Acknowledgement> acknowledged(DraftId draft) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select paragraph, code, by_name, at
                                  from draft.acknowledgement
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
}
