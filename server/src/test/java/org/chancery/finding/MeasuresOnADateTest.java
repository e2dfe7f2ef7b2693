// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.ReadScope;
import org.chancery.archive.Import;
import org.chancery.directory.GovernmentCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Acceptance checks 1 and 2 of the policy domain: which rules were in force on a day, and which
/// were merely announced.
@DatabaseTest
class MeasuresOnADateTest {

    private final Findings findings;
    private final Import files;
    private final ReadScope analyst;

    MeasuresOnADateTest(Findings findings, Import files, Accounts accounts) {
        this.findings = findings;
        this.files = files;
        this.analyst = accounts.actor("analyst").orElseThrow().scope();
    }

    private List<MeasureState> on(String government, String day) {
        return findings.measuresOn(new GovernmentCode(government), LocalDate.parse(day), analyst);
    }

    private static MeasureState containing(List<MeasureState> states, String title) {
        return states.stream()
                .filter(
                        state ->
                                state.steps().stream()
                                        .anyMatch(
                                                step ->
                                                        step.finding()
                                                                .facts()
                                                                .title()
                                                                .contains(title)))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class PolandsLimitOnAsylum {

        @Test
        void isInForceInJune2025() {
            var limit = containing(on("PL", "2025-06-15"), "Limit on asylum applications");

            assertThat(limit.inForce()).isTrue();
            assertThat(limit.overdue()).isFalse();
            assertThat(limit.steps()).hasSize(3);
        }

        @Test
        void isFlaggedOverdueInNovemberBecauseNobodySaidWhatFollowedItsSixtyDays() {
            var limit = containing(on("PL", "2025-11-21"), "Limit on asylum applications");

            assertThat(limit.stage()).isEqualTo(Stage.EXTENDED);
            assertThat(limit.overdue()).isTrue();
        }

        @Test
        void isNotInForceBeforeItWasAdopted() {
            assertThat(on("PL", "2025-03-01")).isEmpty();
        }
    }

    @Nested
    class OnTheDayOfTheCable {

        @Test
        void dutchBillsPassedByOneChamberAreNotInForce() {
            assertThat(on("NL", "2025-11-21"))
                    .isNotEmpty()
                    .allMatch(MeasureState::announcedOnly)
                    .noneMatch(MeasureState::inForce);
        }

        @Test
        void thePortugueseNationalityLawIsNotInForceThenNorAfterTheCourt() {
            assertThat(containing(on("PT", "2025-11-21"), "nationality law").announcedOnly())
                    .isTrue();
            var struckDown = containing(on("PT", "2025-12-31"), "nationality law");
            assertThat(struckDown.stage()).isEqualTo(Stage.STRUCK_DOWN);
            assertThat(struckDown.inForce()).isFalse();
        }
    }

    @Nested
    class AFileWithARowThatCannotBeTaken {

        @Test
        void isLoadedWithoutItAndTheReportNamesLineAndEveryReason() {
            var report =
                    files.load(
                            "two.csv",
                            new StringReader(
                                    """
                                    country,title,kind,date,stage,direction,source_url,source_title,confidence
                                    XK,Unknown place,MEASURE,2025-13,IN_FORCE,NEUTRAL,,,HIGH
                                    SE,A rule of a test,MEASURE,2019-01,IN_FORCE,NEUTRAL,https://example.org/a,A,HIGH
                                    """));

            assertThat(report.stored()).isEqualTo(1);
            assertThat(report.refused()).hasSize(1);
            var row = report.refused().getFirst();
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.problems())
                    .extracting(problem -> problem.code().code())
                    .containsExactly("MEA-001", "INP-001", "MEA-002");
            assertThat(row.problems().getFirst().detail()).isEqualTo("XK is not assigned.");
            assertThat(row.problems().getFirst().mend())
                    .isEqualTo("Register it as an additional jurisdiction first.");
        }
    }
}
