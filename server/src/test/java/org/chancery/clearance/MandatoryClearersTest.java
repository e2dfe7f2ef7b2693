// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// The rules name who must clear, and why (CLR-002).
@DatabaseTest
@Import(MovableClock.Time.class)
class MandatoryClearersTest {

    private final Scene scene;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Offices offices;
    private final Actor desk;

    MandatoryClearersTest(
            MockMvc web, Drafts drafts, Clearances clearances, Accounts accounts, Offices offices) {
        this.scene = new Scene(web, drafts, accounts, offices);
        this.drafts = drafts;
        this.clearances = clearances;
        this.offices = offices;
        this.desk = scene.actor("desk");
    }

    private Draft tasking(String... action) {
        return drafts.start(
                Scene.cable("INSTRUCTION", List.of(action), Scene.row("ASK", "Share it.")), desk);
    }

    private Draft telling(String... action) {
        return drafts.start(
                Scene.cable("CABLE", List.of(action), Scene.row("TEXT", "Hello.")), desk);
    }

    private List<Mandate.Reason> reasons(Draft draft, String office) {
        return clearances.chain(draft).reasons(new OfficeCode(office));
    }

    @Nested
    class WhenTwoRegionsAreTasked {

        @Test
        void bothBureausMustClear() {
            var draft = tasking("OTTAWA", "CANBERRA", "WELLINGTON");

            assertThat(clearances.mandatory(draft))
                    .extracting(OfficeCode::value)
                    .containsExactlyInAnyOrder("L", "PA", "WHA", "EAP");
            assertThat(reasons(draft, "EAP"))
                    .containsExactly(
                            new Mandate.Reason(
                                    Mandate.Reason.Kind.REGIONAL_BUREAU,
                                    List.of("CANBERRA", "WELLINGTON")));
        }

        @Test
        void neitherCanBeTakenOutOfTheChain() throws Exception {
            var draft = tasking("OTTAWA", "CANBERRA");
            clearances.send(draft.id(), 1, Set.of(), desk);
            var refusal = Problem.of(ClearanceRefusal.CLEARER_MANDATORY, "WHA");

            Scene.assertRefused(
                    scene.form("desk", draft.id(), "clearance/remove", "office", "WHA"), refusal);
            Scene.assertRefused(
                    scene.api("desk", draft.id(), "clearance/remove", "\"office\":\"WHA\""),
                    refusal);
        }
    }

    @Nested
    class WhenAllPostsAreAddressed {

        @Test
        void operationsMustClear() {
            assertThat(reasons(telling("ALLPOSTS"), "OPS"))
                    .contains(
                            new Mandate.Reason(Mandate.Reason.Kind.ALL_POSTS, List.of("ALLPOSTS")));
        }

        @Test
        void thePageSaysWhyInAFewWords() throws Exception {
            var draft = tasking("ALLPOSTS");

            var page = scene.page("desk", "/drafts/" + draft.id() + "/clearance");

            assertThat(page.getResponse().getContentAsString())
                    .contains(
                            "operations: ALLPOSTS",
                            "regional bureau of OTTAWA",
                            "policy: instructions");
        }
    }

    @Nested
    class WhenACountryHasAnOffice {

        @Test
        void itMustClearWhatGoesThere() {
            offices.countryOffice(new GovernmentCode("IS"), new OfficeCode("PRM"));

            assertThat(reasons(telling("REYKJAVIK"), "PRM"))
                    .containsExactly(
                            new Mandate.Reason(Mandate.Reason.Kind.COUNTRY_OFFICE, List.of("IS")));
        }
    }

    @Nested
    class WhenAPostGoesOnMinimiseInTheMeantime {

        @Test
        void operationsMustBeAskedBeforeItGoes() throws Exception {
            var draft = telling("NICOSIA");
            clearances.send(draft.id(), 1, Set.of(), desk);
            offices.minimise(
                    new OfficeCode("NICOSIA"), LocalDate.of(2026, 11, 24), null, "Evacuation");
            var refusal = Problem.of(ClearanceRefusal.CLEARERS_NOT_ASKED, "OPS");

            Scene.assertRefused(scene.form("director", draft.id(), "release"), refusal);
            Scene.assertRefused(scene.api("director", draft.id(), "approve"), refusal);
        }
    }

    @Nested
    class APost {

        @Test
        void releasesOnTheWordOfItsHeadOfMission() {
            var draft =
                    drafts.start(
                            Scene.cable(
                                    "REPORT",
                                    List.of("OTTAWA", "CANBERRA"),
                                    Scene.row("ASK", "Share it.")),
                            scene.actor("berlin"));

            assertThat(clearances.mandatory(draft)).isEmpty();
        }
    }
}
