// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.position.Desk.position;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.Map;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.AskResponse;
import org.chancery.finding.Finding;
import org.chancery.finding.Findings;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(Desk.class)
class PositionRulesTest {

    private final Desk desk;
    private final Positions positions;
    private final Findings findings;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final Accounts accounts;

    PositionRulesTest(
            Desk desk,
            Positions positions,
            Findings findings,
            JdbcClient jdbc,
            MockMvc web,
            Accounts accounts) {
        this.desk = desk;
        this.positions = positions;
        this.findings = findings;
        this.jdbc = jdbc;
        this.web = web;
        this.accounts = accounts;
    }

    private Position entered(Map<String, String> fields) {
        return positions.enter(new PositionInput(fields).position(), desk.actor("desk"));
    }

    private Refusal refused(Map<String, String> fields) {
        return catchThrowableOfType(Refusal.class, () -> entered(fields));
    }

    private String finding(String government, Class<? extends Finding> kind) {
        return "FINDING:"
                + findings
                        .page(
                                new GovernmentCode(government),
                                null,
                                null,
                                200,
                                desk.actor("desk").scope())
                        .rows()
                        .stream()
                        .filter(kind::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .facts()
                        .id();
    }

    /// The form and the API refuse alike, with this code first and this mend.
    private void bothDoorsRefuse(
            Map<String, String> fields, String code, String detail, String mend) throws Exception {
        desk.refusedAlike("desk", "/positions", fields, code, detail, mend);
    }

    @Nested
    class AFirmStep {

        @Test
        void isRefusedOnNoAnswer() throws Exception {
            var london = desk.officer("LONDON");
            var asked = desk.deliver(london, "GB", AskResponse.Code.NO_RESPONSE);

            bothDoorsRefuse(
                    position(
                            "GB",
                            "step",
                            "OPPOSES",
                            "rank",
                            "PRIVATE_RESPONSE",
                            "written",
                            "on",
                            "basis",
                            "DEMARCHE:" + asked.id()),
                    "POS-001",
                    "Declines needs an act, a vote or an on-record source.",
                    "Choose “leans”, or name a stronger basis; a response in private counts once it"
                            + " is confirmed in writing.");
        }

        @Test
        void restsOnAResponseInPrivateOnceConfirmedInWriting() {
            var said = desk.deliver(desk.officer("ROME"), "IT", AskResponse.Code.ACCEPTED);
            var fields =
                    position(
                            "IT",
                            "step",
                            "SUPPORTS",
                            "rank",
                            "PRIVATE_RESPONSE",
                            "basis",
                            "DEMARCHE:" + said.id());

            assertThat(refused(fields).first().code().code()).isEqualTo("POS-001");
            fields.put("written", "on");
            assertThat(entered(fields).basis().strong()).isTrue();
        }

        @Test
        void isConfirmedByTheDeskOnlyWithAStrongBasis() {
            var said = desk.deliver(desk.officer("VIENNA"), "AT", AskResponse.Code.DECLINED);
            var desk1 = desk.actor("desk");
            var proposal =
                    positions.proposals(desk1.scope()).stream()
                            .filter(p -> p.basis().id().equals(said.id().toString()))
                            .findFirst()
                            .orElseThrow();

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    positions.confirm(
                                            proposal.id(), Step.OPPOSES, "Clear.", false, desk1));
            assertThat(refusal.first().code()).isEqualTo(PositionRefusal.FIRM_STEP_WEAK_BASIS);

            var confirmed = positions.confirm(proposal.id(), Step.OPPOSES, "By note.", true, desk1);
            assertThat(confirmed.postStep()).isEqualTo(Step.LEANS_OPPOSE);
            assertThat(confirmed.basis().written()).isTrue();
        }
    }

    @Nested
    class AnEntry {

