// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.finding.ReportScene.event;
import static org.chancery.finding.ReportScene.form;
import static org.chancery.finding.ReportScene.report;
import static org.chancery.finding.ReportScene.statement;
import static org.chancery.finding.ReportScene.statistic;
import static org.chancery.finding.ReportScene.text;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.delivery.ReleasedCables;
import org.chancery.finding.FindingKind;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.ReportPart;
import org.chancery.finding.ReportScene;
import org.chancery.finding.Reports;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.task.Task;
import org.chancery.web.SentForm;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;

/// The form of a report and what it becomes, as a browser without script sees them.
@DatabaseTest
@Import(ReleasedCables.class)
class ReportPageTest {

    private final ReportScene scene;
    private final Reports reports;

    ReportPageTest(MockMvc web, ApplicationContext beans, Reports reports) {
        this.scene = new ReportScene(web, beans);
        this.reports = reports;
    }

    private String open(Task task) {
        return scene.page("berlin", "/tasks/" + task.id() + "/report");
    }

    private String send(Task task, LinkedMultiValueMap<String, String> form) {
        return text(scene.send("berlin", post("/tasks/" + task.id() + "/report").params(form)));
    }

    @Nested
    class TheForm {

        @ParameterizedTest
        @EnumSource(Form.class)
        void asksForWhatItsRequirementNeeds(Form form) {
            var page = open(scene.task(form));

            assertThat(page).contains("What R1 asks", "id=\"summary\"", "id=\"comment\"");
            for (var part : ReportPart.values()) {
                var asked = ReportPart.of(form).contains(part);
                assertThat(page.contains("id=\"part-" + part + "\""))
                        .as("%s", part)
                        .isEqualTo(asked);
            }
        }

        @Test
        void ticksOffWhatIsGiven() {
            var task = scene.task(Form.FINDINGS);

            assertThat(open(task)).contains("At least one finding <span class=\"soft\">not yet");
            assertThat(send(task, adding(report(task, event("A committee met")), "show")))
                    .contains("At least one finding <span class=\"soft\">given");
            assertThat(send(task, adding(report(task, event("")), "show")))
                    .contains("At least one finding <span class=\"soft\">incomplete");
        }

        @ParameterizedTest
        @EnumSource(FindingKind.class)
        void addsACardOfEachKindAndKeepsWhatIsTyped(FindingKind kind) {
            var task = scene.task(Form.FINDINGS);
            var page = send(task, adding(report(task, statement()), "add-" + kind));

            var again = SentForm.of(page, "report");
            assertThat(again.getFirst("f1-kind")).isEqualTo(kind.name());
            assertThat(again.getFirst("f0-original"))
                    .isEqualTo("Über unsere Gesetze entscheiden wir selbst.");
            for (var term : kind.required()) {
                assertThat(again).containsKey("f1-" + term);
            }
        }

        @Test
        void removesACard() {
            var task = scene.task(Form.FINDINGS);
            var page =
                    send(task, adding(report(task, event("First"), event("Second")), "remove-0"));

            assertThat(SentForm.of(page, "report").getFirst("f0-title")).isEqualTo("Second");
        }

        @Test
        void movesAJudgementToTheComment() {
            var task = scene.task(Form.FINDINGS);
            var card =
                    new NewFinding(
                            FindingKind.EVENT,
                            "A committee met",
                            "They obviously wait.",
                            "2025-11",
                            "",
                            ReportScene.source("Gazette"),
                            "",
                            "",
                            false,
                            Map.of());
            var refused = send(task, form(report(task, card)));
            assertThat(refused).contains("value=\"judge-0\"", "Keep: it is quoted");

            var moved = SentForm.of(send(task, adding(report(task, card), "judge-0")), "report");

            assertThat(moved.getFirst("f0-summary")).isEmpty();
            assertThat(moved.getFirst("comment"))
                    .isEqualTo("We read it as a wish to wait.\nThey obviously wait.");
        }

        @Test
        void showsWhatIsOnFileAlready() {
            var first = scene.task(Form.FINDINGS);
            scene.release(scene.file(first, event("A committee on borders met")));
            var second = scene.task(Form.FINDINGS);

            assertThat(send(second, adding(report(second, event("Committee on fences")), "show")))
                    .contains("Already on file", "A committee on borders met");
        }
    }

    @Nested
    class ARefusedReport {

