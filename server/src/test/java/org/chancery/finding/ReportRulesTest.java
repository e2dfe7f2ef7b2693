// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.finding.ReportScene.card;
import static org.chancery.finding.ReportScene.event;
import static org.chancery.finding.ReportScene.report;
import static org.chancery.finding.ReportScene.source;
import static org.chancery.finding.ReportScene.statistic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.DatabaseTest;
import org.chancery.delivery.ReleasedCables;
import org.chancery.draft.Drafts;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.task.Task;
import org.chancery.task.TaskRefusal;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// What a report must say before it is filed, and before its cable goes out.
@DatabaseTest
@Import(ReleasedCables.class)
class ReportRulesTest {

    private final ReportScene scene;
    private final Reports reports;
    private final Tasks tasks;
    private final Drafts drafts;

    ReportRulesTest(
            MockMvc web, ApplicationContext beans, Reports reports, Tasks tasks, Drafts drafts) {
        this.scene = new ReportScene(web, beans);
        this.reports = reports;
        this.tasks = tasks;
        this.drafts = drafts;
    }

    private static NewReport with(Task task, Map<ReportPart, String> parts) {
        return new NewReport(task.id(), "All quiet.", parts, "", "", List.of(), List.of());
    }

    private static NewFinding said(String title, String summary, boolean quoted) {
        return new NewFinding(
                FindingKind.EVENT,
                title,
                summary,
                "2025-11",
                "",
                source("Exercise gazette"),
                "",
                "",
                quoted,
                Map.of());
    }

    private static NewFinding sure(String confidence, String kindOfSource, String note) {
        return new NewFinding(
                FindingKind.EVENT,
                "A committee met",
                "",
                "2025",
                "",
                new NewSource("Exercise daily", "", "", kindOfSource, false, List.of()),
                confidence,
                note,
                false,
                Map.of());
    }

    @Nested
    class AFinding {

        @Test
        void withEverythingMissingIsRefusedForEveryMistakeAtOnce() throws Exception {
            var task = scene.task(Form.FINDINGS);
            var empty =
                    new NewReport(
                            task.id(),
                            " ",
                            Map.of(),
                            "",
                            "",
                            List.of(NewFinding.blank(FindingKind.STATISTIC)),
                            List.of());

            scene.refused(
                    empty,
                    Problem.at("summary", FindingRefusal.SUMMARY_MISSING),
                    Problem.at("f0-title", FindingRefusal.TITLE_MISSING),
                    Problem.at("f0-date", FindingRefusal.DATE_MISSING),
                    Problem.at("f0-sourceUri", FindingRefusal.SOURCE_MISSING),
                    Problem.at("f0-value", FindingRefusal.TERM_MISSING, "value"),
                    Problem.at("f0-unit", FindingRefusal.TERM_MISSING, "unit"),
                    Problem.at("f0-population", FindingRefusal.TERM_MISSING, "population"),
                    Problem.at("f0-denominator", FindingRefusal.DENOMINATOR_MISSING, "denominator"),
                    Problem.at("f0-period", FindingRefusal.TERM_MISSING, "period"),
                    Problem.at("f0-method", FindingRefusal.TERM_MISSING, "method"));
        }

        @Test
        void ofAStatisticNeedsItsDenominator() throws Exception {
            var task = scene.task(Form.STATISTICS);

            scene.refused(
                    report(task, statistic("55", "recorded offences", "")),
                    Problem.at(
                            "f0-denominator", FindingRefusal.DENOMINATOR_MISSING, "denominator"));

            var rule = Problem.of(FindingRefusal.DENOMINATOR_MISSING);
            assertThat(rule.code().code()).isEqualTo("RPT-001");
            assertThat(rule.detail()).isEqualTo("A statistic needs its denominator.");
            assertThat(rule.mend()).isEqualTo("Say what the number is a share of.");
        }

