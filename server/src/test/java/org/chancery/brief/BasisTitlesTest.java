// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.position.Desk.position;

import java.util.List;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.position.Desk;
import org.chancery.position.JointTexts;
import org.chancery.position.PositionInput;
import org.chancery.position.Positions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// How a footnote calls a basis that is neither finding nor démarche.
@DatabaseTest
@Import(Desk.class)
class BasisTitlesTest {

    private final Desk desk;
    private final Briefs briefs;
    private final Positions positions;
    private final JointTexts texts;

    BasisTitlesTest(Desk desk, Briefs briefs, Positions positions, JointTexts texts) {
        this.desk = desk;
        this.briefs = briefs;
        this.positions = positions;
        this.texts = texts;
    }

    private void enter(Map<String, String> fields) {
        positions.enter(new PositionInput(fields).position(), desk.actor("desk"));
    }

    private List<Paper.Note> notes(String government, String language) {
        var order =
                new BriefOrder(
                        Desk.INSTRUCTION.value(),
                        government,
                        "",
                        "",
                        "",
                        language,
                        List.of("POSITIONS"),
                        List.of("PDF"),
                        List.of(),
                        false);
        return briefs.preview(order, desk.actor("desk")).paper().notes();
    }

    @Nested
    class InWords {

        @Test
        void coverageNamesItsInstruction() {
            enter(position("LR", "step", "NOT_RAISED", "basis", "COVERAGE"));

            assertThat(notes("lr", "en"))
                    .anyMatch(note -> note.text().contains("Coverage of I-25-0001"));
            assertThat(notes("lr", "de"))
                    .anyMatch(note -> note.text().contains("Abdeckung von I-25-0001"));
        }

        @Test
        void anAssessmentNamesItsOfficeAndDay() {
            enter(position("TG"));

            assertThat(notes("tg", "en"))
                    .anyMatch(
                            note ->
                                    note.text().contains("Assessment by EUR")
                                            && note.text().contains("2026-01-10"));
            assertThat(notes("tg", "de"))
                    .anyMatch(note -> note.text().contains("Einschätzung von EUR"));
        }

        @Test
        void aJointTextIsCalledByItsTitleSourceAndAddress() {
            var text =
                    texts.record(
                            new PositionInput(
                                            Map.of(
                                                    "title", "A joint letter",
                                                    "on", "2025-05-22",
                                                    "source", "Public register",
                                                    "sourceUri", "https://example.org/letter",
                                                    "signatories", "BJ"))
                                    .text(),
                            desk.actor("desk"));
            texts.link(
                    text.id(),
                    new PositionInput(
                                    Map.of(
                                            "instruction", Desk.INSTRUCTION.value(),
                                            "ask", "A3",
                                            "step", "SUPPORTS",
                                            "signatories", "BJ",
                                            "meant", "on",
                                            "reason", "It says the same."))
                            .link(),
                    desk.actor("desk"));

            assertThat(notes("bj", "en"))
                    .anyMatch(
                            note ->
                                    note.text().contains("A joint letter. Public register")
                                            && note.uri().equals("https://example.org/letter"));
        }
    }
}
