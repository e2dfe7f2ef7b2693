// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class ReferenceRulesTest {

    private static final String SAID =
            "The minister said that the government will fall before the budget is voted.";

    private final BothDoors state;
    private final BothDoors berlin;
    private final BothDoors ottawa;

    ReferenceRulesTest(MockMvc web, ApplicationContext beans) {
        var people = new BothDoors(web, beans);
        state = people.as(people.person("EUR", Role.DRAFTER), people.person("EUR", Role.APPROVER));
        berlin =
                new BothDoors(web, beans)
                        .as(
                                people.person("BERLIN", Role.OFFICER),
                                people.person("BERLIN", Role.HEAD_OF_MISSION));
        ottawa =
                new BothDoors(web, beans)
                        .as(
                                people.person("OTTAWA", Role.OFFICER),
                                people.person("OTTAWA", Role.HEAD_OF_MISSION));
    }

    private static Reference answers(String number) {
        return new Reference(number, Reference.Relation.ANSWERS, false, false);
    }

    private static Content reply(String number, Paragraph... rows) {
        return plain().with()
                .addresses(List.of(new AddressLine("STATE", Addressing.ACTION)))
                .references(List.of(answers(number)))
                .paragraphs(List.of(rows))
                .build();
    }

    private Cable confidential(Set<String> captions, String declassifyOn) {
        return state.released(
                plain().with()
                        .captions(captions)
                        .paragraphs(
                                List.of(
                                        row("TEXT", "An open word of greeting.", "UNCLASSIFIED"),
                                        row("TEXT", SAID + " He was alone.", "CONFIDENTIAL")))
                        .classification(MarkingRulesTest.authority(declassifyOn))
                        .build());
    }

    private static String years(int n) {
        return LocalDate.now().plusYears(n).toString();
    }

    @Nested
    class AReplyThatQuotesAConfidentialParagraph {

        @Test
        void isRefusedInALowerParagraph() {
            var number = confidential(Set.of(), years(10)).mrn().toString();
            var quoting =
                    row("TEXT", "You wrote: " + SAID.toUpperCase(java.util.Locale.ROOT), "SBU");

            berlin.release(reply(number, quoting))
                    .refuse(
                            "MSG-021",
                            "You quote paragraph 2 of " + number + " (C).",
                            "Raise this text or remove the quotation.")
                    .at("MSG-021", "mark-" + quoting.id());
        }

        @Test
        void goesWhereItIsAsHighAndAsLong() {
            var number = confidential(Set.of(), years(10)).mrn().toString();

            berlin.release(
                            reply(number, row("TEXT", SAID, "CONFIDENTIAL"))
                                    .with()
                                    .classification(MarkingRulesTest.authority(years(10)))
                                    .build())
                    .let();
        }

        @Test
        void carriesItsCaptions() {
            var number = confidential(Set.of("EXDIS"), years(10)).mrn().toString();

            berlin.release(reply(number, row("TEXT", SAID, "SBU")))
                    .refuse(
                            "MSG-021",
                            "You quote paragraph 2 of " + number + " (C//EXDIS).",
                            "Put its captions on this cable or remove the quotation.")
                    .at("MSG-021", "captions");
        }

        @Test
        void isClassifiedAsLong() {
            var number = confidential(Set.of(), years(10)).mrn().toString();

            berlin.release(
                            reply(number, row("TEXT", SAID, "CONFIDENTIAL"))
                                    .with()
                                    .classification(MarkingRulesTest.authority(years(9)))
                                    .build())
                    .refuse(
                            "MSG-021",
                            "You quote paragraph 2 of "
                                    + number
                                    + " (C), classified until "
                                    + years(10)
                                    + ".",
                            "Declassify on " + years(10) + " or later, or remove the quotation.")
                    .at("MSG-021", "declassifyOn");
        }

        @Test
        void isFreeToQuoteTheOpenOneAndInItsOwnWords() {
            var number = confidential(Set.of(), years(10)).mrn().toString();

            berlin.release(
                            reply(
                                    number,
                                    row("TEXT", "An open word of greeting.", "UNCLASSIFIED"),
                                    row("TEXT", "We agree with your report.", "UNCLASSIFIED")))
                    .let();
        }
    }

    @Nested
    class ANumberNotInTheArchive {

        @Test
        void isRefusedUnlessItIsExternal() {
            var external = new Reference("25 STATE 99999", Reference.Relation.REFERS, false, true);

            berlin.release(reply("25 STATE 99999", row("TEXT", "See there.", "UNCLASSIFIED")))
                    .refuse(
                            "MSG-022",
                            "25 STATE 99999 is not in the archive.",
                            "Check the number, or mark it external.")
                    .at("MSG-022", "ref-0");
            berlin.release(plain().with().references(List.of(external)).build()).let();
        }

        @Test
        void isAnsweredAsOneTheReaderMayNotRead() {
            var hidden = confidential(Set.of(), years(10)).mrn().toString();
            var text = row("TEXT", "See there.", "UNCLASSIFIED");

            ottawa.release(reply(hidden, text))
                    .refuse(
                            "MSG-022",
                            hidden + " is not in the archive.",
                            "Check the number, or mark it external.");
            assertThat(ottawa.live(reply(hidden, text)))
                    .hasSameSizeAs(ottawa.live(reply("25 STATE 99999", text)));
        }

        @Test
        void isNotReadForAQuotation() {
            var hidden = confidential(Set.of(), years(10)).mrn().toString();

            assertThat(ottawa.live(reply(hidden, row("TEXT", SAID, "UNCLASSIFIED"))))
                    .noneMatch(check -> check.problem().code().code().equals("MSG-021"));
        }
    }

    @Nested
    class AReferenceAnAddresseeCannotRead {

        private Content onwards(boolean notal) {
            var number = state.released(plain()).mrn().toString();
            return plain().with()
                    .addresses(List.of(new AddressLine("PARIS", Addressing.ACTION)))
                    .references(
                            List.of(new Reference(number, Reference.Relation.REFERS, notal, false)))
                    .build();
        }

        @Test
        void isSaidWithTheirNames() {
            var content = onwards(false);

            state.warn(
                    content,
                    "MSG-022",
                    "1 addressee cannot read "
                            + content.references().getFirst().number()
                            + ": PARIS.",
                    "Mark it NOTAL, or say in the text what they need of it.");
        }

        @Test
        void isNotSaidOnceItIsNotal() {
            assertThat(state.live(onwards(true))).isEmpty();
        }
    }

    @Nested
    class ExerciseTraffic {

        @Test
        void isNoReferenceInRealTraffic() {
            var number = state.released(plain()).mrn().toString();
            var content = plain().with().references(List.of(Reference.to(number)));

            state.release(content.exercise("").build())
                    .refuse(
                            "MSG-027",
                            number + " is exercise traffic.",
                            "Name the exercise on this cable too, or take the reference off.")
                    .at("MSG-027", "ref-0");
            state.release(content.exercise("EXERCISE RULES").build()).let();
        }
    }
}