        @Test
        void needsBasisAsOfAndAReasonForItsConfidenceAllNamedAtOnce() throws Exception {
            var fields =
                    position(
                            "NL",
                            "ask",
                            "A9",
                            "basis",
                            "",
                            "asOf",
                            "",
                            "confidenceReason",
                            "",
                            "step",
                            "NOT_APPLICABLE");

            assertThat(desk.codes(desk.api("desk", "/positions", fields)))
                    .containsExactly("POS-018", "POS-001", "RPT-004", "POS-011", "POS-010");
            assertThat(desk.form("desk", "/positions", fields).getResponse().getContentAsString())
                    .contains(
                            "The position has no day.",
                            "Say as of when it holds.",
                            "A position needs a basis.",
                            "Give one reason for it.",
                            "Say why the ask does not concern this government.",
                            "Choose one of its asks.");
        }

        @Test
        void isNotDatedInTheFuture() throws Exception {
            bothDoorsRefuse(
                    position("NL", "asOf", "2999"),
                    "POS-016",
                    "2999 has not come yet.",
                    "Give the day it was so, today at the latest.");
        }

        @Test
        void doesNotRestOnWhatIsNotOnFile() throws Exception {
            var nowhere = UUID.randomUUID().toString();
            bothDoorsRefuse(
                    position("NL", "basis", "FINDING:" + nowhere),
                    "POS-009",
                    "“" + nowhere + "” is not on file.",
                    "Load the findings first.");
        }

        @Test
        void countsForNoMoreThanItsRecordCarries() throws Exception {
            bothDoorsRefuse(
                    position(
                            "DE",
                            "rank",
                            "OFFICIAL_ACT",
                            "basis",
                            finding("DE", Finding.Statement.class)),
                    "POS-013",
                    "The record does not carry an official act.",
                    "It counts at most as on record.");
        }

        @Test
        void restsOnARecordOfItsOwnGovernment() throws Exception {
            bothDoorsRefuse(
                    position(
                            "NL",
                            "rank",
                            "ON_RECORD",
                            "basis",
                            finding("DE", Finding.Statement.class)),
                    "POS-014",
                    "The record is about DE, the position about NL.",
                    "Choose a record of NL.");
        }

        @Test
        void restsInTheLaneOfDeedsOnADeed() throws Exception {
            bothDoorsRefuse(
                    position(
                            "DE",
                            "lane",
                            "DEED",
                            "rank",
                            "ON_RECORD",
                            "basis",
                            finding("DE", Finding.Statement.class)),
                    "POS-015",
                    "A statement or an answer is a word, not a deed.",
                    "Choose the other lane, or another record.");
        }

        @Test
        void ofAPostIsAProposalAndOnlyForItsOwnGovernments() throws Exception {
            var berlin = desk.actor("berlin");
            var own = positions.enter(new PositionInput(position("DE")).position(), berlin);
            assertThat(own.state()).isEqualTo(Position.State.PROPOSED);

            desk.refusedAlike(
                    "berlin",
                    "/positions",
                    position("CA"),
                    "POS-017",
                    "BERLIN is not accredited to CA.",
                    "Leave it to the post there, or tell the desk.");
        }

        @Test
        void isReadInFullOrEveryUnreadableFieldIsNamed() {
            var refusal =
                    refused(position("NL", "lane", "X", "step", "Y", "items", "many", "asOf", "z"));
            assertThat(refusal.problems())
                    .extracting(problem -> problem.field())
                    .containsExactlyInAnyOrder("lane", "step", "items", "asOf");
        }
    }

    @Nested
    class NotRaised {

        @Test
        void standsUntilADeliveryAndIsThenRefusedWithPostAskAndDate() throws Exception {
            var fields = position("NZ", "ask", "A2", "step", "NOT_RAISED", "basis", "COVERAGE");
            entered(fields);
            var delivered =
                    desk.deliver(desk.officer("WELLINGTON"), "NZ", AskResponse.Code.TOOK_NOTE);
            var day = delivered.what().deliveredAt().toString().substring(0, 10);

            bothDoorsRefuse(
                    fields,
                    "POS-002",
                    "WELLINGTON delivered A2 on " + day + ".",
                    "Record what was answered, or that no answer came.");
        }

