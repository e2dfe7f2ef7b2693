// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Mrn;
import org.chancery.cable.Paragraph;
import org.chancery.clearance.Clearance;
import org.chancery.clearance.Clearances;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class CableReleaseTest {

    private final Drafts drafts;
    private final Clearances clearances;
    private final Cables cables;
    private final JdbcClient jdbc;
    private final Actor desk;
    private final Actor director;
    private final Actor legal;
    private final Actor press;
    private final Actor berlin;

    CableReleaseTest(
            Drafts drafts,
            Clearances clearances,
            Cables cables,
            Accounts accounts,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.clearances = clearances;
        this.cables = cables;
        this.jdbc = jdbc;
        this.desk = accounts.actor("desk").orElseThrow();
        this.director = accounts.actor("director").orElseThrow();
        this.legal = accounts.actor("legal").orElseThrow();
        this.press = accounts.actor("press.office").orElseThrow();
        this.berlin = accounts.actor("berlin").orElseThrow();
    }

    private static Paragraph row(String role, String label, String text, String mark) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text, mark, Map.of());
    }

    private static Content instruction(String point) {
        return content(
                Set.of(),
                row("OBJECTIVE", "", "That they agree.", "SBU"),
                new Paragraph(
                        UUID.randomUUID(),
                        "CONTACT",
                        "",
                        "",
                        "Desk",
                        "SBU",
                        Map.of("office", "EUR")),
                row("POINT", "P1", point, "SBU"),
                row("ASK", "A1", "Agree to it.", "SBU"));
    }

    private static Content content(Set<String> excluded, Paragraph... rows) {
        return Content.blank("CABLE", "UNCLASSIFIED", "PRIORITY")
                .with()
                .subject("A subject")
                .topics(List.of("SMIG"))
                .precedence("PRIORITY", "ROUTINE")
                .addresses(
                        List.of(
                                new AddressLine("EUROPE", Addressing.ACTION),
                                new AddressLine("INR", Addressing.INFO)))
                .excluded(excluded)
                .paragraphs(List.of(rows))
                .exercise("EXERCISE TEST")
                .build();
    }

    private Draft plainDraft() {
        var draft =
                drafts.start(content(Set.of(), row("TEXT", "", "For information.", "SBU")), desk);
        return clearances.send(draft.id(), draft.version(), Set.of(), desk);
    }

    @Nested
    class WhileAnOfficeHasNotCleared {

        @Test
        void releaseIsRefusedAndNamesTheOffices() {
            var draft = drafts.start(instruction("Say it."), desk);
            clearances.send(draft.id(), 1, Set.of(), desk);
            clearances.clear(draft.id(), 1, "", legal);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> drafts.release(draft.id(), 1, director));

            assertThat(refusal).hasMessage("Waiting for PA.");
            assertThat(refusal.first().code().code()).isEqualTo("CLR-001");
            assertThat(refusal.mend())
                    .isEqualTo("Ask them to clear, or take them off the clearance list.");
        }
    }

    @Nested
    class WhenTheTextChangesAfterClearance {

        @Test
        void everyClearanceGivenIsVoid() {
            var draft = drafts.start(instruction("Say it."), desk);
            clearances.send(draft.id(), 1, Set.of(), desk);
            clearances.clear(draft.id(), 1, "", legal);
            clearances.clear(draft.id(), 1, "", press);

            var changed = drafts.change(draft.id(), 1, instruction("Say more."), desk);

            assertThat(clearances.of(changed))
                    .extracting(Clearance::answer)
                    .containsOnly(Clearance.Answer.VOIDED);
            assertThat(changed.state()).isEqualTo(new DraftState.Writing());
        }

        @Test
        void aWriterWithAnOlderVersionIsTold() {
            var draft = drafts.start(content(Set.of(), row("TEXT", "", "One.", "SBU")), desk);
            drafts.change(draft.id(), 1, content(Set.of(), row("TEXT", "", "Two.", "SBU")), desk);

            assertThatThrownBy(
                            () ->
                                    drafts.change(
                                            draft.id(),
                                            1,
                                            content(Set.of(), row("TEXT", "", "Three.", "SBU")),
                                            desk))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Somebody changed this while you were writing");
        }
    }

    @Nested
    class GivenUp {

        @Test
        void itStaysOnRecordAndNobodyWritesInIt() {
            var draft = drafts.start(content(Set.of(), row("TEXT", "", "One.", "SBU")), desk);
            drafts.discard(draft.id(), 1, desk);

            assertThat(drafts.get(draft.id(), desk.scope()).state())
                    .isEqualTo(new DraftState.Discarded("desk"));
            assertThatThrownBy(() -> drafts.change(draft.id(), 1, draft.content(), desk))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The draft was given up by desk.");
        }

        @Test
        void itMayNotBeWhileOfficesAreAsked() {
            var draft = plainDraft();

            assertThatThrownBy(() -> drafts.discard(draft.id(), draft.version(), desk))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The draft is in clearance and cannot be given up.");
        }
    }

    @Nested
    class WhenSeveralThingsAreWrong {

        @Test
        void allAreReportedAtOnce() {
            var blank = Content.blank("CABLE", "UNCLASSIFIED", "ROUTINE");
            var draft = drafts.start(blank, desk);
            clearances.send(draft.id(), 1, Set.of(), desk);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> drafts.release(draft.id(), 1, director));

            assertThat(refusal.problems())
                    .extracting((Problem problem) -> problem.code().code())
                    .contains("MSG-002", "MSG-003", "MSG-004", "MSG-011");
        }
    }

    @Nested
    class Released {

        @Test
        void theCollectiveIsFrozenWithoutTheOfficeLeftOut() {
            var draft =
                    drafts.start(content(Set.of("PARIS"), row("TEXT", "", "Hello.", "SBU")), desk);
            clearances.send(draft.id(), 1, Set.of(), desk);

            var cable = drafts.release(draft.id(), 1, director);

            assertThat(cable.offices(Addressing.ACTION))
                    .hasSize(35)
                    .doesNotContain(new OfficeCode("PARIS"));
            assertThat(cable.offices(Addressing.INFO)).containsExactly(new OfficeCode("INR"));
        }

        @Test
        void theBannerIsTheHighestMark() {
            var cable = drafts.release(plainDraft().id(), 1, director);

            assertThat(cable.label().level()).isEqualTo(1);
        }

        @Test
        void itCannotBeAlteredNotEvenInTheDatabase() {
            var cable = drafts.release(plainDraft().id(), 1, director);

            assertThatThrownBy(
                            () ->
                                    jdbc.sql("update cable.cable set subject = 'x' where id = :id")
                                            .param("id", cable.id().value())
                                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("MSG-001");
            assertThatThrownBy(
                            () ->
                                    jdbc.sql("delete from cable.addressee where cable = :id")
                                            .param("id", cable.id().value())
                                            .update())
                    .hasMessageContaining("MSG-001");
            assertThatThrownBy(() -> drafts.change(cable.draft(), 1, cable.content(), desk))
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching(
                            "2\\d STATE \\d+ was released on \\d{6}Z [A-Z]{3} \\d\\d and cannot be"
                                    + " altered\\.");
        }

        @Test
        void theDrafterMayNotReleaseIt() {
            var draft = drafts.start(content(Set.of(), row("TEXT", "", "Mine.", "SBU")), director);
            clearances.send(draft.id(), 1, Set.of(), director);

            assertThatThrownBy(() -> drafts.release(draft.id(), 1, director))
                    .hasMessageContaining("another approver is required");
        }

        @Test
        void aPostReadsItAndAnOfficeNotAddressedGetsTheAnswerOfANumberNeverGiven() {
            var cable = drafts.release(plainDraft().id(), 1, director);
            var never = new Mrn(2026, new OfficeCode("STATE"), 999_999);

            assertThat(cables.open(cable.mrn(), berlin).hash()).isEqualTo(cable.hash());
            var ottawa =
                    new org.chancery.access.ReadScope(
                            3, Set.of(), Set.of(new OfficeCode("OTTAWA")));
            var hidden = catchThrowableOfType(Refusal.class, () -> cables.get(cable.mrn(), ottawa));
            var absent = catchThrowableOfType(Refusal.class, () -> cables.get(never, ottawa));
            assertThat(hidden.first().code()).isEqualTo(absent.first().code());
        }

        @Test
        void numbersHaveNoGapAndNoDoubleUnderEightClerks() throws Exception {
            var ready =
                    java.util.stream.IntStream.range(0, 40).mapToObj(n -> plainDraft()).toList();
            var serials = new HashSet<Integer>();
            try (var clerks = Executors.newFixedThreadPool(8)) {
                var releases =
                        ready.stream()
                                .map(
                                        draft ->
                                                (Callable<Integer>)
                                                        () ->
                                                                drafts.release(
                                                                                draft.id(),
                                                                                1,
                                                                                director)
                                                                        .mrn()
                                                                        .serial())
                                .toList();
                for (var done : clerks.invokeAll(releases)) {
                    serials.add(done.get());
                }
            }
            assertThat(serials).hasSize(40);
            assertThat(
                            serials.stream().max(Integer::compare).orElseThrow()
                                    - serials.stream().min(Integer::compare).orElseThrow())
                    .isEqualTo(39);
        }
    }
}
