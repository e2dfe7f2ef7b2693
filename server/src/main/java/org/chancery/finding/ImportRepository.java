// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Tables on their way in, and how their columns were understood.
@Repository
class ImportRepository {

    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param content the whole table
    record Upload(UUID id, String name, String content) {}

    void insert(Upload upload, String by, OfficeCode office, Instant at) {
        jdbc.sql(
                        """
                        insert into finding.import_file (id, name, content, by_name, office, taken_at)
                        values (:id, :name, :content, :by, :office, :at)
                        """)
                .param("id", upload.id())
                .param("name", upload.name())
                .param("content", upload.content())
                .param("by", by)
                .param("office", office.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UUID id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, name, content from finding.import_file
                         where id = :id and office = any(cast(:offices as text[]))
                        """)
                .param("id", id)
                .param("offices", reader.params().get("offices"))
                .query(
                        (row, number) ->
                                new Upload(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("content")))
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from finding.import_file where id = :id").param("id", id).update();
    }

    void deleteBefore(Instant at) {
        jdbc.sql("delete from finding.import_file where taken_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Unscoped("names of columns say nothing of any record")
    Optional<MeasureColumns> columns(List<String> header) {
        return jdbc.sql(
                        "select mapping from finding.import_mapping where fingerprint = :fingerprint")
                .param("fingerprint", MeasureColumns.fingerprint(header))
                .query(
                        (row, number) ->
                                new MeasureColumns(
                                        json.readValue(row.getString("mapping"), COLUMNS)))
                .optional();
    }

    void remember(List<String> header, MeasureColumns columns, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into finding.import_mapping (fingerprint, header, mapping, by_name, kept_at)
                        values (:fingerprint, cast(:header as text[]), cast(:mapping as jsonb), :by, :at)
                        on conflict (fingerprint) do update
                           set mapping = excluded.mapping, by_name = excluded.by_name,
                               kept_at = excluded.kept_at
                        """)
                .param("fingerprint", MeasureColumns.fingerprint(header))
                .param("header", header.toArray(String[]::new))
                .param("mapping", json.writeValueAsString(columns.columns()))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