        @Test
        void saysNothingOfADeliveryTheReaderMayNotRead() {
            desk.deliver(desk.officer("BRUSSELS"), "BE", AskResponse.Code.TOOK_NOTE);
            var other =
                    refusedFor(
                            desk.actor("desk"),
                            new Delivery(
                                    "BRUSSELS",
                                    "2025-12-03",
                                    new org.chancery.access.Label(
                                            9, java.util.Set.of(), java.util.Set.of())));
            assertThat(other.first().code()).isEqualTo(PositionRefusal.NOT_RAISED_AGAINST_RECORD);
            assertThat(other.getMessage()).doesNotContain("BRUSSELS", "2025");
            assertThat(other.mend()).isEqualTo("Ask the desk above the instruction.");
        }

        private Refusal refusedFor(org.chancery.access.Actor actor, Delivery delivery) {
            var problems = new org.chancery.kernel.Problems();
            PositionRules.delivery(
                    Step.NOT_RAISED,
                    "A1",
                    java.util.Optional.of(delivery),
                    actor.scope(),
                    problems);
            return catchThrowableOfType(Refusal.class, problems::refuse);
        }
    }

    @Nested
    class NoResponse {

        @Test
        void needsADelivery() throws Exception {
            bothDoorsRefuse(
                    position("LR", "step", "NO_RESPONSE", "basis", "COVERAGE"),
                    "POS-003",
                    "Nothing was delivered yet.",
                    "Use “not raised”.");
        }
    }

    @Nested
    class AStoredEntry {

        @Test
        void isNotChangedByTheDatabaseNorByTheApi() throws Exception {
            var kept = entered(position("SE"));

            assertThatThrownBy(
                            () ->
                                    jdbc.sql(
                                                    "update position.entry set step = 'UNKNOWN'"
                                                            + " where id = :id")
                                            .param("id", kept.id())
                                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("POS-004");
            var answer =
                    web.perform(
                                    put("/api/v1/positions/" + kept.id())
                                            .header(
                                                    "Authorization",
                                                    "Bearer " + accounts.issueToken("desk")))
                            .andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(409);
            assertThat(desk.codes(answer)).containsExactly("POS-004");
            assertThat(desk.field(answer, "mend"))
                    .isEqualTo("Enter a new one; it supersedes this one.");
        }

        @Test
        void isDecidedOnce() throws Exception {
            var berlin = desk.actor("berlin");
            var actor = desk.actor("desk");
            var proposal = positions.enter(new PositionInput(position("DE")).position(), berlin);
            positions.confirm(proposal.id(), Step.NON_COMMITTAL, "", false, actor);

            desk.refusedAlike(
                    "desk",
                    "/positions/" + proposal.id() + "/confirm",
                    Map.of("step", "NON_COMMITTAL"),
                    "POS-004",
                    "Somebody has decided on this proposal already.",
                    "Open the cell and read the newer entry.");
        }

        @Test
        void isDecidedOtherwiseOnlyWithAReasonAndBothViewsStay() throws Exception {
            var berlin = desk.actor("berlin");
            var actor = desk.actor("desk");
            var proposal =
                    positions.enter(
                            new PositionInput(position("DE", "step", "LEANS_SUPPORT")).position(),
                            berlin);

            desk.refusedAlike(
                    "desk",
                    "/positions/" + proposal.id() + "/confirm",
                    Map.of("step", "NON_COMMITTAL", "reason", " "),
                    "POS-008",
                    "The step differs from the post’s, and no reason is given.",
                    "Say why you see it differently; both are kept.");

            var decided =
                    positions.confirm(proposal.id(), Step.NON_COMMITTAL, "Vague.", false, actor);
            assertThat(decided.postStep()).isEqualTo(Step.LEANS_SUPPORT);
            assertThat(positions.get(proposal.id(), actor.scope()).step())
                    .isEqualTo(Step.LEANS_SUPPORT);
        }

        @Test
        void keepsWhatTheDeskTypedWhereItsDecisionIsRefused() throws Exception {
            var berlin = desk.actor("berlin");
            var proposal = positions.enter(new PositionInput(position("DE")).position(), berlin);
            var page =
                    desk.form(
                            "desk",
                            "/positions/" + proposal.id() + "/confirm",
                            Map.of("step", "OPPOSES", "reason", "Typed at length."));
            assertThat(page.getResponse().getContentAsString())
                    .contains("href=\"#step\"", "value=\"Typed at length.\"")
                    .contains("<option value=\"OPPOSES\" selected");
        }

        @Test
        void isWithdrawnOnceAndWithAReason() throws Exception {
            var kept = entered(position("FI"));
            var at = "/positions/" + kept.id() + "/withdraw";

            var answer = desk.api("desk", at, Map.of("reason", " "));
            assertThat(desk.codes(answer)).containsExactly("POS-012");
            assertThat(desk.field(answer, "mend")).isEqualTo("Say why the entry no longer counts.");
            assertThat(desk.form("desk", at, Map.of()).getResponse().getContentAsString())
                    .contains("POS-012");

            assertThat(desk.api("desk", at, Map.of("reason", "Misread.")).getResponse().getStatus())
                    .isEqualTo(204);
            desk.refusedAlike(
                    "desk",
                    at,
                    Map.of("reason", "Again."),
                    "POS-004",
                    "The entry has been withdrawn.",
                    "Enter a new one if there is something to say.");
            assertThat(
                            positions.history(
                                    Desk.INSTRUCTION,
                                    new GovernmentCode("FI"),
                                    "A1",
                                    desk.actor("desk").scope()))
                    .noneMatch(entry -> entry.id().equals(kept.id()));
        }
    }

