// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Unscoped;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Texts of laws by their fingerprints.
@Repository
@Unscoped("published laws; asked while loading, nothing is shown")
class LawRepository {

    private static final TypeReference<List<LawText.Section>> SECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LawRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param origin commit or other name of where the text is from
    record Version(LocalDate dated, String origin, String sha256, LawText text) {}

    boolean knows(MeasureId law, LocalDate dated, String sha256) {
        return jdbc.sql(
                        """
                        select exists (select 1 from finding.law_version
                                        where measure = :law and dated = :dated and sha256 = :sha256)
                        """)
                .param("law", law.value())
                .param("dated", dated)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /// The text that stood before that day.
    Optional<Version> before(MeasureId law, LocalDate day) {
        return jdbc.sql(
                        """
                        select dated, origin, sha256, sections from finding.law_version
                         where measure = :law and dated < :day
                         order by dated desc, loaded_at desc
                         limit 1
                        """)
                .param("law", law.value())
                .param("day", day)
                .query(
                        (row, number) ->
                                new Version(
                                        row.getObject("dated", LocalDate.class),
                                        row.getString("origin"),
                                        row.getString("sha256"),
                                        new LawText(
                                                "",
                                                json.readValue(
                                                        row.getString("sections"), SECTIONS))))
                .optional();
    }

    void insert(MeasureId law, Version version, @Nullable FindingId step, Instant at) {
        jdbc.sql(
                        """
                        insert into finding.law_version
                               (measure, dated, origin, sha256, sections, step, loaded_at)
                        values (:law, :dated, :origin, :sha256, cast(:sections as jsonb), :step, :at)
                        """)
                .param("law", law.value())
                .param("dated", version.dated())
                .param("origin", version.origin())
                .param("sha256", version.sha256())
                .param("sections", json.writeValueAsString(version.text().sections()))
                .param("step", step == null ? null : step.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
