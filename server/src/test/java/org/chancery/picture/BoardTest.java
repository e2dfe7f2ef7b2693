// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.position.Desk.position;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.DatabaseTest;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.AskResponse;
import org.chancery.instruction.Instructions;
import org.chancery.position.Desk;
import org.chancery.position.Lane;
import org.chancery.position.PositionInput;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(Desk.class)
class BoardTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    private final Desk desk;
    private final Positions positions;
    private final Pictures pictures;
    private final Coverages coverages;
    private final Instructions instructions;
    private final MockMvc web;
    private final Clock clock;

    BoardTest(
            Desk desk,
            Positions positions,
            Pictures pictures,
            Coverages coverages,
            Instructions instructions,
            MockMvc web,
            Clock clock) {
        this.desk = desk;
        this.positions = positions;
        this.pictures = pictures;
        this.coverages = coverages;
        this.instructions = instructions;
        this.web = web;
        this.clock = clock;
    }

    private Board board(ReadScope reader) {
        return pictures.board(Desk.INSTRUCTION, TODAY, reader);
    }

    private String page(String person, String address) throws Exception {
        return web.perform(get(address).with(user(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void enter(String... changed) {
        positions.enter(
                new PositionInput(
                                position(
                                        changed[0],
                                        java.util.Arrays.copyOfRange(changed, 1, changed.length)))
                        .position(),
                desk.actor("desk"));
    }

    @Nested
    class AHalfCell {

        @Test
        void opensItsBasisAlsoWhereNothingIsKnown() throws Exception {
            var reader = desk.actor("desk").scope();
            var board = pictures.board(Desk.INSTRUCTION, LocalDate.of(2026, 1, 1), reader);
            var html = page("desk", "/picture/I-25-0001?as-of=2026-01-01");

            assertThat(Pattern.compile("<a class=\"half").matcher(html).results())
                    .hasSize(board.rows().size() * board.asks().size() * 2);
            assertThat(html).doesNotContain("<span class=\"half\"");
            assertThat(
                            page(
                                    "desk",
                                    "/picture/I-25-0001/basis?government=IS&ask=A5&as-of=2026-01-01"))
                    .contains("drawn as unknown, not as a no");
        }

        @Test
        void isTwoClicksFromTheSourceOutside() throws Exception {
            assertThat(
                            page(
                                    "desk",
                                    "/picture/I-25-0001/basis?government=DE&ask=A1&as-of=2026-01-01"))
                    .containsPattern("<a href=\"https://[^\"]+\" rel=\"noreferrer\">");
        }

        @Test
        void showsTheViewsOfPostAndDeskSideBySide() throws Exception {
            var prague = desk.officer("PRAGUE");
            var proposal =
                    positions.enter(
                            new PositionInput(position("CZ", "step", "LEANS_SUPPORT")).position(),
                            prague);
            positions.confirm(
                    proposal.id(), Step.NON_COMMITTAL, "Vague.", false, desk.actor("desk"));

            assertThat(page("desk", "/picture/I-25-0001"))
                    .contains("post: Leans to, desk: Non-committal");
        }
    }

    @Nested
    class AReaderWithoutAccessToABasis {

        @Test
        void seesNoTraceOfThePosition() throws Exception {
            var berlin = desk.actor("berlin");
            var before = clock.instant();
            var csv = page("berlin", "/picture/I-25-0001.csv?as-of=2027-01-01");
            desk.deliver(desk.officer("BERN"), "LI", AskResponse.Code.DECLINED);

            var seen = board(desk.actor("desk").scope());
            var unseen = board(berlin.scope());
            assertThat(seen.row(new GovernmentCode("LI")).orElseThrow().cell("A1").word())
                    .isPresent();
            assertThat(unseen.row(new GovernmentCode("LI")).orElseThrow().known()).isFalse();
            assertThat(unseen.distribution("A1", Lane.WORD))
                    .isEqualTo(
                            pictures.board(
                                            Desk.INSTRUCTION,
                                            new Clocks(TODAY, before),
                                            berlin.scope())
                                    .distribution("A1", Lane.WORD));
            assertThat(
                            pictures.differences(
                                    Desk.INSTRUCTION,
                                    LocalDate.of(2025, 1, 1),
                                    pictures.now(TODAY),
                                    berlin.scope()))
                    .noneMatch(d -> d.government().value().equals("LI"));
            assertThat(
                            pictures.history(
                                    Desk.INSTRUCTION,
                                    new GovernmentCode("LI"),
                                    TODAY,
                                    berlin.scope()))
                    .isEmpty();
            assertThat(
                            pictures.timeline(
                                            new GovernmentCode("LI"),
                                            pictures.now(TODAY),
                                            berlin.scope())
                                    .of(Timeline.Track.DEMARCHE))
                    .isEmpty();
            assertThat(page("berlin", "/picture/I-25-0001.csv?as-of=2027-01-01")).isEqualTo(csv);
        }
    }

    @Nested
    class ByTwoClocks {

        @Test
        void aGovernmentKnownOnlyFromALaterEntryDoesNotCountBefore() {
            var reader = desk.actor("desk").scope();
            var before = new Clocks(TODAY, clock.instant());
            enter("BR");

            assertThat(
                            pictures.board(Desk.INSTRUCTION, before, reader)
                                    .row(new GovernmentCode("BR")))
                    .isEmpty();
            assertThat(board(reader).row(new GovernmentCode("BR"))).isPresent();
        }

        @Test
        void anEntryWithdrawnLaterStillCountedThen() {
            var desk1 = desk.actor("desk");
            var kept = positions.enter(new PositionInput(position("CL")).position(), desk1);
            var then = new Clocks(TODAY, clock.instant());
            positions.withdraw(kept.id(), "Misread.", desk1);

            var chile = new GovernmentCode("CL");
            assertThat(pictures.board(Desk.INSTRUCTION, then, desk1.scope()).row(chile))
                    .isPresent();
            assertThat(board(desk1.scope()).row(chile)).isEmpty();
            assertThat(
                            pictures.history(
                                    Desk.INSTRUCTION, chile, pictures.now(TODAY), desk1.scope()))
                    .extracting(entry -> entry.flags().withdrawn())
                    .containsExactly("Misread.");
        }

        @Test
        void aDeliveryRecordedLaterIsNotCoveredBefore() {
            var desk1 = desk.actor("desk");
            var instruction = instructions.get(Desk.INSTRUCTION, desk1.scope());
            var before = new Clocks(TODAY, clock.instant());
            desk.deliver(desk.officer("LISBON"), "PT", AskResponse.Code.TOOK_NOTE);

            assertThat(outcome(coverages.of(instruction, before, desk1.scope()), "PT"))
                    .isEqualTo(Coverage.Outcome.OVERDUE);
            assertThat(outcome(coverages.of(instruction, desk1.scope()), "PT"))
                    .isEqualTo(Coverage.Outcome.DELIVERED);
        }

        private Coverage.Outcome outcome(Coverage coverage, String government) {
            return coverage.rows().stream()
                    .filter(row -> row.government().value().equals(government))
                    .findFirst()
                    .orElseThrow()
                    .outcome(clock.instant());
        }

        @Test
        void nothingIsKnownBeforeTheInstruction() {
            var reader = desk.actor("desk").scope();
            var instruction = instructions.get(Desk.INSTRUCTION, reader);
            var before = new Clocks(TODAY, instruction.releasedAt().minusSeconds(1));

            assertThat(pictures.board(Desk.INSTRUCTION, before, reader).rows()).isEmpty();
            assertThat(coverages.of(instruction, before, reader).rows()).isEmpty();
        }
    }

    @Nested
    class Diverging {

        @Test
        void saysNoAndDoesItAndSaysYesAndDoesNothingAreListed() {
            var reader = desk.actor("desk").scope();
            enter("AR", "ask", "A2", "step", "LEANS_SUPPORT");
            enter("AR", "ask", "A2", "lane", "DEED", "step", "LEANS_OPPOSE");

            assertThat(board(reader).divergences())
                    .extracting(d -> d.government() + " " + d.ask() + " " + d.kind())
                    .contains("DE A1 SAYS_NO_DOES_IT", "AR A2 SAYS_YES_DOES_NOTHING");
        }

        @Test
        void oneStepApartIsNotListed() {
            var reader = desk.actor("desk").scope();
            enter("PE", "ask", "A2", "step", "LEANS_SUPPORT");
            enter("PE", "ask", "A2", "lane", "DEED", "step", "NON_COMMITTAL");

            assertThat(board(reader).divergences())
                    .noneMatch(d -> d.government().value().equals("PE"));
        }
    }

    @Nested
    class SinceADay {

        @Test
        void oldAndNewStandWithBothBases() throws Exception {
            var reader = desk.actor("desk").scope();
            enter("MX", "step", "LEANS_OPPOSE", "asOf", "2026-02-01");
            enter("MX", "step", "LEANS_SUPPORT", "asOf", "2026-03-01");

            var moved =
                    pictures
                            .differences(
                                    Desk.INSTRUCTION,
                                    LocalDate.of(2026, 2, 15),
                                    pictures.now(LocalDate.of(2026, 3, 15)),
                                    reader)
                            .stream()
                            .filter(d -> d.government().value().equals("MX"))
                            .toList();
            assertThat(moved).hasSize(1);
            assertThat(moved.getFirst().from()).isEqualTo(Step.LEANS_OPPOSE);
            assertThat(moved.getFirst().to()).isEqualTo(Step.LEANS_SUPPORT);
            assertThat(
                            page(
                                    "desk",
                                    "/picture/I-25-0001?changed=1&since=2026-02-15&as-of=2026-03-15"))
                    .contains("Leans against → <b class=\"strong\">Leans to</b>");
        }
    }

    @Nested
    class Compared {

        @Test
        void twoGovernmentsStandSideBySide() throws Exception {
            var lines =
                    pictures.compare(
                                    Desk.INSTRUCTION,
                                    new GovernmentCode("DE"),
                                    new GovernmentCode("ES"),
                                    pictures.now(LocalDate.of(2025, 12, 31)),
                                    desk.actor("desk").scope())
                            .lines();
            assertThat(lines).hasSize(10);
            assertThat(lines.stream().filter(Comparison.Line::apart).map(l -> l.lane().name()))
                    .contains("DEED");
            assertThat(page("desk", "/picture/I-25-0001/compare?left=de&right=es&as-of=2025-12-31"))
                    .contains("Germany, Spain", "not effect");
        }
    }

    @Nested
    class Exported {

        @Test
        void theSameQuestionGivesTheSameBytes() throws Exception {
            for (var address :
                    List.of(
                            "/picture/I-25-0001.csv?as-of=2025-12-31&known-at=2027-01-01",
                            "/picture/I-25-0001/changes.csv?since=2025-06-01&as-of=2025-12-31",
                            "/picture/I-25-0001/compare.csv?left=de&right=fr&as-of=2025-12-31",
                            "/picture/I-25-0001/coverage.csv?as-of=2025-12-31&known-at=2027-01-01",
                            "/governments/de/timeline.csv?as-of=2025-12-31")) {
                assertThat(page("analyst", address)).isEqualTo(page("analyst", address));
            }
        }
    }

    @Nested
    class Stale {

        @Test
        void anEntryIsOnceItIsOlderThanTheInstructionLetsItStand() throws Exception {
            enter("UY", "asOf", "2026-01-10");
            assertThat(
                            desk.form(
                                            "desk",
                                            "/picture/I-25-0001/staleness",
                                            Map.of("days", "3000"))
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(302);
            positions.staleAfter(Desk.INSTRUCTION, 30, desk.actor("desk"));

            assertThat(stale(LocalDate.of(2026, 2, 9))).isFalse();
            assertThat(stale(LocalDate.of(2026, 2, 10))).isTrue();
        }

        private boolean stale(LocalDate asOf) {
            return pictures.board(Desk.INSTRUCTION, asOf, desk.actor("desk").scope())
                    .row(new GovernmentCode("UY"))
                    .orElseThrow()
                    .cell("A1")
                    .word()
                    .orElseThrow()
                    .flags()
                    .stale();
        }
    }
}
