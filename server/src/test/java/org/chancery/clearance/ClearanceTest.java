// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Who must say that a cable may go, and what makes it go or stay.
@DatabaseTest
class ClearanceTest {

    private static final OfficeCode L = new OfficeCode("L");
    private static final OfficeCode PA = new OfficeCode("PA");

    private final Scene scene;
    private final Drafts drafts;
    private final Clearances clearances;
    private final JdbcClient jdbc;
    private final Actor desk;
    private final Actor director;
    private final Actor legal;
    private final Actor press;

    ClearanceTest(
            MockMvc web,
            Drafts drafts,
            Clearances clearances,
            Accounts accounts,
            Offices offices,
            JdbcClient jdbc) {
        this.scene = new Scene(web, drafts, accounts, offices);
        this.drafts = drafts;
        this.clearances = clearances;
        this.jdbc = jdbc;
        this.desk = scene.actor("desk");
        this.director = scene.actor("director");
        this.legal = scene.actor("legal");
        this.press = scene.actor("press.office");
    }

    private Draft sent() {
        var draft = scene.instruction();
        return clearances.send(draft.id(), draft.version(), Set.of(), desk);
    }

    private Draft clearedByBoth() {
        var draft = sent();
        clearances.clear(draft.id(), draft.version(), "", legal);
        return clearances.clear(draft.id(), draft.version(), "", press);
    }

