// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// How measures are coded: the version in use, and all before it.
@Repository
class MeasureRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MeasureRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return false if a measure of this name is here already
    boolean insert(Measure measure) {
        var coding = measure.coding();
        return jdbc.sql(
                                """
                                insert into finding.measure
                                       (id, government, version, family, subject, area, direction,
                                        coding_state, reported_by, coded_by, recorded_at, level, captions,
                                        readers)
                                values (:id, :government, 1, nullif(:family, ''), :subject, :area,
                                        :direction, :state, :reportedBy, :codedBy, :at, :level,
                                        cast(:captions as text[]), cast(:readers as text[]))
                                on conflict (id) do nothing
                                """)
                        .param("id", measure.id().value())
                        .param("government", measure.government().value())
                        .param("family", coding.family())
                        .param("subject", coding.classes().subject())
                        .param("area", coding.classes().area())
                        .param("direction", coding.effect().direction().name())
                        .param("state", measure.state().name())
                        .param("reportedBy", measure.reportedBy())
                        .param("codedBy", measure.codedBy())
                        .param("at", measure.recordedAt().atOffset(ZoneOffset.UTC))
                        .params(measure.label().params())
                        .update()
                == 1;
    }

    void insertVersion(MeasureId measure, Measure.Version version) {
        jdbc.sql(
                        """
                        insert into finding.measure_version
                               (measure, version, kind, reason, coding, by_name, office, made_at)
                        values (:measure, :version, :kind, :reason, cast(:coding as jsonb), :by, :office,
                                :at)
                        """)
                .param("measure", measure.value())
                .param("version", version.version())
                .param("kind", version.kind())
                .param("reason", version.reason())
                .param("coding", json.writeValueAsString(version.coding()))
                .param("by", version.by())
                .param("office", version.office())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Puts the next version in use.
    ///
    /// @return false if another came first
    @Unscoped("the door has read the measure for the actor before")
    boolean advance(Measure stood, Coding coding, Measure.CodingState state, String office) {
        return jdbc.sql(
                                """
                                update finding.measure
                                   set version = version + 1, family = nullif(:family, ''),
                                       subject = :subject, area = :area, direction = :direction,
                                       coding_state = :state, coded_by = :office
                                 where id = :id and version = :version
                                """)
                        .param("id", stood.id().value())
                        .param("version", stood.version())
                        .param("family", coding.family())
                        .param("subject", coding.classes().subject())
                        .param("area", coding.classes().area())
                        .param("direction", coding.effect().direction().name())
                        .param("state", state.name())
                        .param("office", office)
                        .update()
                == 1;
    }

    void state(MeasureId measure, Measure.CodingState state) {
        jdbc.sql("update finding.measure set coding_state = :state where id = :id")
                .param("state", state.name())
                .param("id", measure.value())
                .update();
    }

    void derived(MeasureId family, @Nullable Direction direction) {
        jdbc.sql("update finding.measure set derived = :direction where id = :id")
                .param("direction", direction == null ? null : direction.name())
                .param("id", family.value())
                .update();
    }

    /// In the order they were recorded. A provision that not every reader of the package may read
    /// does not count: its direction would tell of it.
    @Unscoped("takes only what every reader of the package may read")
    List<Direction> directionsOfProvisions(MeasureId family) {
        return jdbc.sql(
                        """
                        select p.direction
                          from finding.measure p
                          join finding.measure m on m.id = p.family
                         where p.family = :family
                           and p.level <= m.level and p.captions <@ m.captions
                           and (p.readers = '{}' or m.readers <> '{}' and m.readers <@ p.readers)
                         order by p.recorded_at, p.id
                        """)
                .param("family", family.value())
                .query((row, number) -> Direction.valueOf(row.getString("direction")))
                .list();
    }

    Optional<Measure> find(MeasureId id, ReadScope reader) {
        return in(List.of(id.value()), reader).stream().findFirst();
    }

    @Unscoped("for what a file or a released report adds to a measure; nothing is shown")
    boolean knows(MeasureId id) {
        return jdbc.sql("select exists (select 1 from finding.measure where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<Measure> in(Collection<String> ids, ReadScope reader) {
        return jdbc.sql(
                        """
                        select m.*, v.coding
                          from finding.measure m
                          join finding.measure_version v on v.measure = m.id and v.version = m.version
                         where m.id = any(cast(:ids as text[]))
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                        """)
                .param("ids", ids.toArray(String[]::new))
                .params(reader.params())
                .query(this::toMeasure)
                .list();
    }

    List<Measure> provisions(MeasureId family, ReadScope reader) {
        return jdbc.sql(
                        """
                        select m.*, v.coding
                          from finding.measure m
                          join finding.measure_version v on v.measure = m.id and v.version = m.version
                         where m.family = :family
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                         order by m.recorded_at, m.id
                        """)
                .param("family", family.value())
                .params(reader.params())
                .query(this::toMeasure)
                .list();
    }

    private Measure toMeasure(ResultSet row, int number) throws SQLException {
        var derived = row.getString("derived");
        return new Measure(
                new MeasureId(row.getString("id")),
                new GovernmentCode(row.getString("government")),
                row.getLong("version"),
                json.readValue(row.getString("coding"), Coding.class),
                derived == null ? null : Direction.valueOf(derived),
                Measure.CodingState.valueOf(row.getString("coding_state")),
                row.getString("reported_by"),
                row.getString("coded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Label.of(row));
    }

    /// Newest first.
    List<Measure.Version> versions(MeasureId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select v.*
                          from finding.measure_version v
                          join finding.measure m on m.id = v.measure
                         where v.measure = :id
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                         order by v.version desc
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Measure.Version(
                                        row.getLong("version"),
                                        row.getString("kind"),
                                        row.getString("reason"),
                                        json.readValue(row.getString("coding"), Coding.class),
                                        row.getString("by_name"),
                                        row.getString("office"),
                                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @return false if this document is on record with this measure
    boolean insertDocument(MeasureId measure, Document document) {
        var step = document.step();
        return jdbc.sql(
                                """
                                insert into finding.document
                                       (id, measure, step, role, language, title, uri, dated,
                                        retrieved_at, sha256)
                                values (:id, :measure, :step, :role, :language, :title, :uri, :dated, :at,
                                        :sha256)
                                on conflict (measure, sha256, title) do nothing
                                """)
                        .param("id", document.id())
                        .param("measure", measure.value())
                        .param("step", step == null ? null : step.value())
                        .param("role", document.role().name())
                        .param("language", document.language())
                        .param("title", document.title())
                        .param("uri", document.uri())
                        .param("dated", document.dated())
                        .param("at", document.retrievedAt().atOffset(ZoneOffset.UTC))
                        .param("sha256", document.sha256())
                        .update()
                == 1;
    }

    /// Documents of a step are for those who may read the step.
    List<Document> documents(MeasureId measure, ReadScope reader) {
        return jdbc.sql(
                        """
                        select d.*
                          from finding.document d
                          join finding.measure m on m.id = d.measure
                         where d.measure = :measure
                           and m.level <= :level and m.captions <@ cast(:captions as text[])
                           and (m.readers = '{}' or m.readers && cast(:offices as text[]))
                           and (d.step is null or exists (
                                   select 1 from finding.finding f
                                    where f.id = d.step
                                      and f.level <= :level and f.captions <@ cast(:captions as text[])
                                      and (f.readers = '{}' or f.readers && cast(:offices as text[]))))
                         order by d.dated, d.id
                        """)
                .param("measure", measure.value())
                .params(reader.params())
                .query(MeasureRepository::toDocument)
                .list();
    }

    private static Document toDocument(ResultSet row, int number) throws SQLException {
        var step = row.getObject("step", UUID.class);
        return new Document(
                row.getObject("id", UUID.class),
                step == null ? null : new FindingId(step),
                Document.Role.valueOf(row.getString("role")),
                row.getString("language"),
                row.getString("title"),
                row.getString("uri"),
                row.getString("dated"),
                row.getObject("retrieved_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"));
    }
}
