// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.DelegationRefusal;
import org.chancery.access.Delegations;
import org.chancery.access.NewDelegation;
import org.chancery.access.Permission;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// One person acts in the place of another, for some days and up to a level (CLR-009).
@DatabaseTest
@Import(MovableClock.Time.class)
class DelegationTest {

    private static final OfficeCode L = new OfficeCode("L");

    private final Scene scene;
    private final MockMvc web;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Delegations delegations;
    private final MovableClock clock;
    private final Actor desk;
    private final Actor legal;

    DelegationTest(
            MockMvc web,
            Drafts drafts,
            Clearances clearances,
            Delegations delegations,
            Accounts accounts,
            Offices offices,
            MovableClock clock) {
        this.scene = new Scene(web, drafts, accounts, offices);
        this.web = web;
        this.drafts = drafts;
        this.clearances = clearances;
        this.delegations = delegations;
        this.clock = clock;
        this.desk = scene.actor("desk");
        this.legal = scene.actor("legal");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID grant(String to, int level, int days) {
        return delegations
                .grant(
                        new NewDelegation(
                                L,
                                Permission.CLEAR,
                                to,
                                level,
                                today().minusDays(1),
                                today().plusDays(days)),
                        legal)
                .id();
    }

    private Draft asked(String mark) {
        var row = new Paragraph(UUID.randomUUID(), "TEXT", "", "", "Hello.", mark, Map.of());
        var draft = drafts.start(Scene.cable("CABLE", List.of("BERLIN"), row), desk);
        return clearances.send(draft.id(), 1, Set.of(L), desk);
    }

    @Nested
    class WhileItLasts {

        @Test
        void theDelegateReadsTheDraftAndAnswersForTheOffice() throws Exception {
            var id = grant("analyst", 1, 5);
            var draft = asked("SBU");

            assertThat(
                            scene.page("analyst", "/drafts/" + draft.id())
                                    .getResponse()
                                    .getContentAsString())
                    .contains("You act for L");
            scene.form("analyst", draft.id(), "clear", "office", "L");

            var step = clearances.of(draft).getFirst();
            assertThat(step.answer()).isEqualTo(Clearance.Answer.CLEARED);
            assertThat(step.by()).isEqualTo("analyst");
            delegations.end(id, legal);
        }

        @Test
        void whoMayReleaseInTheDirectorsPlaceApprovesAndReleases() throws Exception {
            var director = scene.actor("director");
            var id =
                    delegations
                            .grant(
                                    new NewDelegation(
                                            director.office(),
                                            Permission.RELEASE,
                                            "analyst",
                                            1,
                                            today().minusDays(1),
                                            today().plusDays(5)),
                                    director)
                            .id();
            var draft = asked("SBU");
            clearances.clear(draft.id(), draft.version(), "", legal);

            scene.form("analyst", draft.id(), "approve", "office", "EUR");
            var chain = clearances.chain(drafts.get(draft.id(), desk.scope()));
            assertThat(chain.stage()).isEqualTo(Stage.APPROVED);
            assertThat(chain.approval()).extracting(Approval::by).isEqualTo("analyst");
            scene.form("analyst", draft.id(), "release", "office", "EUR");

            assertThat(clearances.chain(drafts.get(draft.id(), desk.scope())).stage())
                    .isEqualTo(Stage.RELEASED);
            delegations.end(id, director);
        }

        @Test
        void aDraftAboveTheDelegatedLevelIsNotThere() throws Exception {
            var id = grant("analyst", 1, 5);
            var draft = asked("SECRET");

            assertThat(scene.page("analyst", "/drafts/" + draft.id()).getResponse().getStatus())
                    .isEqualTo(404);
            scene.api("analyst", draft.id(), "clear", "\"office\":\"L\"")
                    .andExpect(status().isNotFound());
            delegations.end(id, legal);
        }

        @Test
        void theOfficeReadsNothingElseThroughIt() {
            var id = grant("analyst", 3, 5);

            assertThat(scene.actor("analyst").scope().offices()).doesNotContain(L);
            assertThat(scene.actor("analyst").permissions()).doesNotContain(Permission.CLEAR);
            delegations.end(id, legal);
        }
    }

    @Nested
    class WhenItIsOver {

        @Test
        void theDelegateIsToldOnWhichDayItEnded() throws Exception {
            grant("duty", 1, 2);
            var draft = asked("SBU");
            var last = today().plusDays(2);
            clock.move(Duration.ofDays(4));
            var refusal =
                    Problem.of(
                            DelegationRefusal.DELEGATION_ENDED,
                            last.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli());

            Scene.assertRefused(scene.form("duty", draft.id(), "clear", "office", "L"), refusal);
            Scene.assertRefused(
                    scene.api("duty", draft.id(), "clear", "\"office\":\"L\""), refusal);
            assertThat(refusal.detail())
                    .startsWith("Your delegation ended on " + last.getDayOfMonth());
            assertThat(scene.page("duty", "/drafts/" + draft.id()).getResponse().getStatus())
                    .isEqualTo(404);
        }

        @Test
        void whoNeverHadOneDoesNotActForTheOffice() throws Exception {
            var draft = asked("SBU");
            var refusal = Problem.of(DelegationRefusal.NOT_ACTING_FOR, "L");

            Scene.assertRefused(
                    scene.form("security", draft.id(), "clear", "office", "L"), refusal);
            Scene.assertRefused(
                    scene.api("security", draft.id(), "clear", "\"office\":\"L\""), refusal);
        }
    }

    @Nested
    class Granting {

        @Test
        void isDoneOnThePageByWhoHoldsTheRight() throws Exception {
            var until = today().plusDays(3).toString();
            web.perform(
                            post("/settings/delegations")
                                    .with(user("legal"))
                                    .with(csrf())
                                    .param("permission", "CLEAR")
                                    .param("to", "berlin")
                                    .param("level", "SBU")
                                    .param("validFrom", today().toString())
                                    .param("validUntil", until))
                    .andExpect(status().is3xxRedirection());

            assertThat(
                            scene.page("berlin", "/settings/delegations")
                                    .getResponse()
                                    .getContentAsString())
                    .contains("Given to you", "Legal adviser", "in force");
            delegations.granted(legal).forEach(known -> delegations.end(known.id(), legal));
        }

        @Test
        void everyMistakeIsNamedAtOnce() throws Exception {
            var yesterday = today().minusDays(2).toString();
            var page =
                    web.perform(
                                    post("/settings/delegations")
                                            .with(user("legal"))
                                            .with(csrf())
                                            .param("permission", "CLEAR")
                                            .param("to", "nobody")
                                            .param("level", "SBU")
                                            .param("validFrom", today().toString())
                                            .param("validUntil", yesterday))
                            .andReturn();
            Scene.assertRefused(page, Problem.of(DelegationRefusal.DELEGATION_PERIOD));
            assertThat(page.getResponse().getContentAsString())
                    .contains("Nobody signs in as “nobody”.");
            Scene.assertRefused(
                    web.perform(
                            post("/api/v1/delegations")
                                    .header(
                                            "Authorization",
                                            "Bearer " + scene.accounts().issueToken("legal"))
                                    .contentType("application/json")
                                    .content(
                                            """
                                            {"permission":"CLEAR","to":"berlin","level":"SBU",
                                             "validFrom":"%s","validUntil":"%s"}
                                            """
                                                    .formatted(today(), yesterday))),
                    Problem.of(DelegationRefusal.DELEGATION_PERIOD));
        }

        @Test
        void aDelegateDoesNotDelegateOn() {
            var id = grant("analyst", 3, 5);
            var analyst = scene.actor("analyst");

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    delegations.grant(
                                            new NewDelegation(
                                                    L,
                                                    Permission.CLEAR,
                                                    "berlin",
                                                    1,
                                                    today(),
                                                    today()),
                                            analyst));

            assertThat(refusal.first().code().code()).isEqualTo("ACC-006");
            delegations.end(id, legal);
        }
    }
}
