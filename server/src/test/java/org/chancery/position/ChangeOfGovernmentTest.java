// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.position.Desk.position;

import java.time.LocalDate;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.picture.Entry;
import org.chancery.picture.Pictures;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(Desk.class)
class ChangeOfGovernmentTest {

    private static final GovernmentCode HUNGARY = new GovernmentCode("HU");

    private final Desk desk;
    private final Positions positions;
    private final GovernmentChanges changes;
    private final Pictures pictures;
    private final JdbcClient jdbc;

    ChangeOfGovernmentTest(
            Desk desk,
            Positions positions,
            GovernmentChanges changes,
            Pictures pictures,
            JdbcClient jdbc) {
        this.desk = desk;
        this.positions = positions;
        this.changes = changes;
        this.pictures = pictures;
        this.jdbc = jdbc;
    }

    @Nested
    class InTheExample {

        private java.util.List<Entry> hungary(LocalDate asOf) {
            return pictures.history(Desk.INSTRUCTION, HUNGARY, asOf, desk.actor("desk").scope());
        }

        @Test
        void hungarysTwoEarlierEntriesAreFlaggedAndNoneIsDeleted() {
            assertThat(hungary(LocalDate.of(2026, 4, 30)))
                    .hasSize(2)
                    .noneMatch(entry -> entry.flags().governmentChanged());
            assertThat(hungary(LocalDate.of(2026, 6, 1)))
                    .hasSize(2)
                    .allMatch(entry -> entry.flags().governmentChanged());
        }

        @Test
        void thePostIsAskedToRenewBoth() {
            assertThat(positions.renewals(new OfficeCode("BUDAPEST"), desk.actor("desk").scope()))
                    .extracting(renewal -> renewal.earlier().ask())
                    .contains("A1", "A3");
        }
    }

    @Nested
    class Entered {

        @Test
        void byThePostItAsksForRenewalUntilANewEntryIsMade() throws Exception {
            var madrid = desk.officer("MADRID");
            positions.enter(
                    new PositionInput(position("AD", "asOf", "2026-02-01")).position(), madrid);
            var answer =
                    desk.api(
                            madrid.signIn(),
                            "/government-changes",
                            Map.of(
                                    "government", "AD",
                                    "on", "2026-03",
                                    "label", "A new head of government",
                                    "source", "Official gazette"));
            assertThat(answer.getResponse().getStatus()).isEqualTo(201);

            assertThat(positions.renewals(madrid.office(), madrid.scope()))
                    .anyMatch(renewal -> renewal.earlier().government().value().equals("AD"));
            positions.enter(
                    new PositionInput(position("AD", "asOf", "2026-04-01")).position(), madrid);
            assertThat(positions.renewals(madrid.office(), madrid.scope()))
                    .noneMatch(renewal -> renewal.earlier().government().value().equals("AD"));
        }

        @Test
        void needsDayLabelAndSourceAllNamedAtOnce() throws Exception {
            var fields = Map.of("government", "AD", "on", "", "label", "", "source", "");
            var answer = desk.api("desk", "/government-changes", fields);

            assertThat(desk.codes(answer)).containsExactly("POS-006", "POS-006", "POS-006");
            assertThat(desk.field(answer, "mend"))
                    .isEqualTo("Enter it; a month or a year is enough for the day.");
            desk.refusedAlike(
                    "desk",
                    "/government-changes",
                    fields,
                    "POS-006",
                    "What changed of the change of government is missing.",
                    "Enter it; a month or a year is enough for the day.");
        }

        @Test
        void hasHappened() throws Exception {
            desk.refusedAlike(
                    "desk",
                    "/government-changes",
                    Map.of("government", "AD", "on", "2999", "label", "x", "source", "y"),
                    "POS-006",
                    "2999 has not come yet.",
                    "Enter the change once the government has changed.");
        }

        @Test
        void isNeverTakenBack() {
            assertThat(changes.all()).isNotEmpty();
            assertThatThrownBy(() -> jdbc.sql("delete from position.government_change").update())
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