        @Test
        void ofAStatementNeedsTheWordsTheirLanguageAndTheOfficeOfTheSpeaker() throws Exception {
            var task = scene.task(Form.FINDINGS);

            scene.refused(
                    report(
                            task,
                            card(
                                    FindingKind.STATEMENT,
                                    "",
                                    source("Radio"),
                                    Map.of("stance", "HOSTILE"))),
                    Problem.at("f0-original", FindingRefusal.TERM_MISSING, "original"),
                    Problem.at("f0-language", FindingRefusal.TERM_MISSING, "language"),
                    Problem.at("f0-speaker", FindingRefusal.TERM_MISSING, "speaker"),
                    Problem.at(
                            "f0-stance",
                            KernelRefusal.VALUE_UNKNOWN,
                            "HOSTILE",
                            "SUPPORTS, LEANS_SUPPORT, NON_COMMITTAL, LEANS_OPPOSE, OPPOSES"));
        }

        @Test
        void ofThePressAloneIsNeverCertain() throws Exception {
            scene.refused(
                    report(scene.task(Form.FINDINGS), sure("HIGH", "PRESS", "")),
                    Problem.at("f0-confidence", FindingRefusal.PRESS_CAPS_CONFIDENCE));

            assertThat(Problem.of(FindingRefusal.PRESS_CAPS_CONFIDENCE).mend())
                    .isEqualTo("Add another source. Press reports alone allow MODERATE at most.");
        }

        @Test
        void ofLowConfidenceSaysWhy() throws Exception {
            scene.refused(
                    report(scene.task(Form.FINDINGS), sure("LOW", "PRESS", " ")),
                    Problem.at("f0-note", FindingRefusal.CONFIDENCE_REASON_MISSING));
        }

        @Test
        void isAboutAnAskOfTheInstruction() throws Exception {
            var about =
                    new NewFinding(
                            FindingKind.EVENT,
                            "A committee met",
                            "",
                            "2025",
                            "A9",
                            source("Exercise daily"),
                            "",
                            "",
                            false,
                            Map.of());

            scene.refused(
                    report(scene.task(Form.FINDINGS), about),
                    Problem.at("f0-ask", KernelRefusal.VALUE_UNKNOWN, "A9", "A1, A2"));
        }
    }

    @Nested
    class Judgement {

        @Test
        void inAFactualFieldIsToldWithItsWords() throws Exception {
            scene.refused(
                    report(
                            scene.task(Form.FINDINGS),
                            said(
                                    "Cabinet met",
                                    "They obviously wait, and unfortunately say so.",
                                    false)),
                    Problem.at(
                            "f0-summary",
                            FindingRefusal.JUDGEMENT_IN_FACT,
                            "obviously, unfortunately"));

            var rule = Problem.of(FindingRefusal.JUDGEMENT_IN_FACT, "obviously");
            assertThat(rule.code().code()).isEqualTo("RPT-002");
            assertThat(rule.detail()).isEqualTo("Move the judgement to Comment: “obviously”.");
            assertThat(rule.mend())
                    .isEqualTo(
                            "Say here what was done or said, and what you think of it under"
                                    + " Comment; or mark the words as quoted.");
        }

        @Test
        void isKnownInFiveLanguages() {
            assertThat(org.chancery.finding.Judgement.in("Das ist offensichtlich ein Vorwand."))
                    .containsExactly("offensichtlich");
            assertThat(org.chancery.finding.Judgement.in("C’est malheureusement exclu."))
                    .containsExactly("malheureusement");
            assertThat(org.chancery.finding.Judgement.in("Lamentablemente, no."))
                    .containsExactly("Lamentablemente");
            assertThat(org.chancery.finding.Judgement.in("Purtroppo no."))
                    .containsExactly("Purtroppo");
        }

        @Test
        void ofSomebodyQuotedIsTheirs() {
            assertThat(
                            org.chancery.finding.Judgement.in(
                                    "The minister said “we obviously cannot” and left."))
                    .isEmpty();
        }

