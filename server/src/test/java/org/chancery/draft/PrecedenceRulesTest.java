// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.kernel.KernelRefusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class PrecedenceRulesTest {

    private static final String REASON = "Justification: the border closes at midnight.";

    private final BothDoors doors;

    PrecedenceRulesTest(MockMvc web, ApplicationContext beans) {
        this.doors = new BothDoors(web, beans);
    }

    private static Content at(String action, String info, String text) {
        return plain().with()
                .precedence(action, info)
                .addresses(
                        List.of(
                                new AddressLine("BERLIN", Addressing.ACTION),
                                new AddressLine("PARIS", Addressing.INFO)))
                .paragraphs(List.of(row("TEXT", text, "UNCLASSIFIED")))
                .build();
    }

    @Nested
    class InfoFasterThanAction {

        @Test
        void isRefused() {
            doors.release(at("ROUTINE", "IMMEDIATE", "Text."))
                    .refuse(
                            "MSG-006",
                            "INFO precedence IMMEDIATE is higher than ACTION precedence ROUTINE.",
                            "Lower it to ROUTINE or below.")
                    .at("MSG-006", "infoPrecedence");
        }

        @Test
        void isRefusedOnASingleLineToo() {
            var content =
                    plain().with()
                            .addresses(
                                    List.of(
                                            new AddressLine("BERLIN", Addressing.ACTION),
                                            new AddressLine("PARIS", Addressing.INFO, "PRIORITY")))
                            .build();

            doors.release(content).at("MSG-006", "info");
        }
    }

    @Nested
    class NightAction {

        @Test
        void isRefusedWithoutAReasonInParagraphOne() {
            var content = at("NIACT", "ROUTINE", "The border closes.");

            doors.release(content)
                    .refuse(
                            "MSG-007",
                            "State in paragraph 1 why NIACT is needed.",
                            "Give paragraph 1 the heading “Justification”, or begin a sentence of"
                                    + " it with “Justification:” and the reason.")
                    .at("MSG-007", "text-" + content.paragraphs().getFirst().id());
        }

        @Test
        void isRefusedToAReleaserWithoutTheAuthority() {
            doors.release(at("FLASH", "ROUTINE", REASON))
                    .refuse(
                            "MSG-007",
                            "You may not release at FLASH.",
                            "Have it released by somebody who may, or lower the precedence.")
                    .at("MSG-007", "actionPrecedence");
        }

        @Test
        void goesWithReasonAndAuthority() {
            doors.as(
                            doors.person("EUR", Role.DRAFTER),
                            doors.person("EUR", Role.APPROVER, Role.URGENT_RELEASER))
                    .release(at("NIACT", "ROUTINE", REASON))
                    .let();
        }

        @Test
        void takesTheReasonFromAHeadingToo() {
            var first = row("TEXT", "The border closes at midnight.", "UNCLASSIFIED");
            var headed =
                    new org.chancery.cable.Paragraph(
                            first.id(),
                            "TEXT",
                            "",
                            "Justification",
                            first.text(),
                            first.mark(),
                            first.terms());

            assertThat(
                            doors.live(
                                    at("NIACT", "ROUTINE", "x")
                                            .with()
                                            .paragraphs(List.of(headed))
                                            .build()))
                    .noneMatch(check -> check.problem().code().code().equals("MSG-007"));
        }

        @Test
        void isForActionOnly() {
            doors.release(at("FLASH", "NIACT", REASON))
                    .refuse(
                            "MSG-008",
                            "NIACT applies to ACTION addressees only.",
                            "Choose another precedence for INFO.")
                    .at("MSG-008", "infoPrecedence");
        }
    }

    @Nested
    class APrecedenceNobodyKnows {

        @Test
        void isReportedAndNotThrown() {
            var said = doors.live(at("URGENT", "ROUTINE", "Text."));

            assertThat(said)
                    .anyMatch(
                            check ->
                                    check.problem().code() == KernelRefusal.VALUE_UNKNOWN
                                            && check.problem().field().equals("actionPrecedence"));
            doors.release(at("URGENT", "ROUTINE", "Text.")).at("INP-004", "actionPrecedence");
        }
    }
}
