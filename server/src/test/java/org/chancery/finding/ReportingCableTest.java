// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.finding.ReportScene.event;
import static org.chancery.finding.ReportScene.report;
import static org.chancery.finding.ReportScene.statement;
import static org.chancery.finding.ReportScene.statistic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.cable.Paragraph;
import org.chancery.delivery.ReleasedCables;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.Refusal;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// The reporting cable, and how it and its report stay one until it is released.
@DatabaseTest
@Import(ReleasedCables.class)
class ReportingCableTest {

    private final ReportScene scene;
    private final Reports reports;
    private final Drafts drafts;
    private final Tasks tasks;
    private final Actor berlin;
    private final Actor head;

    ReportingCableTest(
            MockMvc web, ApplicationContext beans, Reports reports, Drafts drafts, Tasks tasks) {
        this.scene = new ReportScene(web, beans);
        this.reports = reports;
        this.drafts = drafts;
        this.tasks = tasks;
        this.berlin = scene.actor("berlin");
        this.head = scene.actor("hom.berlin");
    }

    private Draft draft(Report report) {
        return drafts.get(Objects.requireNonNull(report.draft()), head.scope());
    }

    private List<Paragraph> rows(Report report) {
        return draft(report).content().paragraphs();
    }

    @Nested
    class OnADemarche {

        @Test
        void saysWhoWhatWasLeftOutWhatWasAnsweredAndWhatComesNext() {
            var task = scene.task(Form.DEMARCHE_REPORT);
            scene.deliver(task);
            var typed =
                    new NewReport(
                            task.id(),
                            "A1 is agreed, A2 is not.",
                            Map.of(
                                    ReportPart.QUESTIONS, "Whether others were asked.",
                                    ReportPart.RECOMMENDED, "Ask again in January."),
                            "They want company.",
                            "",
                            List.of(),
                            List.of());

            var rows = rows(reports.file(typed, berlin));

            assertThat(rows)
                    .extracting(Paragraph::role)
                    .containsExactly("SUMMARY", "TEXT", "TEXT", "TEXT", "COMMENT");
            assertThat(rows.get(1).text())
                    .isEqualTo(
                            "Meeting with Director for migration (Director, Interior ministry)."
                                    + " 1 of 2 points made. Left out: P2 (no time was left)."
                                    + " A1: Agrees. We will. A2: Declines. We will not."
                                    + " A paper was left. Promised: An answer in writing.");
            assertThat(rows.get(2).heading()).isEqualTo("Questions they asked");
            assertThat(rows.get(3).heading()).isEqualTo("Recommended follow-up");
            assertThat(rows.getLast().text()).isEqualTo("They want company.");
        }
    }

    @Nested
    class OnFindings {

        @Test
        void givesEachWithWhatItsKindSaysAndItsSource() {
            var filed =
                    scene.file(
                            scene.task(Form.FINDINGS),
                            statement(),
                            statistic("55", "recorded offences", "10,000 residents"),
                            event("A committee met"));

            assertThat(rows(filed))
                    .extracting(Paragraph::text)
                    .contains(
                            "Spokesperson, interior ministry, 2025-11-20, on the record: “Über"
                                    + " unsere Gesetze entscheiden wir selbst.” (our translation:"
                                    + " “We decide on our own laws.”). Source: Press conference.",
                            "Recorded offences. 55 recorded offences, of 10,000 residents."
                                    + " Population: residents. Period: 2024. Method: reports to"
                                    + " police. Source: Statistical office.",
                            "A committee met (2025-11-20). Source: Exercise gazette.");
            assertThat(rows(filed))
                    .extracting(Paragraph::heading)
                    .contains("Statement [A1]", "Statistic [A1]", "Event [A1]");
        }

        @Test
        void keepsTheCommentApartAndLast() {
            var filed = scene.file(scene.task(Form.FINDINGS), event("A committee met"));

            assertThat(rows(filed).getLast().role()).isEqualTo("COMMENT");
            assertThat(rows(filed).getFirst().role()).isEqualTo("SUMMARY");
        }

        @Test
        void putsThemOnRecordWhenItIsReleased() {
            var filed = scene.file(scene.task(Form.FINDINGS), statement());

            var cable = scene.release(filed);

            assertThat(reports.get(filed.id(), head.scope()).state())
                    .isEqualTo(
                            new ReportState.Released(cable.mrn().toString(), cable.releasedAt()));
        }
    }

    @Nested
    class OnMediaReaction {