        @Test
        void thatThePostMarksAsQuotedStands() {
            var filed =
                    scene.file(
                            scene.task(Form.FINDINGS),
                            said("Cabinet met", "Obviously a wish of theirs.", true));

            assertThat(filed.state()).isEqualTo(new ReportState.Filed());
        }

        @Test
        void belongsInTheComment() {
            var task = scene.task(Form.ASSESSMENT);

            assertThat(reports.file(report(task), scene.actor("berlin")).state())
                    .isEqualTo(new ReportState.Filed());
        }
    }

    @Nested
    class CountsOfPersons {

        @Test
        void underTheSmallestAreNotStored() throws Exception {
            scene.refused(
                    report(scene.task(Form.STATISTICS), statistic("3", "persons", "all removals")),
                    Problem.at("f0-value", FindingRefusal.COUNT_TOO_SMALL, 5));

            var rule = Problem.of(FindingRefusal.COUNT_TOO_SMALL, 5);
            assertThat(rule.code().code()).isEqualTo("RPT-003");
            assertThat(rule.detail()).isEqualTo("Counts under 5 are not stored.");
            assertThat(rule.mend())
                    .isEqualTo(
                            "Aggregate the number over a larger area, a larger group or a longer"
                                    + " time.");
        }

        @Test
        void fromTheSmallestOnAreStoredAndSoAreSharesAndNone() {
            scene.file(scene.task(Form.STATISTICS), statistic("5", "persons", "all removals"));
            scene.file(scene.task(Form.STATISTICS), statistic("0", "persons", "all removals"));
            scene.file(scene.task(Form.STATISTICS), statistic("3", "percent", "all removals"));
            var rate = statistic("3", "per 10,000 residents", "10,000 residents");

            assertThat(scene.file(scene.task(Form.STATISTICS), rate).state())
                    .isEqualTo(new ReportState.Filed());
        }
    }

    @Nested
    class WhatLooksLikeDataOnAPerson {

        private Report filed() {
            return scene.file(
                    scene.task(Form.FINDINGS),
                    said("A suspect was flown out", "The suspect Karim B. was flown out.", false));
        }

        @Test
        void keepsTheCableFromGoingOut() {
            var refusal = catchThrowableOfType(Refusal.class, () -> scene.release(filed()));

            assertThat(refusal.first().code().code()).isEqualTo("RPT-003");
            assertThat(refusal.first().detail())
                    .isEqualTo("“Karim B.” looks like data on a private person.");
            assertThat(refusal.mend())
                    .isEqualTo(
                            "Take it out or aggregate it, in the report too; or the head of mission"
                                    + " records why it must stand.");
        }

        @Test
        void isToldToThePostAndToNobodyElse() {
            var filed = filed();

            assertThat(reports.suspected(filed.id(), scene.actor("berlin")))
                    .containsExactly("Karim B.");
            assertThat(
                            catchThrowableOfType(
                                            Refusal.class,
                                            () ->
                                                    reports.suspected(
                                                            filed.id(), scene.actor("desk")))
                                    .first()
                                    .code())
                    .isEqualTo(KernelRefusal.ABSENT);
        }

        @Test
        void goesOutOnceItIsAggregated() {
            var filed = filed();
            var typed = filed.content();
            reports.change(
                    filed.id(),
                    new NewReport(
                            typed.task(),
                            typed.summary(),
                            Map.of(),
                            typed.comment(),
                            "",
                            List.of(said("A flight left", "Twelve persons were flown out.", false)),
                            List.of()),
                    false,
                    scene.actor("berlin"));

            assertThat(scene.release(filed).mrn().toString()).contains("BERLIN");
        }

