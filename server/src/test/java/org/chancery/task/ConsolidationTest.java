// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.context.annotation.Import;

/// An embassy answers for its consulates only if it says for which (TSK-009).
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class})
class ConsolidationTest {

    private final GivenTasks given;
    private final Tasks tasks;
    private final Actor berlin;
    private final OfficeCode hamburg;
    private final OfficeCode munich;
    private final Cable cable;
    private final Task embassy;

    ConsolidationTest(GivenTasks given, Tasks tasks, ReleasedCables released) {
        this.given = given;
        this.tasks = tasks;
        this.berlin = released.actor("berlin");
        this.hamburg = given.consulate("HAMBURG", "BERLIN");
        this.munich = given.consulate("MUNICH", "BERLIN");
        given.person("hamburg", "HAMBURG", Role.OFFICER);
        this.cable =
                given.cable(
                        LocalDate.of(2099, 12, 1),
                        "FINDINGS",
                        "BERLIN",
                        "HAMBURG",
                        "MUNICH",
                        "OSLO");
        this.embassy = given.of(cable, "BERLIN");
    }

    private String state(OfficeCode office) {
        return given.of(cable, office.value()).state().code();
    }

    private static void refuses(Executable act, String code, String detail, String mend) {
        var refusal = catchThrowableOfType(Refusal.class, act::execute);
        assertThat(refusal.first().code().code()).isEqualTo(code);
        assertThat(refusal).hasMessage(detail);
        assertThat(refusal.mend()).isEqualTo(mend);
    }

    @Nested
    class AnAnswerOfTheEmbassy {

        @Test
        void endsTheTasksOfThePostsItNamesAndNoOther() {
            given.answered(embassy, "26 BERLIN 7", berlin, hamburg);

            assertThat(given.now(embassy).state().note()).isEqualTo("26 BERLIN 7");
            assertThat(given.of(cable, "HAMBURG").state().note()).isEqualTo("26 BERLIN 7");
            assertThat(state(munich)).isEqualTo("OPEN");
        }

        @Test
        void namesEachPostInTheHistoryOfBoth() {
            given.answered(embassy, "26 BERLIN 7", berlin, munich, hamburg);

            assertThat(tasks.history(embassy.id(), berlin.scope()).getLast())
                    .satisfies(
                            event -> {
                                assertThat(event.act()).isEqualTo(TaskEvent.Act.ANSWERED_FOR);
                                assertThat(event.offices()).containsExactly(hamburg, munich);
                            });
            assertThat(given.page("berlin", "/tasks/" + embassy.id()).text())
                    .contains("answered, also for HAMBURG, MUNICH.");
            assertThat(given.page("hamburg", "/tasks/" + given.of(cable, "HAMBURG").id()).text())
                    .contains("Embassy Berlin answered for this post.");
        }

        @Test
        void standsForTheConsulateAloneWhereTheEmbassyOwesNothing() {
            var only = given.cable(LocalDate.of(2099, 12, 1), "FINDINGS", "HAMBURG", "BERLIN");
            var consulate = given.of(only, "HAMBURG");

            given.answered(consulate, "26 BERLIN 7", berlin, hamburg);

            assertThat(given.now(consulate).state().code()).isEqualTo("ANSWERED");
            assertThat(given.of(only, "BERLIN").state().code()).isEqualTo("OPEN");
        }

        @Test
        void isRefusedForAConsulateThatIsNotNamed() {
            refuses(
                    () -> given.answered(given.of(cable, "HAMBURG"), "26 BERLIN 7", berlin),
                    "TSK-009",
                    "It does not say for which posts the embassy answers.",
                    "Name each post the answer covers.");
        }

        @Test
        void isRefusedForAPostThatIsNotBelowIt() {
            refuses(
                    () -> given.answered(embassy, "26 BERLIN 7", berlin, new OfficeCode("OSLO")),
                    "TSK-009",
                    "OSLO is no post for which BERLIN answers.",
                    "Name only posts below the embassy.");
            assertThat(state(embassy.office())).isEqualTo("OPEN");
        }

        @Test
        void isRefusedForTheTaskOfAnotherPost() {
            refuses(
                    () -> given.answered(given.of(cable, "OSLO"), "26 BERLIN 7", berlin),
                    "TSK-005",
                    "This requirement is not addressed to BERLIN.",
                    "Only the post it is addressed to may answer.");
        }
    }

    @Nested
    class AnAnswerGivenAlready {

        @Test
        void isMadeToStandForMorePostsByFormAndByApi() {
            given.answered(embassy, "26 BERLIN 7", berlin);
            assertThat(given.page("berlin", "/tasks/" + embassy.id()).text())
                    .contains("Posts the answer covers");

            var form =
                    given.form("berlin", "/tasks/" + embassy.id() + "/cover", "covered", "HAMBURG");
            assertThat(form.to()).isEqualTo("/tasks/" + embassy.id());
            var api = given.api("berlin", "/tasks/" + embassy.id() + "/cover", "offices", "MUNICH");
            assertThat(api.status()).isEqualTo(200);

            assertThat(List.of(state(hamburg), state(munich)))
                    .containsExactly("ANSWERED", "ANSWERED");
        }

        @Test
        void needsThePostsNamedAndEachToOweSomething() {
            given.answered(embassy, "26 BERLIN 7", berlin, hamburg);
            var none = given.form("berlin", "/tasks/" + embassy.id() + "/cover");
            assertThat(none.status()).isEqualTo(422);
            assertThat(none.text())
                    .contains(
                            "TSK-009",
                            "It does not say for which posts the embassy answers.",
                            "Name each post the answer covers.");
            assertThat(given.api("berlin", "/tasks/" + embassy.id() + "/cover").text())
                    .contains("TSK-009", "Name each post the answer covers.");

            var twice =
                    given.api("berlin", "/tasks/" + embassy.id() + "/cover", "offices", "HAMBURG");
            assertThat(twice.status()).isEqualTo(422);
            assertThat(twice.text())
                    .contains(
                            "TSK-009",
                            "HAMBURG owes no answer to this requirement.",
                            "Leave HAMBURG out.");
        }
    }
}