        @Test
        void losesNoText() {
            var task = scene.task(Form.STATISTICS);
            var typed = report(task, statistic("55", "offences <&> \"more\"", ""), statement());
            var sent = form(typed);

            var again = SentForm.of(send(task, sent), "report");

            sent.forEach(
                    (name, values) -> {
                        if (!name.equals("do") && !values.getFirst().isEmpty()) {
                            assertThat(again.getFirst(name)).as(name).isEqualTo(values.getFirst());
                        }
                    });
        }

        @Test
        void saysTheSameAtTheFieldAndNamesItInTheTitle() {
            var task = scene.task(Form.STATISTICS);

            var page = send(task, form(report(task, statistic("55", "offences", ""))));

            assertThat(page)
                    .contains(
                            "<title>Error:",
                            "id=\"f0-denominator-e\"",
                            "aria-describedby=\"f0-denominator-e\"",
                            "href=\"#f0-denominator\">F1: A statistic needs its denominator.");
        }

        @Test
        void asNilWithoutAReasonKeepsTheReportToo() {
            var task = scene.task(Form.FINDINGS);
            var sent = adding(report(task, event("A committee met")), "nil");

            var page = send(task, sent);

            assertThat(page).contains("TSK-008");
            assertThat(SentForm.of(page, "report").getFirst("f0-title"))
                    .isEqualTo("A committee met");
        }
    }

    @Nested
    class AFiledReport {

        @Test
        void leadsFromItsTaskToWhereItIsChanged() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));

            var answer = scene.send("berlin", get("/tasks/" + task.id() + "/report"));

            assertThat(answer.getRedirectedUrl()).isEqualTo("/reports/" + filed.id());
            assertThat(scene.page("berlin", "/reports/" + filed.id()))
                    .contains("Waits for release", "/reports/" + filed.id() + "/change");
            var change = scene.page("berlin", "/reports/" + filed.id() + "/change");
            assertThat(SentForm.of(change, "report").getFirst("f0-title"))
                    .isEqualTo("A committee met");
        }

        @Test
        void isSentBackChangedAndReleasedByThePages() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var at = "/reports/" + filed.id();

            scene.send("hom.berlin", post(at + "/send-back").param("reason", "Which one?"));
            assertThat(scene.page("berlin", at)).contains("Sent back", "Which one?");
            var changed =
                    scene.send(
                            "berlin",
                            post(at + "/change")
                                    .params(form(report(task, event("The law committee met")))));

            assertThat(changed.getRedirectedUrl()).isEqualTo(at);
            assertThat(scene.page("berlin", at)).contains("The law committee met");
            scene.release(filed);
            assertThat(scene.page("berlin", at))
                    .contains("Released")
                    .doesNotContain(at + "/change");
        }

        @Test
        void withoutAReasonIsNotWithdrawn() {
            var filed = scene.file(scene.task(Form.FINDINGS), event("A committee met"));

            var page = text(scene.send("berlin", post("/reports/" + filed.id() + "/withdraw")));

            assertThat(page).contains("TSK-006", "href=\"#reason\"");
            assertThat(reports.get(filed.id(), scene.actor("berlin").scope()).state().open())
                    .isTrue();
        }

        @Test
        void withDataOnAPersonShowsTheWordsAndTheWayOut() {
            var filed =
                    scene.file(
                            scene.task(Form.FINDINGS), event("The suspect Karim B. was flown out"));
            var at = "/reports/" + filed.id();
            assertThat(scene.page("hom.berlin", at))
                    .contains("<mark>Karim B.</mark>", at + "/stand");
            assertThat(scene.send("desk", get(at)).getStatus()).isEqualTo(404);

            scene.send("hom.berlin", post(at + "/stand").param("why", "Named by the court."));

            assertThat(scene.page("hom.berlin", at))
                    .contains("Named by the court.")
                    .doesNotContain("<mark>");
        }
    }

    @Nested
    class TheListOfFindings {

        @Test
        void isFilteredAndGoesOnWhereItEnded() {
            var page = scene.page("analyst", "/findings?government=DE&kind=MEASURE");

            assertThat(page).contains("<h1>Findings</h1>", "/findings.csv?government=DE");
            assertThat(scene.page("analyst", "/findings")).contains("after=");
        }

        @Test
        void isATableToKeep() {
            var table = scene.page("analyst", "/findings.csv?government=PL&kind=MEASURE");

            assertThat(table).startsWith("government,kind,date,title,");
            assertThat(table.lines().skip(1))
                    .isNotEmpty()
                    .allMatch(row -> row.startsWith("PL,MEASURE,"));
        }
    }

    private static LinkedMultiValueMap<String, String> adding(NewReport report, String act) {
        var form = form(report);
        form.put("do", List.of(act));
        return form;
    }
}