        @Test
        void givesCountsWithTheirBaseAndNoShares() {
            var task = scene.task(Form.MEDIA_REACTION);
            var typed =
                    new NewReport(
                            task.id(),
                            "Coverage is thin.",
                            Map.of(
                                    ReportPart.PERIOD, "22 to 24 November",
                                    ReportPart.ITEMS, "12",
                                    ReportPart.POSITIVE, "3",
                                    ReportPart.NEGATIVE, "7",
                                    ReportPart.NEUTRAL, "2",
                                    ReportPart.THEMES, "Sovereignty",
                                    ReportPart.POST_ACTIONS, "A background talk"),
                            "",
                            "",
                            List.of(),
                            List.of());

            assertThat(rows(reports.file(typed, berlin)))
                    .extracting(Paragraph::text)
                    .containsExactly(
                            "Coverage is thin.",
                            "22 to 24 November: 12 items, of which 3 positive, 7 negative, 2"
                                    + " neutral.",
                            "Sovereignty",
                            "A background talk");
        }
    }

    @Nested
    class WhileItWaits {

        @Test
        void aChangeOfTheReportChangesIt() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));

            reports.change(filed.id(), report(task, event("A committee voted")), false, berlin);

            assertThat(rows(filed))
                    .extracting(Paragraph::text)
                    .contains("A committee voted (2025-11-20). Source: Exercise gazette.")
                    .noneMatch(text -> text.contains("met"));
            assertThat(draft(filed).state()).isInstanceOf(DraftState.InClearance.class);
        }

        @Test
        void whatWasChangedByHandIsNotLostSilently() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var before = draft(filed);
            drafts.change(
                    before.id(),
                    before.version(),
                    before.content().with().subject("By hand").build(),
                    head);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    reports.change(
                                            filed.id(),
                                            report(task, event("A committee voted")),
                                            false,
                                            berlin));

            assertThat(refusal.first().code().code()).isEqualTo("RPT-009");
            assertThat(refusal.mend())
                    .isEqualTo(
                            "Change the cable itself, or have it written anew and lose what was"
                                    + " changed by hand.");
            reports.change(filed.id(), report(task, event("A committee voted")), true, berlin);
            assertThat(rows(filed)).anyMatch(row -> row.text().contains("voted"));
        }

        @Test
        void theHeadOfMissionSendsItBackWithAReason() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var without =
                    catchThrowableOfType(
                            Refusal.class, () -> reports.sendBack(filed.id(), " ", head));

            var back = reports.sendBack(filed.id(), "Say which committee.", head);

            assertThat(without.first().code().code()).isEqualTo("TSK-006");
            assertThat(back.state()).isInstanceOf(ReportState.SentBack.class);
            assertThat(draft(filed).state()).isInstanceOf(DraftState.Writing.class);
            var again =
                    reports.change(
                            filed.id(),
                            report(task, event("The law committee met")),
                            false,
                            berlin);
            assertThat(again.state()).isEqualTo(new ReportState.Filed());
            assertThat(draft(filed).state()).isInstanceOf(DraftState.InClearance.class);
        }

        @Test
        void itIsTakenBackWithTheReportAndTheTaskIsOwedAsBefore() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));

            reports.withdraw(filed.id(), "The committee did not meet.", berlin);

            assertThat(draft(filed).state()).isInstanceOf(DraftState.Discarded.class);
            assertThat(tasks.get(task.id(), berlin.scope()).state().ended()).isFalse();
            assertThat(scene.file(task, event("Another met")).state())
                    .isEqualTo(new ReportState.Filed());
        }

        @Test
        void headquartersReadsTheReportOnlyOnceItIsReleased() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var desk = scene.actor("desk").scope();
            assertThat(reports.of(task.instruction(), desk)).isEmpty();

            scene.release(filed);

            assertThat(reports.of(task.instruction(), desk)).hasSize(1);
        }

        @Test
        void anotherPostNeitherSeesNorChangesTheReport() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var ottawa = scene.actor("ottawa");

            for (var act :
                    List.<Runnable>of(
                            () -> reports.get(filed.id(), ottawa.scope()),
                            () -> reports.toChange(filed.id(), ottawa),
                            () -> reports.withdraw(filed.id(), "No.", ottawa))) {
                assertThat(catchThrowableOfType(Refusal.class, act::run).first().code().code())
                        .isEqualTo("ACC-001");
            }
        }
    }

    @Nested
    class OnceReleased {

        @Test
        void nothingOfTheReportChanges() {
            var task = scene.task(Form.FINDINGS);
            var filed = scene.file(task, event("A committee met"));
            var cable = scene.release(filed);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> reports.withdraw(filed.id(), "Too late.", berlin));

            assertThat(refusal.first().code().code()).isEqualTo("RPT-008");
            assertThat(refusal.first().detail())
                    .isEqualTo("This report has ended: " + cable.mrn() + ".");
            assertThat(refusal.mend()).isEqualTo("Continue it with a further report.");
        }
    }
}
