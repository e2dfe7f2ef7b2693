// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.Attachment;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class MarkingRulesTest {

    private final BothDoors doors;
    private final BothDoors holders;

    MarkingRulesTest(MockMvc web, ApplicationContext beans) {
        doors = new BothDoors(web, beans);
        holders =
                new BothDoors(web, beans)
                        .as(doors.person("EUR", Role.DRAFTER), doors.person("EUR", Role.APPROVER));
    }

    static Classification authority(String declassifyOn) {
        return new Classification("", "", "EUR, Director", "1.4(b)", "", declassifyOn);
    }

    /// A cable with a confidential first paragraph, classified for ten years.
    static Content confidential() {
        return plain().with()
                .paragraphs(List.of(row("TEXT", "What was said in confidence.", "CONFIDENTIAL")))
                .classification(authority(LocalDate.now().plusYears(10).toString()))
                .build();
    }

    private static Content block(Classification block) {
        return confidential().with().classification(block).build();
    }

    private static Content banner(String banner, String reason) {
        return plain().with()
                .classification(new Classification(banner, reason, "", "", "", ""))
                .build();
    }

    @Nested
    class WithoutAMark {

        @Test
        void aParagraphIsRefusedByItsNumber() {
            var rows = List.of(row("TEXT", "One.", "UNCLASSIFIED"), row("TEXT", "Two.", ""));

            doors.release(plain().with().paragraphs(rows).build())
                    .refuse("MSG-012", "Paragraph 2 has no portion mark.", "Choose its level.")
                    .at("MSG-012", "mark-" + rows.getLast().id());
        }

        @Test
        void theSubjectIsRefused() {
            doors.release(plain().with().subjectMark("").build())
                    .refuse("MSG-012", "The subject has no portion mark.", "Choose its level.")
                    .at("MSG-012", "subjectMark");
        }

        @Test
        void anAttachmentIsRefusedByItsName() {
            var file =
                    new Attachment(
                            UUID.randomUUID(), "0".repeat(64), "map.pdf", "application/pdf", 9, "");

            doors.releaseStarted(plain().with().attachments(List.of(file)).build())
                    .refuse(
                            "MSG-012",
                            "The attachment map.pdf has no portion mark.",
                            "Choose its level.")
                    .at("MSG-012", "attachment-" + file.id());
        }

        @Test
        void aMarkNobodyKnowsCountsAsNone() {
            doors.release(plain().with().subjectMark("COSMIC").build())
                    .at("MSG-012", "subjectMark");
        }
    }

    @Nested
    class TheBanner {

        @Test
        void isNotLowerThanAParagraph() {
            doors.release(
                            plain().with()
                                    .paragraphs(List.of(row("TEXT", "Not for all.", "SBU")))
                                    .classification(banner("UNCLASSIFIED", "").classification())
                                    .build())
                    .refuse(
                            "MSG-013",
                            "Paragraph 1 is SBU; the cable cannot be UNCLASSIFIED.",
                            "Raise the banner to SBU, or lower the portion if it allows.")
                    .at("MSG-013", "banner");
        }

        @Test
        void aboveEveryPortionNeedsAReason() {
            doors.release(banner("SBU", ""))
                    .refuse(
                            "MSG-014",
                            "All portions are UNCLASSIFIED. Explain classification by compilation.",
                            "Say why the whole is higher than its parts, or leave the banner to the"
                                    + " portions.")
                    .at("MSG-014", "compilationReason");
        }

        @Test
        void standsWhereItIsExplained() {
            var cable = doors.released(banner("SBU", "The list as a whole shows our presence."));

            assertThat(cable.label().level()).isEqualTo(1);
        }
    }

    @Nested
    class AClassifiedCable {

        @Test
        void saysOnWhoseAuthority() {
            doors.release(block(Classification.NONE))
                    .refuse(
                            "MSG-015",
                            "Give classified-by and reason, or derived-from and declassify-on.",
                            "Complete one of the two pairs, by office and function.")
                    .at("MSG-015", "authority");
        }

        @Test
        void goesOnOriginalAuthority() {
            doors.release(confidential()).let();
        }

        @Test
        void goesOnASourceWithItsDate() {
            var until = LocalDate.now().plusYears(5).toString();

            doors.release(block(new Classification("", "", "", "", "25 STATE 9", until))).let();
            doors.release(block(new Classification("", "", "", "", "25 STATE 9", "")))
                    .at("MSG-015", "authority");
        }
    }

    @Nested
    class TheEndOfClassification {

        @Test
        void isAtMostThePolicysYearsAway() {
            var last = LocalDate.now().plusYears(25);

            doors.release(block(authority(last.plusDays(1).toString())))
                    .refuse(
                            "MSG-016",
                            "Declassify on may not exceed 25 years.",
                            "Give " + last + " or an earlier day.")
                    .at("MSG-016", "declassifyOn");
            assertThat(doors.live(block(authority(last.toString())))).isEmpty();
        }

        @Test
        void isNotPast() {
            var yesterday = LocalDate.now().minusDays(1).toString();

            doors.release(block(authority(yesterday)))
                    .refuse(
                            "MSG-016",
                            "Declassify on " + yesterday + " is past.",
                            "Give today or a later day, or lower the marks.");
        }

        @Test
        void isADate() {
            doors.release(block(authority("soon")))
                    .refuse(
                            "MSG-016",
                            "Declassify on: “soon” is not a date.",
                            "Write year, month and day as 2041-11-24.");
        }
    }

    @Nested
    class Captions {

        private Content with(String... captions) {
            return plain().with().captions(Set.of(captions)).build();
        }

        @Test
        void onlyOneChannelIsAllowed() {
            holders.release(with("DISSENT", "DIRGEN"))
                    .refuse(
                            "MSG-018",
                            "Only one channel caption is allowed.",
                            "Keep one of DIRGEN, DISSENT.")
                    .at("MSG-018", "captions");
        }

        @Test
        void oneThatStandsAloneIsRefusedWithAnother() {
            holders.release(with("AGREMENT", "EXDIS"))
                    .refuse(
                            "MSG-018",
                            "AGREMENT cannot be combined with EXDIS.",
                            "Keep AGREMENT alone, or take it off.");
        }

        @Test
        void oneNotHeldIsRefusedWhileWriting() {
            doors.release(with("DIRGEN"))
                    .refuse(
                            "MSG-019",
                            "You do not hold the role for DIRGEN.",
                            "Have somebody write and release it who holds DIRGEN, or take the"
                                    + " caption off.")
                    .at("MSG-019", "captions");
        }

        @Test
        void oneThatAsksForALevelIsRefusedBelowIt() {
            holders.release(with("AGREMENT"))
                    .refuse(
                            "MSG-020",
                            "AGREMENT must be at least SBU.",
                            "Mark the text SBU or higher, or take the caption off.")
                    .at("MSG-020", "captions");
        }

        @Test
        void oneHeldAndHighEnoughGoes() {
            holders.release(
                            with("AGREMENT")
                                    .with()
                                    .paragraphs(List.of(row("TEXT", "The candidate.", "SBU")))
                                    .build())
                    .let();
        }

        @Test
        void oneNobodyKnowsIsReported() {
            doors.release(with("COSMIC")).at("INP-004", "captions");
        }
    }
}
