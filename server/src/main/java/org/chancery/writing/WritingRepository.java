// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What stands around the versions of a draft: unsaved texts, who is there, templates.
@Repository
class WritingRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WritingRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param editor the open page it comes from
    /// @param base the text that page started from
    /// @param begun when the first word was kept that is in no version
    record Unsaved(
            String by, UUID editor, Content base, Content content, Instant begun, Instant at) {}

    @Unscoped("unsaved texts of a draft that was read in scope")
    List<Unsaved> unsaved(DraftId draft) {
        return jdbc.sql(
                        """
                        select by_name, editor, base, content, begun_at, at
                          from writing.autosave
                         where draft = :draft
                         order by at
                        """)
                .param("draft", draft.value())
                .query(this::toUnsaved)
                .list();
    }

    @Unscoped("the writer's own text of a draft that was read in scope")
    Optional<Unsaved> unsaved(DraftId draft, String by) {
        return jdbc.sql(
                        """
                        select by_name, editor, base, content, begun_at, at
                          from writing.autosave
                         where draft = :draft and by_name = :by
                        """)
                .param("draft", draft.value())
                .param("by", by)
                .query(this::toUnsaved)
                .optional();
    }

    void keep(DraftId draft, Unsaved text) {
        jdbc.sql(
                        """
                        insert into writing.autosave (draft, by_name, editor, base, content, begun_at, at)
                        values (:draft, :by, :editor, cast(:base as jsonb), cast(:content as jsonb),
                                :begun, :at)
                        on conflict (draft, by_name) do update
                           set editor = excluded.editor, base = excluded.base,
                               content = excluded.content, begun_at = excluded.begun_at,
                               at = excluded.at
                        """)
                .param("draft", draft.value())
                .param("by", text.by())
                .param("editor", text.editor())
                .param("base", json.writeValueAsString(text.base()))
                .param("content", json.writeValueAsString(text.content()))
                .param("begun", utc(text.begun()))
                .param("at", utc(text.at()))
                .update();
    }

    void forget(DraftId draft, String by) {
        jdbc.sql("delete from writing.autosave where draft = :draft and by_name = :by")
                .param("draft", draft.value())
                .param("by", by)
                .update();
    }

    private Unsaved toUnsaved(ResultSet row, int number) throws SQLException {
        return new Unsaved(
                row.getString("by_name"),
                row.getObject("editor", UUID.class),
                json.readValue(row.getString("base"), Content.class),
                json.readValue(row.getString("content"), Content.class),
                instant(row, "begun_at"),
                instant(row, "at"));
    }

    /// Takes the hold of whoever was last heard of before that moment, and those away who are gone.
    void expire(DraftId draft, Instant gone, Instant heldSince) {
        jdbc.sql(
                        """
                        update writing.presence set row_id = null, row_at = null
                         where draft = :draft and row_at <= :heldSince
                        """)
                .param("draft", draft.value())
                .param("heldSince", utc(heldSince))
                .update();
        jdbc.sql(
                        """
                        delete from writing.presence
                         where draft = :draft and seen_at <= :gone and row_id is null
                        """)
                .param("draft", draft.value())
                .param("gone", utc(gone))
                .update();
    }

    void here(DraftId draft, Actor actor, @Nullable UUID row, Instant at) {
        jdbc.sql(
                        """
                        insert into writing.presence (draft, by_name, name, office, seen_at, row_id, row_at)
                        values (:draft, :by, :name, :office, :at, :row, :rowAt)
                        on conflict (draft, by_name) do update
                           set name = excluded.name, office = excluded.office,
                               seen_at = excluded.seen_at, row_id = excluded.row_id,
                               row_at = excluded.row_at
                        """)
                .param("draft", draft.value())
                .param("by", actor.signIn())
                .param("name", actor.displayName())
                .param("office", actor.office().value())
                .param("at", utc(at))
                .param("row", row)
                .param("rowAt", row == null ? null : utc(at))
                .update();
    }

    @Unscoped("who has a draft open that was read in scope")
    List<Presence> present(DraftId draft) {
        return jdbc.sql(
                        """
                        select by_name, name, office, row_id
                          from writing.presence
                         where draft = :draft
                         order by name, by_name
                        """)
                .param("draft", draft.value())
                .query(
                        (row, n) ->
                                new Presence(
                                        row.getString("by_name"),
                                        row.getString("name"),
                                        new OfficeCode(row.getString("office")),
                                        row.getObject("row_id", UUID.class)))
                .list();
    }

    List<Template> templates(ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, name, content, by_name, at
                          from writing.template
                         where level <= :level and captions <@ cast(:captions as text[])
                           and readers && cast(:offices as text[])
                         order by name, id
                        """)
                .params(reader.params())
                .query(
                        (row, n) ->
                                new Template(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        json.readValue(row.getString("content"), Content.class),
                                        row.getString("by_name"),
                                        instant(row, "at")))
                .list();
    }

    void insertTemplate(Template template, Label label) {
        jdbc.sql(
                        """
                        insert into writing.template (id, name, content, by_name, at, level, captions,
                                                    readers)
                        values (:id, :name, cast(:content as jsonb), :by, :at, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", template.id())
                .param("name", template.name())
                .param("content", json.writeValueAsString(template.content()))
                .param("by", template.by())
                .param("at", utc(template.at()))
                .params(label.params())
                .update();
    }

    void deleteTemplate(UUID id) {
        jdbc.sql("delete from writing.template where id = :id").param("id", id).update();
    }
}
