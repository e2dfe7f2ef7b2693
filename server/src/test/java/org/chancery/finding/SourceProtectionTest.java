// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.DatabaseTest;
import org.chancery.audit.AuditTrail;
import org.chancery.delivery.ReleasedCables;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A source the post has marked as protected: it is for the post, the instructing bureau and those
/// named, and nowhere else to be found.
@DatabaseTest
@Import(ReleasedCables.class)
class SourceProtectionTest {

    private static final String WORDS = "a source known to the post";

    private final ReportScene scene;
    private final Reports reports;
    private final Findings findings;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    private final String secret = "Deputy head of unit Q" + System.identityHashCode(this);
    private Report report;
    private Finding finding;
    private String cable;

    SourceProtectionTest(
            MockMvc web,
            ApplicationContext beans,
            Reports reports,
            Findings findings,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.scene = new ReportScene(web, beans);
        this.reports = reports;
        this.findings = findings;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aReportThatRestsOnIt() {
        var title = "The cabinet will wait, we hear " + secret.hashCode();
        var task = scene.task(Form.FINDINGS);
        report =
                scene.file(
                        task,
                        ReportScene.card(
                                FindingKind.EVENT,
                                title,
                                new NewSource(secret, "", "", "CONTACT", true, List.of("L")),
                                Map.of()));
        var released = scene.release(report);
        cable = released.mrn().slug();
        finding =
                findings
                        .page(task.government(), "EVENT", null, 50, scene.actor("desk").scope())
                        .rows()
                        .stream()
                        .filter(known -> known.facts().title().equals(title))
                        .findFirst()
                        .orElseThrow();
    }

    private String id() {
        return finding.facts().id().toString();
    }

    @Nested
    class Nobody {

        @Test
        void findsItOnAPageInATableOrInTheCable() {
            for (var reader : List.of("desk", "analyst")) {
                for (var path :
                        List.of(
                                "/findings/" + id(),
                                "/findings?government=DE",
                                "/findings.csv?government=DE",
                                "/reports/" + report.id(),
                                "/instructions/" + report.instruction().value() + "/reports",
                                "/instructions/" + report.instruction().value() + "/reports.csv",
                                "/governments/de",
                                "/cables/" + cable,
                                "/cables/" + cable + "/raw")) {
                    assertThat(scene.page(reader, path)).as(path).doesNotContain(secret);
                }
            }
            assertThat(scene.page("analyst", "/findings/" + id())).contains(WORDS);
            assertThat(scene.page("analyst", "/cables/" + cable)).contains(WORDS);
        }

        @Test
        void findsItInTheApi() throws Exception {
            for (var path :
                    List.of(
                            "/api/v1/findings/" + id(),
                            "/api/v1/findings?government=DE",
                            "/api/v1/reports/" + report.id(),
                            "/api/v1/cables/" + cable)) {
                scene.api("desk", get(path))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString(secret))));
            }
            scene.api("desk", get("/api/v1/findings/" + id()))
                    .andExpect(jsonPath("$.source.masked").value(true))
                    .andExpect(jsonPath("$.source.title").value(WORDS));
        }

        @Test
        void findsItInWhatPictureAndSearchRead() {
            assertThat(
                            jdbc.sql(
                                            """
                                            select source_title || source_uri || terms::text || summary
                                              from finding.pub_finding
                                             where id = :id
                                            """)
                                    .param("id", finding.facts().id().value())
                                    .query(String.class)
                                    .single())
                    .doesNotContain(secret);
        }
    }

    @Nested
    class ThoseItIsFor {

        @Test
        void readItWhenTheyAskAndStandInTheAudit() throws Exception {
            for (var reader : List.of("berlin", "desk", "legal")) {
                scene.api(reader, post("/api/v1/findings/" + id() + "/source"))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.title").value(secret));
                assertThat(audit.page(Long.MAX_VALUE, 20).rows())
                        .anyMatch(
                                entry ->
                                        entry.act().equals("finding.source-read")
                                                && entry.actor().equals(reader)
                                                && entry.objectId().equals(id()));
            }
            var page = scene.send("desk", post("/findings/" + id() + "/source"));
            assertThat(ReportScene.text(page)).contains(secret);
        }

        @Test
        void seeItInTheFormOfThePostThatWroteIt() {
            var waiting =
                    scene.file(
                            scene.task(Form.FINDINGS),
                            ReportScene.card(
                                    FindingKind.EVENT,
                                    "We hear more",
                                    new NewSource(secret, "", "", "CONTACT", true, List.of()),
                                    Map.of()));

            assertThat(scene.page("berlin", "/reports/" + waiting.id() + "/change"))
                    .contains(secret);
            assertThat(scene.page("berlin", "/reports/" + waiting.id())).doesNotContain(secret);
            assertThat(
                            reports.get(waiting.id(), scene.actor("hom.berlin").scope())
                                    .content()
                                    .findings()
                                    .getFirst()
                                    .source()
                                    .title())
                    .isEqualTo(WORDS);
        }
    }

    @Nested
    class Everybody {

        @Test
        void elseGetsTheAnswerForWhatIsNotThere() throws Exception {
            scene.api("analyst", post("/api/v1/findings/" + id() + "/source"))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("ACC-001"));
            assertThat(
                            catchThrowableOfType(
                                            Refusal.class,
                                            () ->
                                                    findings.source(
                                                            finding.facts().id(),
                                                            scene.actor("analyst")))
                                    .first()
                                    .code()
                                    .code())
                    .isEqualTo("ACC-001");
            assertThat(Objects.requireNonNull(finding.facts().source()).masked()).isTrue();
        }
    }
}
