// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.cable.Cable;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.ReleasedCables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
@Import(ReleasedCables.class)
class DeliveriesApiTest {

    private final MockMvc web;
    private final ReleasedCables released;
    private final Deliveries deliveries;
    private final Accounts accounts;

    DeliveriesApiTest(
            MockMvc web, ReleasedCables released, Deliveries deliveries, Accounts accounts) {
        this.web = web;
        this.released = released;
        this.deliveries = deliveries;
        this.accounts = accounts;
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, String signIn)
            throws Exception {
        return web.perform(
                request.header("Authorization", "Bearer " + accounts.issueToken(signIn)));
    }

    private static String at(Cable cable) {
        return "/api/v1/cables/" + cable.mrn().slug();
    }

    @Nested
    class TheInbox {

        @Test
        void showsStateAndDueOfTheOfficesCopies() throws Exception {
            var cable = released.release(List.of("BERLIN/FLASH"), List.of("OTTAWA"));
            var row = "$.items[?(@.mrn=='" + cable.mrn() + "')]";

            ask(get("/api/v1/inbox?folder=action&sort=due&limit=200"), "berlin")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath(row + ".copy.state").value("DELIVERED"))
                    .andExpect(
                            jsonPath(row + ".copy.due")
                                    .value(cable.releasedAt().plusSeconds(600).toString()));
            ask(get("/api/v1/inbox?role=INFO&limit=200"), "ottawa")
                    .andExpect(jsonPath(row + ".copy.role").value("INFO"))
                    .andExpect(jsonPath(row + ".copy.due[?(@ != null)]").isEmpty());
            ask(get("/api/v1/inbox?role=ACTION&limit=200"), "ottawa")
                    .andExpect(jsonPath(row).isEmpty());
        }

        @Test
        void ofAnotherOfficeIsNotThere() throws Exception {
            ask(get("/api/v1/inbox?office=BERLIN"), "ottawa")
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("ACC-001"));
        }

        @Test
        void refusesAWordItDoesNotKnow() throws Exception {
            for (var query : List.of("folder=junk", "sort=junk")) {
                ask(get("/api/v1/inbox?" + query), "berlin")
                        .andExpect(status().is(422))
                        .andExpect(jsonPath("$.code").value("INP-004"));
            }
        }
    }

    @Nested
    class Acknowledging {

        @Test
        void movesTheCopyAndRefusesASecondTimeWithTheMend() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            ask(post(at(cable) + "/acknowledge"), "berlin")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("ACKNOWLEDGED"))
                    .andExpect(jsonPath("$.by").value("berlin"));
            ask(post(at(cable) + "/acknowledge"), "berlin")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("DLV-003"))
                    .andExpect(
                            jsonPath("$.mend")
                                    .value("Nothing is left to do; the history shows when."));
        }

        @Test
        void needsAnAddressedOffice() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            ask(post(at(cable) + "/acknowledge"), "director")
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("DLV-001"));
        }
    }

    @Nested
    class Assigning {

        private MockHttpServletRequestBuilder assign(Cable cable, String body) {
            return post(at(cable) + "/assign")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body);
        }

        @Test
        void namesSomebodyOfTheOffice() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            ask(assign(cable, "{\"person\": \"berlin\", \"note\": \"Today.\"}"), "hom.berlin")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.assignedTo").value("berlin"));
        }

        @Test
        void refusesPeopleOfOtherOfficesAndNobody() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            for (var name : List.of("ottawa", "nobody.at.all")) {
                ask(assign(cable, "{\"person\": \"" + name + "\"}"), "hom.berlin")
                        .andExpect(status().is(422))
                        .andExpect(jsonPath("$.code").value("DLV-006"));
            }
            ask(assign(cable, "{}"), "hom.berlin")
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("INP-003"));
        }
    }

    @Nested
    class TheLedger {

        @Test
        void namesReadersToTheSenderAndStatesToOthers() throws Exception {
            var cable = released.release(List.of("BERLIN", "OTTAWA"), List.of());
            deliveries.open(cable.mrn(), released.actor("berlin"));
            var line = "$.items[?(@.copy.office=='BERLIN')]";

            ask(get(at(cable) + "/deliveries"), "desk")
                    .andExpect(jsonPath(line + ".readers[0].signIn").value("berlin"));
            ask(get(at(cable) + "/deliveries"), "ottawa")
                    .andExpect(jsonPath(line + ".copy.state").value("OPENED"))
                    .andExpect(jsonPath(line + ".named").value(false))
                    .andExpect(jsonPath(line + ".readers[*]").isEmpty())
                    .andExpect(jsonPath(line + ".copy.by[?(@ != null)]").isEmpty());
        }
    }

    @Nested
    class TheDutyBoard {

        @Test
        void showsNumbersOnlyWhereTheWatchMayRead() throws Exception {
            var cable =
                    released.release(
                            List.of("CANBERRA/FLASH"),
                            List.of(),
                            content -> content.captions(Set.of("NODIS")));
            var post = "$.items[?(@.office=='CANBERRA')].waiting[*]";

            ask(get("/api/v1/duty"), "duty")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath(post + ".since").value(cable.releasedAt().toString()))
                    .andExpect(jsonPath(post + "[?(@.mrn=='" + cable.mrn() + "')]").isEmpty());
            ask(get("/api/v1/duty"), "berlin")
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("ACC-006"));
        }
    }
}
