// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class HeaderRulesTest {

    private final BothDoors doors;
    private final Drafts drafts;
    private final Cables cables;
    private final Accounts accounts;

    HeaderRulesTest(
            MockMvc web,
            ApplicationContext beans,
            Drafts drafts,
            Cables cables,
            Accounts accounts) {
        this.drafts = drafts;
        this.doors = new BothDoors(web, beans);
        this.cables = cables;
        this.accounts = accounts;
    }

    @Nested
    class ATextWithAllItNeeds {

        @Test
        void goesThroughBothDoors() {
            doors.release(plain()).let();
        }
    }

    @Nested
    class WithoutASubject {

        @Test
        void isRefused() {
            doors.release(plain().with().subject(" ").build())
                    .refuse(
                            "MSG-002",
                            "A subject line is required.",
                            "Say in one line what the cable is about.")
                    .at("MSG-002", "subject");
        }
    }

    @Nested
    class WithoutATopicInForce {

        @Test
        void noneAtAllIsRefused() {
            doors.release(plain().with().topics(List.of()).build())
                    .refuse(
                            "MSG-003",
                            "Give at least one subject topic.",
                            "Choose one from the list in force.")
                    .at("MSG-003", "topics");
        }

        @Test
        void aMistypedOneIsRefusedWithTheOneMeant() {
            doors.release(plain().with().topics(List.of("SMGI")).build())
                    .refuse("MSG-003", "SMGI is not a topic in force.", "Did you mean SMIG?");
        }
    }

    @Nested
    class WithoutAnybodyToAct {

        @Test
        void isRefused() {
            doors.release(
                            plain().with()
                                    .addresses(List.of(new AddressLine("BERLIN", Addressing.INFO)))
                                    .build())
                    .refuse(
                            "MSG-004",
                            "The cable has no ACTION addressee.",
                            "Name an ACTION addressee or mark the cable information-only.")
                    .at("MSG-004", "action");
        }

        @Test
        void aCircularForInformationGoes() {
            doors.release(
                            plain().with()
                                    .type("CIRCULAR")
                                    .addresses(List.of(new AddressLine("BERLIN", Addressing.INFO)))
                                    .build())
                    .let();
        }

        @Test
        void aCircularToNobodyIsRefused() {
            doors.release(plain().with().type("CIRCULAR").addresses(List.of()).build())
                    .refuse(
                            "MSG-004",
                            "The cable is addressed to nobody.",
                            "Name at least one INFO addressee.");
        }

        @Test
        void aTypeNobodyKnowsIsReported() {
            doors.release(plain().with().type("LETTER").build()).at("INP-004", "type");
        }
    }

    @Nested
    class OverThreePages {

        private final List<org.chancery.cable.Paragraph> rows =
                List.of(row("TEXT", "A long text. ".repeat(480), "UNCLASSIFIED"));

        @Test
        void isRefusedWithoutASummary() {
            doors.release(plain().with().paragraphs(rows).build())
                    .refuse(
                            "MSG-010",
                            "Texts over 6,000 characters, about 3 pages, need a summary paragraph.",
                            "Add a row “Summary” at the top.")
                    .at("MSG-010", "text-" + rows.getFirst().id());
        }

        @Test
        void goesWithASummary() {
            doors.release(
                            plain().with()
                                    .paragraphs(
                                            List.of(
                                                    row("SUMMARY", "In short.", "UNCLASSIFIED"),
                                                    rows.getFirst()))
                                    .build())
                    .let();
        }
    }

    @Nested
    class Numbering {

        @Test
        void isRefusedWithoutAnyText() {
            doors.release(plain().with().paragraphs(List.of()).build())
                    .refuse("MSG-011", "The cable has no text.", "Write at least one paragraph.");
        }

        @Test
        void pointsAndAsksAreNamedWithoutAGapWhateverWasSent() {
            var both =
                    doors.release(
                            plain().with()
                                    .type("INSTRUCTION")
                                    .paragraphs(
                                            List.of(
                                                    row("OBJECTIVE", "Agree.", "UNCLASSIFIED"),
                                                    BothDoors.contact(),
                                                    row("POINT", "Say one.", "UNCLASSIFIED"),
                                                    row("ASK", "Ask one.", "UNCLASSIFIED"),
                                                    row("POINT", "Say two.", "UNCLASSIFIED")))
                                    .build());

            both.let();
            var desk = accounts.actor("desk").orElseThrow().scope();
            for (var mrn : List.of(both.web().mrn(), both.api().mrn())) {
                assertThat(cables.get(mrn, desk).content().paragraphs())
                        .extracting(org.chancery.cable.Paragraph::label)
                        .containsExactly("", "", "P1", "A1", "P2");
            }
        }
    }

    @Nested
    class AFormThatCannotBeRead {

        @Test
        void isNotSavedAndSaysEachMistakeAtItsField() {
            var draft = drafts.start(plain(), accounts.actor("desk").orElseThrow());
            var form = BothDoors.form(plain().with().subject("Typed").build());
            form.set("replyBy", "noon");
            form.set("deskBy", "night");

            var answer = doors.save(draft, 1, form);

            assertThat(answer.problems())
                    .extracting(BothDoors.Said::field, BothDoors.Said::detail)
                    .containsExactlyInAnyOrder(
                            tuple("replyBy", "“noon” is not a date with a time."),
                            tuple("deskBy", "“night” is not a date with a time."));
            assertThat(
                            drafts.get(draft.id(), accounts.actor("desk").orElseThrow().scope())
                                    .version())
                    .isEqualTo(1);
        }
    }

    @Nested
    class SeveralThingsWrong {

        @Test
        void bothDoorsReportAllAtOnce() {
            var both =
                    doors.release(
                            plain().with()
                                    .subject("")
                                    .topics(List.of())
                                    .addresses(List.of())
                                    .paragraphs(List.of())
                                    .precedence("ROUTINE", "FLASH")
                                    .build());

            for (var answer : List.of(both.web(), both.api())) {
                assertThat(answer.codes())
                        .contains("MSG-002", "MSG-003", "MSG-004", "MSG-006", "MSG-011");
            }
        }
    }
}