    @Nested
    class WhatIsReported {

        private Map<String, String> reported(String items, String origins, String confidence) {
            return position(
                    "NO",
                    "rank",
                    "REPORTED",
                    "basis",
                    finding("NO", Finding.Statement.class),
                    "items",
                    items,
                    "origins",
                    origins,
                    "confidence",
                    confidence);
        }

        @Test
        void isOfLowConfidenceWithOneOriginWhateverTheNumberOfItems() throws Exception {
            bothDoorsRefuse(
                    reported("31", "1", "MODERATE"),
                    "POS-005",
                    "31 items, 1 origin.",
                    "Choose low confidence, or find another independent origin.");
        }

        @Test
        void isOfModerateConfidenceAtMostWithTwo() {
            assertThat(refused(reported("31", "2", "HIGH")).mend())
                    .isEqualTo(
                            "Choose moderate confidence at most, or find another independent"
                                    + " origin.");
            assertThat(entered(reported("31", "2", "MODERATE")).basis().reported().origins())
                    .isEqualTo(2);
            assertThat(entered(reported("3", "3", "HIGH")).confidence()).isEqualTo("HIGH");
        }

        @Test
        void saysHowManyOriginsThereAre() {
            assertThat(refused(reported("31", "", "LOW")).first().code())
                    .isEqualTo(PositionRefusal.ORIGINS_MISSING);
        }
    }

    @Nested
    class Staleness {

        @Test
        void isSetInDaysByTheDesk() throws Exception {
            var page =
                    desk.form("desk", "/picture/I-25-0001/staleness", Map.of("days", "0"))
                            .getResponse();
            assertThat(page.getStatus()).isEqualTo(422);
            assertThat(page.getContentAsString())
                    .contains("POS-019", "Give a number of days in that range.");

            var answer =
                    web.perform(
                                    put("/api/v1/board/I-25-0001/staleness")
                                            .header(
                                                    "Authorization",
                                                    "Bearer " + accounts.issueToken("desk"))
                                            .contentType("application/json")
                                            .content("{\"days\": 3651}"))
                            .andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(422);
            assertThat(desk.codes(answer)).containsExactly("POS-019");
            assertThat(desk.field(answer, "mend"))
                    .isEqualTo("Give a number of days in that range.");
        }
    }
}
