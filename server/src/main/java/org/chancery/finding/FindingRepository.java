// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FindingRepository {

    private static final TypeReference<Map<String, String>> TERMS = new TypeReference<>() {};
    private static final int NEAR_DAYS = 31;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FindingRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param key natural key, empty for findings of reports
    /// @return false if a finding with this key is already here
    boolean insert(Finding finding, String key) {
        return insert(finding, key, Set.of());
    }

    /// @param sourceReaders offices that may read the source, empty if it is not protected
    boolean insert(Finding finding, String key, Set<OfficeCode> sourceReaders) {
        var facts = finding.facts();
        return jdbc.sql(
                                """
                                insert into finding.finding
                                       (id, key, kind, government, title, summary, date_first, date_last,
                                        date_text, source_title, source_uri, source_date,
                                        source_kind, source_readers, confidence, note, family, terms, reported_in, recorded_at, level, captions,
                                        readers)
                                values (:id, nullif(:key, ''), :kind, :government, :title, :summary,
                                        :first, :last, :date, :sourceTitle, :sourceUri, :sourceDate,
                                        :sourceKind, cast(:sourceReaders as text[]), :confidence, :note, :family, cast(:terms as jsonb),
                                        :reportedIn, :at, :level, cast(:captions as text[]),
                                        cast(:readers as text[]))
                                on conflict (key) do nothing
                                """)
                        .param("id", facts.id().value())
                        .param("key", key)
                        .param("kind", finding.kind())
                        .param("government", facts.government().value())
                        .param("title", facts.title())
                        .param("summary", facts.summary())
                        .param("first", facts.date().first())
                        .param("last", facts.date().last())
                        .param("date", facts.date().text())
                        .param("sourceTitle", facts.source().title())
                        .param("sourceUri", facts.source().uri())
                        .param("sourceDate", facts.source().date())
                        .param("sourceKind", facts.source().kind().name())
                        .param(
                                "sourceReaders",
                                sourceReaders.stream()
                                        .map(OfficeCode::value)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("confidence", facts.confidence().name())
                        .param("note", facts.note())
                        .param("family", family(finding))
                        .param("terms", json.writeValueAsString(terms(finding)))
                        .param("reportedIn", facts.reportedIn())
                        .param("at", facts.recordedAt().atOffset(ZoneOffset.UTC))
                        .params(facts.label().params())
                        .update()
                == 1;
    }

    private static String family(Finding finding) {
        return switch (finding) {
            case Finding.Measure measure -> measure.family();
            case Finding.Event event -> event.family();
            case Finding.Statement _, Finding.Statistic _ -> "";
        };
    }

    /// What only this kind says, as the column `terms`.
    private static Map<String, String> terms(Finding finding) {
        var terms = new TreeMap<String, String>();
        switch (finding) {
            case Finding.Measure measure -> {
                terms.put("stage", measure.stage().name());
                terms.put("direction", measure.direction().name());
                terms.put("area", measure.area());
                terms.put("targetGroup", measure.targetGroup());
                terms.put("legalReference", measure.legalReference());
                terms.put("ask", measure.ask());
                var ends = measure.effectiveTo();
                terms.put("effectiveTo", ends == null ? "" : ends.toString());
            }
            case Finding.Statement statement -> {
                terms.put("original", statement.original());
                terms.put("language", statement.language());
                terms.put("translation", statement.translation());
                terms.put("officialTranslation", String.valueOf(statement.officialTranslation()));
                terms.put("speaker", statement.speaker());
                terms.put("onRecord", String.valueOf(statement.onRecord()));
                terms.put("stance", statement.stance());
                terms.put("ask", statement.ask());
            }
            case Finding.Statistic statistic -> {
                terms.put("value", statistic.value());
                terms.put("unit", statistic.unit());
                terms.put("population", statistic.population());
                terms.put("denominator", statistic.denominator());
                terms.put("period", statistic.period());
                terms.put("method", statistic.method());
            }
            case Finding.Event event -> terms.put("stage", event.stage());
        }
        return terms;
    }

    Optional<Finding> find(FindingId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where f.id = :id
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toFinding)
                .optional();
    }

    @Unscoped("for modules that follow a release in its own transaction")
    Finding recorded(FindingId id) {
        return jdbc.sql("select f.* from finding.finding f where f.id = :id")
                .param("id", id.value())
                .query(this::toFinding)
                .single();
    }

    @Unscoped("resolves a key while loading; nothing is shown")
    Optional<Finding> byKey(String key) {
        return jdbc.sql("select f.* from finding.finding f where f.key = :key")
                .param("key", key)
                .query(this::toFinding)
                .optional();
    }

    List<Finding> page(
            @Nullable GovernmentCode government,
            @Nullable String kind,
            @Nullable String after,
            int limit,
            ReadScope reader) {
        var key = Key.parse(after);
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where (cast(:government as text) is null or f.government = :government)
                           and (cast(:kind as text) is null or f.kind = :kind)
                           and (f.date_first, f.id) < (:date, :id)
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by f.date_first desc, f.id desc
                         limit :limit
                        """)
                .param("government", government == null ? null : government.value())
                .param("kind", kind)
                .param("date", key.date())
                .param("id", key.id())
                .param("limit", limit)
                .params(reader.params())
                .query(this::toFinding)
                .list();
    }

    List<Finding> of(GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where f.government = :government and f.date_first <= :asOf
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by f.date_first desc, f.id desc
                         limit 1000
                        """)
                .param("government", government.value())
                .param("asOf", asOf)
                .params(reader.params())
                .query(this::toFinding)
                .list();
    }

    @Unscoped("reads a row that a scoped query found")
    Finding toFinding(ResultSet row, int number) throws SQLException {
        var terms = json.readValue(row.getString("terms"), TERMS);
        var facts = facts(row);
        return switch (row.getString("kind")) {
            case "MEASURE" ->
                    new Finding.Measure(
                            facts,
                            row.getString("family"),
                            Stage.valueOf(terms.getOrDefault("stage", "")),
                            Direction.valueOf(terms.getOrDefault("direction", "")),
                            terms.getOrDefault("area", ""),
                            terms.getOrDefault("targetGroup", ""),
                            terms.getOrDefault("legalReference", ""),
                            terms.getOrDefault("effectiveTo", "").isEmpty()
                                    ? null
                                    : LocalDate.parse(terms.getOrDefault("effectiveTo", "")),
                            terms.getOrDefault("ask", ""));
            case "STATEMENT" ->
                    new Finding.Statement(
                            facts,
                            terms.getOrDefault("original", ""),
                            terms.getOrDefault("language", ""),
                            terms.getOrDefault("translation", ""),
                            Boolean.parseBoolean(terms.get("officialTranslation")),
                            terms.getOrDefault("speaker", ""),
                            Boolean.parseBoolean(terms.getOrDefault("onRecord", "true")),
                            terms.getOrDefault("stance", ""),
                            terms.getOrDefault("ask", ""));
            case "STATISTIC" ->
                    new Finding.Statistic(
                            facts,
                            terms.getOrDefault("value", ""),
                            terms.getOrDefault("unit", ""),
                            terms.getOrDefault("population", ""),
                            terms.getOrDefault("denominator", ""),
                            terms.getOrDefault("period", ""),
                            terms.getOrDefault("method", ""));
            case "EVENT" ->
                    new Finding.Event(
                            facts, row.getString("family"), terms.getOrDefault("stage", ""));
            default -> throw new IllegalStateException("finding " + row.getString("kind"));
        };
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                new FindingId(row.getObject("id", UUID.class)),
                new GovernmentCode(row.getString("government")),
                row.getString("title"),
                row.getString("summary"),
                ReducedDate.parse(row.getString("date_text")),
                shielded(row)
                        ? Source.protectedOne(Source.Kind.valueOf(row.getString("source_kind")))
                        : source(row),
                Confidence.valueOf(row.getString("confidence")),
                row.getString("note"),
                row.getString("reported_in"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Label.of(row));
    }

    /// A protected source is read by its own query alone.
    private static boolean shielded(ResultSet row) throws SQLException {
        return ((String[]) row.getArray("source_readers").getArray()).length > 0;
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("source_title"),
                row.getString("source_uri"),
                row.getString("source_date"),
                Source.Kind.valueOf(row.getString("source_kind")),
                false);
    }

    /// The protected source of a finding, for an office that may read it.
    Optional<Source> source(FindingId id, OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.source_title, f.source_uri, f.source_date, f.source_kind
                          from finding.finding f
                         where f.id = :id and :office = any (f.source_readers)
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .param("office", office.value())
                .params(reader.params())
                .query((row, n) -> source(row))
                .optional();
    }

    /// Of one government and kind, dated within so many days of the span, newest first.
    List<Finding> near(GovernmentCode government, String kind, ReducedDate date, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.*
                          from finding.finding f
                         where f.government = :government and f.kind = :kind
                           and f.date_last >= :from and f.date_first <= :to
                           and f.level <= :level and f.captions <@ cast(:captions as text[])
                           and (f.readers = '{}' or f.readers && cast(:offices as text[]))
                         order by f.date_first desc, f.id desc
                         limit 100
                        """)
                .param("government", government.value())
                .param("kind", kind)
                .param("from", date.first().minusDays(NEAR_DAYS))
                .param("to", date.last().plusDays(NEAR_DAYS))
                .params(reader.params())
                .query(this::toFinding)
                .list();
    }

    static String key(Finding finding) {
        return finding.facts().date().first() + "_" + finding.facts().id();
    }

    /// Place in a list ordered by date and id, newest first.
    private record Key(LocalDate date, UUID id) {

        private static final Key START =
                new Key(
                        LocalDate.of(9999, 1, 1),
                        UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

        private static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            var parts = text.split("_", 2);
            try {
                return new Key(
                        LocalDate.parse(parts[0]),
                        UUID.fromString(parts.length > 1 ? parts[1] : ""));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "after=<next>");
            }
        }
    }
}
