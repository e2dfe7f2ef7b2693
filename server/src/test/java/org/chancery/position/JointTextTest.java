// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Desk.class)
class JointTextTest {

    private final Desk desk;
    private final JointTexts texts;
    private final JointText text;

    JointTextTest(Desk desk, JointTexts texts) {
        this.desk = desk;
        this.texts = texts;
        this.text =
                texts.record(
                        new PositionInput(
                                        Map.of(
                                                "title", "A joint letter",
                                                "on", "2025-05-22",
                                                "source", "Public register",
                                                "signatories", "EE LV LT"))
                                .text(),
                        desk.actor("desk"));
    }

    private NewLink link(boolean meant, String... signatories) {
        return new NewLink(
                Desk.INSTRUCTION,
                "A3",
                Step.SUPPORTS,
                java.util.Arrays.stream(signatories)
                        .map(GovernmentCode::new)
                        .collect(java.util.stream.Collectors.toSet()),
                meant,
                "It says the same.");
    }

    @Nested
    class Recorded {

        @Test
        void givesOneStatementPerSignatoryAndLinksNone() {
            assertThat(text.signatories()).hasSize(3);
            assertThat(texts.links(text.id(), desk.actor("desk").scope())).isEmpty();
        }

        @Test
        void needsTitleDaySourceAndASignatoryAllNamedAtOnce() throws Exception {
            desk.refusedAlike(
                    "desk",
                    "/joint-texts",
                    Map.of("title", ""),
                    "POS-007",
                    "The title is missing.",
                    "Enter title, day, source and at least one signatory.");
            var answer = desk.api("desk", "/joint-texts", Map.of("title", ""));
            assertThat(desk.codes(answer))
                    .containsExactly("POS-007", "POS-007", "POS-007", "POS-007");
            assertThat(desk.field(answer, "mend"))
                    .isEqualTo("Enter title, day, source and at least one signatory.");
        }
    }

    @Nested
    class Dated {

        @Test
        void isNotSignedInTheFuture() throws Exception {
            desk.refusedAlike(
                    "desk",
                    "/joint-texts",
                    Map.of(
                            "title", "A text to come",
                            "on", "2999-05",
                            "source", "Public register",
                            "signatories", "EE"),
                    "POS-016",
                    "2999-05 has not come yet.",
                    "Give the day it was so, today at the latest.");
            assertThat(texts.all()).noneMatch(known -> known.title().equals("A text to come"));
        }
    }

    @Nested
    class Linked {

        @Test
        void onlyWhereAPersonSaysTheSignatureIsAnAnswer() throws Exception {
            var fields =
                    Map.of(
                            "instruction",
                            "I-25-0001",
                            "ask",
                            "A3",
                            "step",
                            "SUPPORTS",
                            "signatories",
                            "EE",
                            "reason",
                            "It says the same.");
            var answer = desk.api("desk", "/joint-texts/" + text.id() + "/link", fields);

            assertThat(answer.getResponse().getStatus()).isEqualTo(422);
            assertThat(desk.codes(answer)).containsExactly("POS-007");
            assertThat(desk.field(answer, "detail"))
                    .isEqualTo("Signing “A joint letter” is not an answer to A3. Link it?");
            assertThat(desk.field(answer, "mend"))
                    .isEqualTo("Read both; tick that you hold it an answer, then link it.");
            var page =
                    desk.form(
                            "desk",
                            "/joint-texts/" + text.id() + "/link",
                            Map.of(
                                    "instruction", "I-25-0001",
                                    "ask", "A3",
                                    "step", "SUPPORTS",
                                    "signatory", "EE",
                                    "reason", "It says the same."));
            assertThat(page.getResponse().getContentAsString(UTF_8))
                    .contains(
                            "POS-007",
                            "Signing “A joint letter” is not an answer to A3. Link it?",
                            "Read both; tick that you hold it an answer, then link it.",
                            "It says the same.");
            assertThat(texts.links(text.id(), desk.actor("desk").scope())).isEmpty();
        }

        @Test
        void becomesADeedOfEachSignatoryNamed() {
            texts.link(text.id(), link(true, "EE", "LV"), desk.actor("desk"));

            assertThat(texts.links(text.id(), desk.actor("desk").scope()))
                    .hasSize(2)
                    .allMatch(
                            p ->
                                    p.lane() == Lane.DEED
                                            && p.basis().rank() == BasisClass.VOTE_OR_SIGNATURE)
                    .extracting(p -> p.government().value())
                    .containsExactly("EE", "LV");
        }

        @Test
        void notForAGovernmentThatDidNotSign() throws Exception {
            var page =
                    desk.form(
                            "desk",
                            "/joint-texts/" + text.id() + "/link",
                            Map.of(
                                    "instruction", "I-25-0001",
                                    "ask", "A3",
                                    "step", "SUPPORTS",
                                    "reason", "It says the same.",
                                    "meant", "on",
                                    "signatory", "DE"));
            assertThat(page.getResponse().getContentAsString(UTF_8))
                    .contains("POS-007", "DE did not sign “A joint letter”.");
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> texts.link(text.id(), link(true, "DE"), desk.actor("desk")));
            assertThat(refusal.first().code().code()).isEqualTo("POS-007");
            assertThat(refusal.mend()).isEqualTo("Choose among the signatories.");
        }
    }
}