        @Test
        void isNotRidOfByChangingTheCableAlone() {
            var filed = filed();
            var head = scene.actor("hom.berlin");
            var draft = drafts.get(Objects.requireNonNull(filed.draft()), head.scope());
            drafts.change(
                    draft.id(),
                    draft.version(),
                    draft.content()
                            .with()
                            .paragraphs(
                                    draft.content().paragraphs().stream()
                                            .map(row -> row.withText("Persons were flown out."))
                                            .toList())
                            .build(),
                    head);

            assertThat(catchThrowableOfType(Refusal.class, () -> scene.release(filed)).problems())
                    .anyMatch(problem -> problem.code() == FindingRefusal.PERSONAL_DATA);
        }

        @Test
        void standsOnceTheHeadOfMissionHasSaidWhy() {
            var filed = filed();
            var head = scene.actor("hom.berlin");
            var without =
                    catchThrowableOfType(Refusal.class, () -> reports.stand(filed.id(), " ", head));

            reports.stand(filed.id(), "Named by the court in public.", head);

            assertThat(without.first().code().code()).isEqualTo("RPT-003");
            assertThat(without.mend()).isEqualTo("Say why the report cannot do without them.");
            assertThat(reports.get(filed.id(), head.scope()).stands())
                    .singleElement()
                    .satisfies(
                            standing -> {
                                assertThat(standing.words()).containsExactly("Karim B.");
                                assertThat(standing.by()).isEqualTo("hom.berlin");
                            });
            assertThat(scene.release(filed).mrn().toString()).contains("BERLIN");
        }

        @Test
        void isNotForAnOfficerToLetStand() {
            var filed = filed();

            assertThat(
                            catchThrowableOfType(
                                            Refusal.class,
                                            () ->
                                                    reports.stand(
                                                            filed.id(),
                                                            "So be it.",
                                                            scene.actor("berlin")))
                                    .first()
                                    .code())
                    .isEqualTo(KernelRefusal.NOT_PERMITTED);
        }
    }

    @Nested
    class EachForm {

        @Test
        void ofFindingsWantsOne() throws Exception {
            scene.refused(
                    report(scene.task(Form.FINDINGS)),
                    Problem.at("findings", FindingRefusal.FINDING_MISSING));
        }

        @Test
        void ofStatisticsWantsAStatistic() throws Exception {
            scene.refused(
                    report(scene.task(Form.STATISTICS), event("A committee met")),
                    Problem.at("findings", FindingRefusal.STATISTIC_MISSING));
        }

        @Test
        void ofAnAssessmentWantsTheJudgement() throws Exception {
            var task = scene.task(Form.ASSESSMENT);

            scene.refused(
                    with(task, Map.of()), Problem.at("comment", FindingRefusal.ASSESSMENT_MISSING));
        }

        @Test
        void ofADemarcheWantsOneOnRecord() throws Exception {
            var task = scene.task(Form.DEMARCHE_REPORT);

            scene.refused(report(task), Problem.at("record", FindingRefusal.DEMARCHE_MISSING));

            assertThat(FindingRefusal.DEMARCHE_MISSING.code()).isEqualTo("RPT-007");
            assertThat(Problem.of(FindingRefusal.DEMARCHE_MISSING).mend())
                    .isEqualTo(
                            "Record the démarche first, or file a nil report that says why none was"
                                    + " made.");
            scene.deliver(task);
            assertThat(scene.file(task).state()).isEqualTo(new ReportState.Filed());
        }

        @Test
        void ofMediaReactionWantsPeriodCountsAndThemes() throws Exception {
            scene.refused(
                    with(scene.task(Form.MEDIA_REACTION), Map.of(ReportPart.NEGATIVE, "many")),
                    Problem.at("part-PERIOD", FindingRefusal.PART_MISSING, "PERIOD"),
                    Problem.at("part-ITEMS", FindingRefusal.PART_MISSING, "ITEMS"),
                    Problem.at("part-POSITIVE", FindingRefusal.PART_MISSING, "POSITIVE"),
                    Problem.at("part-NEGATIVE", KernelRefusal.NUMBER_MALFORMED, "many", 0, 999_999),
                    Problem.at("part-NEUTRAL", FindingRefusal.PART_MISSING, "NEUTRAL"),
                    Problem.at("part-THEMES", FindingRefusal.PART_MISSING, "THEMES"));
        }

