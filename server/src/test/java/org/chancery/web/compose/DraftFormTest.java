// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.draft.BothDoors.form;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Attachment;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.cable.Timing;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class DraftFormTest {

    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    private static final Content FULL =
            plain().with()
                    .classification(
                            new Classification(
                                    "SBU", "Together", "EUR", "1.4(b)", "", "2040-01-01"))
                    .captions(Set.of("EXDIS", "NOFORN"))
                    .topics(List.of("SMIG", "PREL"))
                    .precedence("IMMEDIATE", "PRIORITY")
                    .timing(
                            new Timing(
                                    Instant.parse("2026-12-11T22:30:00Z"),
                                    Instant.parse("2026-12-11T11:00:00Z")))
                    .addresses(
                            List.of(
                                    new AddressLine("EUROPE", Addressing.ACTION),
                                    new AddressLine("THE HAGUE", Addressing.ACTION, "FLASH"),
                                    new AddressLine("INR", Addressing.INFO)))
                    .excluded(Set.of("OSLO"))
                    .attention(List.of("PRM/ECA", "Mr Jones"))
                    .paragraphs(
                            List.of(
                                    row("SUMMARY", "In short.", "SBU"),
                                    new Paragraph(
                                            UUID.randomUUID(),
                                            "REQUIREMENT",
                                            "R1",
                                            "Hours",
                                            "Report.",
                                            "SBU",
                                            Map.of(
                                                    "form",
                                                    "FINDINGS",
                                                    "rounds",
                                                    "2026-12-01,2026-12-08",
                                                    "nilReport",
                                                    "REQUIRED")),
                                    new Paragraph(
                                            UUID.randomUUID(),
                                            "POINT",
                                            "P1",
                                            "",
                                            "Say it.",
                                            "SBU",
                                            Map.of("scope", "EUROPE", "oralOnly", "true")),
                                    row("DISSENT", "We think otherwise.", "SBU")))
                    .references(
                            List.of(
                                    new Reference(
                                            "26 STATE 7",
                                            Reference.Relation.SUPPLEMENTS,
                                            true,
                                            false),
                                    new Reference(
                                            "25 PARIS 9", Reference.Relation.REFERS, false, true)))
                    .attachments(
                            List.of(
                                    new Attachment(
                                            UUID.randomUUID(),
                                            "0".repeat(64),
                                            "map.pdf",
                                            "application/pdf",
                                            9,
                                            "SBU")))
                    .minimizeConsidered(true)
                    .signedBy("the Secretary")
                    .build();

    private static DraftForm read(LinkedMultiValueMap<String, String> form) {
        return DraftForm.of(form, FULL, WASHINGTON);
    }

    @Nested
    class EveryField {

        @Test
        void comesBackAsItWasWritten() {
            var read = read(form(FULL));

            assertThat(read.problems()).isEmpty();
            assertThat(read.content()).isEqualTo(FULL);
        }

        @Test
        void isTakenFromTheFormAndNotFromBefore() {
            var read = DraftForm.of(form(plain()), FULL, WASHINGTON).content();

            assertThat(read.with().paragraphs(List.of()).build())
                    .isEqualTo(plain().with().paragraphs(List.of()).build());
        }

        @Test
        void anAttachmentNotSentIsTakenOff() {
            var form = form(FULL);
            form.remove("attachmentId");
            form.remove("attachmentMark");

            assertThat(read(form).content().attachments()).isEmpty();
        }
    }

    @Nested
    class ValuesThatCannotBeRead {

        private LinkedMultiValueMap<String, String> form() {
            var form = org.chancery.draft.BothDoors.form(FULL);
            form.set("replyBy", "tomorrow noon");
            form.set("deskBy", "2026-13-01T08:00");
            form.put("rowRole", List.of("SUMMARY", "REQUIREMENT", "VERSE", "DISSENT"));
            form.put("refRelation", List.of("SUPPLEMENTS", "LIKES"));
            form.set("subject", "Still here");
            form.set("do", "remove-9");
            return form;
        }

        @Test
        void areReportedTogetherEachAtItsField() {
            assertThat(read(form()).problems())
                    .extracting(Problem::field)
                    .containsExactlyInAnyOrder(
                            "",
                            "text-" + FULL.paragraphs().get(2).id(),
                            "replyBy",
                            "deskBy",
                            "ref-1");
            assertThatThrownBy(() -> read(form()).requireReadable())
                    .hasMessageContaining("“tomorrow noon” is not a date with a time.");
        }

        @Test
        void loseNothingThatWasTyped() {
            var read = read(form());

            assertThat(read.content().subject()).isEqualTo("Still here");
            assertThat(read.content().paragraphs())
                    .extracting(Paragraph::text)
                    .containsExactly("In short.", "Report.", "Say it.", "We think otherwise.");
            assertThat(read.typed())
                    .containsEntry("replyBy", "tomorrow noon")
                    .containsEntry("deskBy", "2026-13-01T08:00");
        }
    }

    @Nested
    class RowsThatDoNotMatch {

        @Test
        void areNotMixed() {
            var form = form(FULL);
            form.put("rowText", List.of("One text for four rows"));

            assertThatThrownBy(() -> read(form)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class TheButtons {

        private List<String> texts(String act) {
            var form = form(FULL);
            form.set("do", act);
            return read(form).content().paragraphs().stream().map(Paragraph::text).toList();
        }

        @Test
        void addRemoveAndMoveRows() {
            assertThat(texts("up-1")).startsWith("Report.", "In short.");
            assertThat(texts("down-0")).startsWith("Report.", "In short.");
            assertThat(texts("down-3")).endsWith("We think otherwise.");
            assertThat(texts("remove-0")).startsWith("Report.").hasSize(3);
            assertThat(texts("add-ASK")).endsWith("").hasSize(5);
        }
    }
}