    private Map<String, Clearance.Answer> answers(DraftId id) {
        return clearances.of(drafts.get(id, desk.scope())).stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                step -> step.office().value(), Clearance::answer));
    }

    private Stage stage(DraftId id) {
        return clearances.chain(drafts.get(id, desk.scope())).stage();
    }

    private static String release(Draft draft) {
        return "release?version=" + draft.version();
    }

    @Nested
    class WhileAnOfficeHasNotAnswered {

        @Test
        void theCableStaysAndTheOfficesAreNamed() throws Exception {
            var draft = sent();
            clearances.clear(draft.id(), draft.version(), "", legal);
            var waiting = Problem.of(ClearanceRefusal.CLEARANCES_OUTSTANDING, "PA");

            Scene.assertRefused(scene.form("director", draft.id(), "release"), waiting);
            Scene.assertRefused(scene.api("director", draft.id(), "approve"), waiting);
            Scene.assertRefused(scene.api("director", draft.id(), release(draft)), waiting);
            assertThat(waiting.detail()).isEqualTo("Waiting for PA.");
            assertThat(stage(draft.id())).isEqualTo(Stage.IN_CLEARANCE);
        }

        @Test
        void whatWasNeverSentGoesNowhere() throws Exception {
            var draft = scene.instruction();
            var refusal = Problem.of(ClearanceRefusal.NOT_IN_CLEARANCE);

            Scene.assertRefused(scene.form("director", draft.id(), "release"), refusal);
            Scene.assertRefused(scene.api("director", draft.id(), "approve"), refusal);
            Scene.assertRefused(scene.api("director", draft.id(), release(draft)), refusal);
        }

        @Test
        void whatIsInClearanceIsNotSentAgain() throws Exception {
            var draft = sent();
            var refusal = Problem.of(ClearanceRefusal.IN_CLEARANCE_ALREADY);

            Scene.assertRefused(scene.form("desk", draft.id(), "send"), refusal);
            Scene.assertRefused(scene.api("desk", draft.id(), "clearance"), refusal);
        }
    }

    @Nested
    class WhenAllHaveCleared {

        @Test
        void theApproverApprovesAndTheDrafterWhoMayReleaseReleases() throws Exception {
            var drafter = scene.person("drafting.head", "EUR", 3, Role.APPROVER);
            var content =
                    Scene.cable("CABLE", List.of("BERLIN"), Scene.row("TEXT", "For information."));
            var draft = drafts.start(content, drafter);
            clearances.send(draft.id(), 1, Set.of(), drafter);
            assertThat(stage(draft.id())).isEqualTo(Stage.CLEARED);
            var alone = Problem.of(ClearanceRefusal.DRAFTER_IS_APPROVER);
            Scene.assertRefused(scene.form("drafting.head", draft.id(), "approve"), alone);
            Scene.assertRefused(scene.api("drafting.head", draft.id(), "approve"), alone);
            Scene.assertRefused(scene.form("drafting.head", draft.id(), "release"), alone);

            scene.form("director", draft.id(), "approve");

            assertThat(stage(draft.id())).isEqualTo(Stage.APPROVED);
            var cable = drafts.release(draft.id(), 1, drafter);
            assertThat(cable.mrn().serial()).isPositive();
            assertThat(stage(draft.id())).isEqualTo(Stage.RELEASED);
        }

        @Test
        void aSelfReleaserNeedsNobodyElse() {
            var self = scene.person("self", "EUR", 3, Role.APPROVER, Role.SELF_RELEASER);
            var content =
                    Scene.cable("CABLE", List.of("BERLIN"), Scene.row("TEXT", "For information."));
            var draft = drafts.start(content, self);
            clearances.send(draft.id(), 1, Set.of(), self);

            assertThat(drafts.release(draft.id(), 1, self).mrn().serial()).isPositive();
        }

        @Test
        void aChangeOfSubstanceTakesTheApprovalBack() {
            var draft = clearedByBoth();
            clearances.approve(draft.id(), draft.version(), director);

            drafts.change(draft.id(), draft.version(), Scene.said(draft, "Say more."), desk);

            assertThat(stage(draft.id())).isEqualTo(Stage.WRITING);
            assertThat(clearances.chain(drafts.get(draft.id(), desk.scope())).approval()).isNull();
        }

        @Test
        void theDrafterMayTakeItBackAndWhatWasGivenStays() throws Exception {
            var draft = clearedByBoth();

            scene.form("desk", draft.id(), "withdraw");

            assertThat(stage(draft.id())).isEqualTo(Stage.WRITING);
            assertThat(answers(draft.id())).containsEntry("L", Clearance.Answer.CLEARED);
        }
    }

    /// Acceptance check 2.
    @Nested
    class WhenTheTextChangesAfterTwoClearances {

        private Draft changed() {
            var draft = clearedByBoth();
            return drafts.change(draft.id(), draft.version(), Scene.said(draft, "Say more."), desk);
        }

        @Test
        void bothAreVoid() {
            var draft = changed();

            assertThat(answers(draft.id()).values()).containsOnly(Clearance.Answer.VOIDED);
            assertThat(draft.state()).isEqualTo(new DraftState.Writing());
        }

        @Test
        void bothMustClearAgain() throws Exception {
            var draft = changed();
            clearances.send(draft.id(), draft.version(), Set.of(), desk);

            assertThat(answers(draft.id()).values()).containsOnly(Clearance.Answer.ASKED);
        }

        @Test
        void releaseIsRefusedAndNamesWhoClearedTheOldText() throws Exception {
            var draft = clearedByBoth();
            clearances.clearWithEdits(
                    draft.id(), draft.version(), Scene.said(draft, "Say more."), "", press);
            var voided = Problem.of(ClearanceRefusal.CLEARANCE_VOIDED, "L");

            Scene.assertRefused(scene.form("director", draft.id(), "release"), voided);
            Scene.assertRefused(scene.api("director", draft.id(), "approve"), voided);
            assertThat(voided.detail() + " " + voided.mend())
                    .isEqualTo("Edited after L cleared. L must clear again.");
        }

        @Test
        void theClearerIsShownTheDifferenceToWhatTheyCleared() throws Exception {
            var draft = changed();

            var page = scene.page("legal", "/drafts/" + draft.id() + "/compare");

            assertThat(page.getResponse().getContentAsString())
                    .contains("Version 1 to version 2", "<ins", "more.", "<del", "it.");
        }
    }

    @Nested
    class WhenOnlyPunctuationChanges {

        @Test
        void everyClearanceStands() {
            var draft = clearedByBoth();

            var changed =
                    drafts.change(draft.id(), draft.version(), Scene.said(draft, "Say  it!"), desk);

            assertThat(answers(draft.id()).values()).containsOnly(Clearance.Answer.CLEARED);
            assertThat(stage(draft.id())).isEqualTo(Stage.CLEARED);
            assertThat(changed.version()).isEqualTo(draft.version() + 1);
        }
    }

    @Nested
    class WhenAClearerChangesTheText {

        @Test
        void theirClearanceIsGivenForTheNewTextAndTheOthersAreVoid() throws Exception {
            var draft = sent();
            clearances.clear(draft.id(), draft.version(), "", legal);
            var row = draft.content().paragraphs().getFirst();

            scene.form(
                    "press.office",
                    draft.id(),
                    "clear-with-edits",
                    "rowId",
                    row.id().toString(),
                    "rowText",
                    "Say it in public.");

            assertThat(answers(draft.id()))
                    .containsEntry("PA", Clearance.Answer.CLEARED_WITH_EDITS)
                    .containsEntry("L", Clearance.Answer.VOIDED);
            var amended = drafts.get(draft.id(), desk.scope());
            assertThat(amended.content().paragraphs().getFirst().text())
                    .isEqualTo("Say it in public.");
            assertThat(amended.state()).isEqualTo(new DraftState.InClearance());
        }
    }

    @Nested
    class WhenSomebodyOfAnotherOfficeActs {

        @Test
        void theyMayNotClearForIt() throws Exception {
            var draft = sent();
            var refusal = Problem.of(ClearanceRefusal.NOT_YOUR_CLEARANCE, "EUR");

            var page = scene.form("director", draft.id(), "clear");

            assertThat(page.getResponse().getStatus()).isEqualTo(403);
            Scene.assertRefused(page, refusal);
            Scene.assertRefused(scene.api("director", draft.id(), "clear"), refusal);
        }

        @Test
        void theyMayNotApproveForIt() throws Exception {
            scene.person("legal.head", "L", 3, Role.APPROVER);
            var draft = clearedByBoth();
            var refusal = Problem.of(ClearanceRefusal.NOT_YOUR_CLEARANCE, "L");

            Scene.assertRefused(scene.form("legal.head", draft.id(), "approve"), refusal);
            Scene.assertRefused(scene.api("legal.head", draft.id(), "approve"), refusal);
        }

        @Test
        void whoWasNeverAskedDoesNotKnowTheDraft() throws Exception {
            var draft = sent();

            assertThat(scene.form("wha", draft.id(), "clear").getResponse().getStatus())
                    .isEqualTo(404);
            scene.api("wha", draft.id(), "clear")
                    .andExpect(
                            org.springframework.test.web.servlet.result.MockMvcResultMatchers
                                    .status()
                                    .isNotFound());
        }
    }

    @Nested
    class WhenAnOfficeObjects {

        private Draft objected() {
            var draft = sent();
            clearances.clear(draft.id(), draft.version(), "", press);
            return clearances.object(draft.id(), draft.version(), "P1 has no basis.", legal);
        }

        @Test
        void theObjectionNeedsAText() throws Exception {
            var draft = sent();
            var refusal = Problem.of(ClearanceRefusal.OBJECTION_TEXT_MISSING);

            Scene.assertRefused(scene.form("legal", draft.id(), "object", "comment", " "), refusal);
            Scene.assertRefused(scene.api("legal", draft.id(), "object"), refusal);
        }

        @Test
        void theCableStaysUntilItIsWithdrawn() throws Exception {
            var draft = objected();
            var stands = Problem.of(ClearanceRefusal.OBJECTION_STANDS, "L", "P1 has no basis.");
            Scene.assertRefused(scene.form("director", draft.id(), "release"), stands);
            Scene.assertRefused(scene.api("director", draft.id(), "approve"), stands);

            scene.form("legal", draft.id(), "withdraw-objection");

            assertThat(answers(draft.id())).containsEntry("L", Clearance.Answer.ASKED);
        }

        @Test
        void noOtherObjectionIsWithdrawn() throws Exception {
            var draft = sent();
            var refusal = Problem.of(ClearanceRefusal.NO_OBJECTION_STANDS, "L");

            Scene.assertRefused(scene.form("legal", draft.id(), "withdraw-objection"), refusal);
            Scene.assertRefused(scene.api("legal", draft.id(), "withdraw-objection"), refusal);
        }

        @Test
        void onlyTheNamedAuthoritySetsItAsideAndSaysWhy() throws Exception {
            scene.person("principal", "EUR", 3, Role.PRINCIPAL);
            var draft = objected();
            var missing = Problem.of(ClearanceRefusal.OVERRULE_REASON_MISSING);
            assertThatThrownBy(
                            () ->
                                    clearances.overrule(
                                            draft.id(), draft.version(), L, "Urgent", director))
                    .isInstanceOf(Refusal.class);
            Scene.assertRefused(
                    scene.form("principal", draft.id(), "overrule", "target", "L"), missing);
            Scene.assertRefused(
                    scene.api("principal", draft.id(), "overrule", "\"office\":\"L\""), missing);

            scene.form(
                    "principal", draft.id(), "overrule", "target", "L", "reason", "Decided above.");

            assertThat(answers(draft.id())).containsEntry("L", Clearance.Answer.OVERRULED);
            assertThat(stage(draft.id())).isEqualTo(Stage.CLEARED);
            assertThat(clearances.chain(drafts.get(draft.id(), desk.scope())).events())
                    .extracting(ClearanceEvent::comment)
                    .contains("P1 has no basis.", "Decided above.");
        }

        @Test
        void aNewTextBringsAnObjectionSetAsideBack() {
            var principal = scene.person("principal", "EUR", 3, Role.PRINCIPAL);
            var draft = objected();
            clearances.overrule(draft.id(), draft.version(), L, "Decided above.", principal);

            drafts.change(draft.id(), draft.version(), Scene.said(draft, "Say more."), desk);

            assertThat(answers(draft.id())).containsEntry("L", Clearance.Answer.OBJECTED);
        }

        @Test
        void anObjectorIsNotRemovedFromTheChain() {
            var wha = scene.actor("wha");
            var draft = scene.circular();
            clearances.send(draft.id(), 1, Set.of(wha.office()), desk);
            clearances.object(draft.id(), 1, "Not now.", wha);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> clearances.remove(draft.id(), 1, wha.office(), desk));

            assertThat(refusal.first().code()).isEqualTo(ClearanceRefusal.OBJECTION_STANDS);
        }
    }

    @Nested
    class WhenOfficesAreAskedOneAfterTheOther {

        private final OfficeCode wha = new OfficeCode("WHA");
        private final OfficeCode eap = new OfficeCode("EAP");

        private Draft ordered() {
            var draft = scene.circular();
            return clearances.send(
                    draft.id(),
                    1,
                    new Asking(List.of(wha, eap), true, null, List.of(new OfficeCode("OPS"))),
                    desk);
        }

        @Test
        void theSecondIsAskedOnlyWhenTheFirstHasGiven() throws Exception {
            var draft = ordered();
            assertThat(answers(draft.id()))
                    .containsEntry("WHA", Clearance.Answer.ASKED)
                    .containsEntry("EAP", Clearance.Answer.WAITING)
                    .containsEntry("OPS", Clearance.Answer.INFORMED);
            var early = Problem.of(ClearanceRefusal.NOT_YOUR_TURN, "EAP");
            Scene.assertRefused(scene.form("eap", draft.id(), "clear"), early);
            Scene.assertRefused(scene.api("eap", draft.id(), "clear"), early);

            scene.form("wha", draft.id(), "no-objection");

            assertThat(answers(draft.id()))
                    .containsEntry("WHA", Clearance.Answer.NO_OBJECTION)
                    .containsEntry("EAP", Clearance.Answer.ASKED);
        }

        @Test
        void theDrafterChangesOrderAndOffices() throws Exception {
            var draft = ordered();

            scene.form(
                    "desk",
                    draft.id(),
                    "clearance/order",
                    "stepOffice",
                    "EAP",
                    "stepPosition",
                    "1");
            scene.form("desk", draft.id(), "clearance/add", "office", "L", "position", "2");
            scene.api("desk", draft.id(), "clearance/remove", "\"office\":\"WHA\"");

            assertThat(answers(draft.id()))
                    .containsEntry("EAP", Clearance.Answer.ASKED)
                    .containsEntry("L", Clearance.Answer.WAITING)
                    .doesNotContainKey("WHA");
        }

        @Test
        void anOfficeIsAskedOnce() throws Exception {
            var draft = ordered();
            var refusal = Problem.of(ClearanceRefusal.OFFICE_IN_CHAIN, "WHA");

            Scene.assertRefused(
                    scene.form(
                            "desk", draft.id(), "clearance/add", "office", "WHA", "position", "1"),
                    refusal);
            Scene.assertRefused(
                    scene.api("desk", draft.id(), "clearance/add", "\"office\":\"WHA\""), refusal);
        }

        @Test
        void aPlaceIsANumberFromOne() throws Exception {
            var draft = ordered();
            var refusal = Problem.of(ClearanceRefusal.POSITION_MALFORMED, 0);

            Scene.assertRefused(
                    scene.form("desk", draft.id(), "clearance/add", "office", "L", "position", "0"),
                    refusal);
            Scene.assertRefused(
                    scene.api(
                            "desk", draft.id(), "clearance/add", "\"office\":\"L\",\"position\":0"),
                    refusal);
        }
    }

    @Nested
    class Recorded {

        @Test
        void everyActStaysAsItWasEvenInTheDatabase() {
            var draft = clearedByBoth();

            assertThat(clearances.chain(draft).events())
                    .extracting(ClearanceEvent::kind)
                    .containsExactly(
                            ClearanceEvent.Kind.SENT,
                            ClearanceEvent.Kind.ASKED,
                            ClearanceEvent.Kind.ASKED,
                            ClearanceEvent.Kind.CLEARED,
                            ClearanceEvent.Kind.CLEARED);
            assertThatThrownBy(
                            () ->
                                    jdbc.sql("delete from clearance.event where draft = :draft")
                                            .param("draft", draft.id().value())
                                            .update())
                    .hasMessageContaining("stays on record");
        }

        @Test
        void everyoneWhoReadsTheDraftSeesChainAndHistory() throws Exception {
            var draft = clearedByBoth();

            var chain = scene.page("legal", "/drafts/" + draft.id() + "/clearance");
            var history = scene.page("legal", "/drafts/" + draft.id() + "/history");

            assertThat(chain.getResponse().getContentAsString())
                    .contains("policy: instructions", "press.office");
            assertThat(history.getResponse().getContentAsString())
                    .contains("sent to clearance", "Version 1");
        }
    }

    private static final Set<OfficeCode> BY_RULE = Set.of(L, PA);

    @Test
    void whoMustClearIsAskedWithoutBeingNamed() {
        assertThat(clearances.mandatory(sent())).isEqualTo(BY_RULE);
    }
}
