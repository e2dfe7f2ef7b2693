// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.cable.Reference;
import org.chancery.delivery.ReleasedCables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// A nil report ends a task, an e-mail or a tick does not (acceptance check 8).
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class})
class NilReportTest {

    private final GivenTasks given;
    private final ReleasedCables released;
    private final Cable cable;
    private final Task task;

    NilReportTest(GivenTasks given, ReleasedCables released) {
        this.given = given;
        this.released = released;
        given.person("berlin.small", "BERLIN", Role.SMALL_POST);
        this.cable = given.cable(LocalDate.of(2099, 12, 1), "FINDINGS", "BERLIN");
        this.task = given.of(cable, "BERLIN");
    }

    @Nested
    class ANilReport {

        @Test
        void endsTheTaskWithItsReason() {
            given.form(
                    "berlin",
                    "/tasks/" + task.id() + "/report",
                    "do",
                    "nil",
                    "nilReason",
                    "Nothing changed.");

            assertThat(given.now(task).state().code()).isEqualTo("ANSWERED");
            assertThat(given.now(task).state().note()).isEqualTo("Nothing changed.");
        }

        @Test
        void needsAReason() {
            var page =
                    given.form(
                            "berlin",
                            "/tasks/" + task.id() + "/report",
                            "do",
                            "nil",
                            "nilReason",
                            " ");

            assertThat(page.text())
                    .contains(
                            "TSK-008",
                            "A nil report needs a reason.",
                            "Say why there is nothing to report.");
            assertThat(given.now(task).state().code()).isEqualTo("OPEN");
        }
    }

    @Nested
    class WhatIsNoAnswer {

        @Test
        void aTickIsRefusedAndSaysWhatIsOne() {
            var tick = given.form("berlin", "/tasks/" + task.id() + "/close");

            assertThat(tick.status()).isEqualTo(409);
            assertThat(tick.text())
                    .contains(
                            "TSK-007",
                            "A task closes only by an answer.",
                            "Attach the report, or a nil report with reason.");
            assertThat(given.now(task).state().code()).isEqualTo("OPEN");
        }

        @Test
        void aLetterThatRefersToTheInstructionLeavesItOpen() {
            released.release(
                    List.of("EUR"),
                    List.of(),
                    content ->
                            content.subject("Re: " + cable.content().subject())
                                    .references(
                                            List.of(
                                                    new Reference(
                                                            cable.mrn().toString(),
                                                            Reference.Relation.ANSWERS,
                                                            false,
                                                            false))));

            assertThat(given.now(task).state().code()).isEqualTo("OPEN");
        }

        @Test
        void theCopyMarkedAsDoneLeavesItOpen() {
            given.form("berlin.small", "/cables/" + cable.mrn().slug() + "/acknowledge");
            given.form("berlin.small", "/cables/" + cable.mrn().slug() + "/handled");

            assertThat(given.now(task).state().code()).isEqualTo("OPEN");
        }
    }
}