        @Test
        void ofMediaReactionCountsEachItemOnce() throws Exception {
            scene.refused(
                    with(
                            scene.task(Form.MEDIA_REACTION),
                            Map.of(
                                    ReportPart.PERIOD, "22 to 24 November",
                                    ReportPart.ITEMS, "12",
                                    ReportPart.POSITIVE, "3",
                                    ReportPart.NEGATIVE, "7",
                                    ReportPart.NEUTRAL, "1",
                                    ReportPart.THEMES, "Sovereignty")),
                    Problem.at("part-ITEMS", FindingRefusal.COUNTS_DO_NOT_ADD_UP, 11, 12));

            assertThat(FindingRefusal.COUNTS_DO_NOT_ADD_UP.code()).isEqualTo("RPT-010");
        }

        @Test
        void coversOnlyPostsOfTheEmbassy() throws Exception {
            var task = scene.task(Form.ASSESSMENT);

            scene.refused(
                    new NewReport(
                            task.id(),
                            "All quiet.",
                            Map.of(),
                            "They wait.",
                            "",
                            List.of(),
                            List.of("PARIS")),
                    Problem.at("covered", FindingRefusal.COVERED_POST_UNKNOWN, "PARIS"));

            assertThat(FindingRefusal.COVERED_POST_UNKNOWN.code()).isEqualTo("TSK-009");
        }
    }

    @Nested
    class ATask {

        @Test
        void ofAnotherPostIsNotAnsweredByThisOne() {
            var task = scene.task(Form.ASSESSMENT, "PARIS");

            assertThat(
                            catchThrowableOfType(
                                            Refusal.class,
                                            () -> reports.file(report(task), scene.actor("berlin")))
                                    .first()
                                    .code())
                    .isIn(TaskRefusal.NOT_YOUR_TASK, KernelRefusal.ABSENT);
        }

        @Test
        void withAReportThatWaitsTakesNoSecond() throws Exception {
            var task = scene.task(Form.ASSESSMENT);
            scene.file(task);

            scene.refused(report(task), Problem.of(FindingRefusal.REPORT_WAITS));

            assertThat(FindingRefusal.REPORT_WAITS.code()).isEqualTo("RPT-008");
            assertThat(Problem.of(FindingRefusal.REPORT_WAITS).mend())
                    .isEqualTo("Change that report, or withdraw it.");
        }

        @Test
        void isAnsweredByTheReleaseAndNotByTheFiling() {
            var task = scene.task(Form.ASSESSMENT);
            var filed = scene.file(task);
            var berlin = scene.actor("berlin").scope();
            assertThat(tasks.get(task.id(), berlin).state().ended()).isFalse();

            var cable = scene.release(filed);

            assertThat(tasks.get(task.id(), berlin).state().code()).isEqualTo("ANSWERED");
            assertThat(reports.get(filed.id(), berlin).mrn()).isEqualTo(cable.mrn().toString());
        }

        @Test
        void withoutAnythingToReportIsAnsweredByTheReason() throws Exception {
            var task = scene.task(Form.FINDINGS);
            var nil =
                    new NewReport(
                            task.id(), "", Map.of(), "", "Nothing moved.", List.of(), List.of());

            scene.fileByApi(nil)
                    .andExpect(
                            org.springframework.test.web.servlet.result.MockMvcResultMatchers
                                    .status()
                                    .isCreated());

            assertThat(tasks.get(task.id(), scene.actor("berlin").scope()).state().code())
                    .isEqualTo("ANSWERED");
        }
    }
}
