// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.cable.Attachment;
import org.chancery.cable.Cable;
import org.chancery.cable.Classification;
import org.chancery.cable.Reference;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.ReleasedCables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(ReleasedCables.class)
class CablePagesTest {

    private final MockMvc web;
    private final ReleasedCables released;
    private final Deliveries deliveries;
    private final Clock clock;

    CablePagesTest(MockMvc web, ReleasedCables released, Deliveries deliveries, Clock clock) {
        this.web = web;
        this.released = released;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    private String page(String address, String reader) throws Exception {
        return web.perform(get(address).with(user(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String at(Cable cable) {
        return "/cables/" + cable.mrn().slug();
    }

    @Nested
    class TheInbox {

        @Test
        void groupsByDueAndShowsNumberSenderAndExercise() throws Exception {
            var anHourAgo = clock.instant().minus(Duration.ofHours(1));
            var cable =
                    released.release(
                            List.of("BERLIN/FLASH"), List.of(), content -> content, anHourAgo);

            var html = page("/cables?folder=action&sort=due", "berlin");

            assertThat(html)
                    .contains("Overdue", cable.mrn().toString(), cable.content().subject())
                    .contains("aria-current=\"page\"");
        }

        @Test
        void marksACableWithAttachments() throws Exception {
            released.release(
                    List.of("BERLIN"),
                    List.of(),
                    content ->
                            content.attachments(
                                    List.of(
                                            new Attachment(
                                                    UUID.randomUUID(),
                                                    "0".repeat(64),
                                                    "note.pdf",
                                                    "application/pdf",
                                                    2048,
                                                    "SBU"))));

            assertThat(page("/cables?folder=all", "berlin")).contains("1 attachment");
        }

        @Test
        void isNarrowedToOnePrecedence() throws Exception {
            var flash = released.release(List.of("BERLIN/FLASH"), List.of());
            var routine = released.release(List.of("BERLIN/ROUTINE"), List.of());

            assertThat(page("/cables?folder=all&precedence=Z", "berlin"))
                    .contains(flash.content().subject())
                    .doesNotContain(routine.content().subject());
        }

        @Test
        void refusesAFolderThereIsNot() throws Exception {
            web.perform(get("/cables?folder=junk").with(user("berlin")))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("INP-004")));
        }

        @Test
        void everyFolderOpens() throws Exception {
            for (var folder : InboxPage.QUEUE) {
                page("/cables?folder=" + folder, "hom.berlin");
            }
            for (var folder : InboxPage.DUE) {
                page("/cables?folder=" + folder, "hom.berlin");
            }
        }
    }

    @Nested
    class TheReader {

        @Test
        void everyViewOpens() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA"));

            for (var view : List.of("", "/raw", "/references", "/replies", "/history", "/print")) {
                assertThat(page(at(cable) + view, "hom.berlin"))
                        .as(view)
                        .contains(cable.content().subject());
            }
        }

        @Test
        void showsAttentionAuthorityAttachmentsAndReferencesWithTheirMarks() throws Exception {
            var file =
                    new Attachment(
                            UUID.randomUUID(),
                            "0".repeat(64),
                            "annex.pdf",
                            "application/pdf",
                            2048,
                            "SBU");
            var cable =
                    released.release(
                            List.of("BERLIN"),
                            List.of(),
                            content ->
                                    content.attention(List.of("POL/MIG"))
                                            .classification(
                                                    new Classification(
                                                            "",
                                                            "",
                                                            "Director EUR",
                                                            "1.4 (d)",
                                                            "",
                                                            "2051-11-24"))
                                            .attachments(List.of(file))
                                            .references(
                                                    List.of(
                                                            Reference.to("25 STATE 1"),
                                                            new Reference(
                                                                    "24 ELSEWHERE 7",
                                                                    Reference.Relation.REFERS,
                                                                    true,
                                                                    true))));

            assertThat(page(at(cable), "berlin"))
                    .contains("POL/MIG", "Director EUR", "2051-11-24", "annex.pdf")
                    .contains(at(cable) + "/attachments/" + file.id())
                    .contains("href=\"/cables/25-STATE-1\"")
                    .contains("24 ELSEWHERE 7", "(NOTAL)", "not in this archive")
                    .doesNotContain("href=\"/cables/24-ELSEWHERE-7\"");
        }

        @Test
        void offersTheKeysOfItsActsOnVisibleControls() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            var html = page(at(cable), "hom.berlin");

            for (var key : List.of("e", "r", "f", "a", "v")) {
                assertThat(html)
                        .contains("data-key=\"" + key + "\"")
                        .contains(">" + key + "</kbd>");
            }
            assertThat(html)
                    .contains("name=\"as\" value=\"reply\"", "name=\"as\" value=\"forward\"")
                    .doesNotContain("name=\"as\" value=\"cancel\"");
        }

        @Test
        void offersCorrectionAndCancellationToTheSender() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            assertThat(page(at(cable), "desk"))
                    .contains("value=\"correct\"", "value=\"cancel\"", "value=\"supplement\"");
        }

        @Test
        void saysByWhichCableItWasCorrectedAndCancelled() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());
            var correction = following(cable, Reference.Relation.CORRECTS);
            var cancellation = following(cable, Reference.Relation.CANCELS);

            assertThat(page(at(cable), "berlin"))
                    .contains("Corrected by", correction.mrn().toString())
                    .contains("Cancelled by", cancellation.mrn().toString());
        }

        @Test
        void listsTheReplies() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());
            var reply = following(cable, Reference.Relation.ANSWERS);

            assertThat(page(at(cable) + "/replies", "berlin")).contains(reply.content().subject());
        }

        private Cable following(Cable cable, Reference.Relation relation) {
            return released.release(
                    List.of("BERLIN"),
                    List.of(),
                    content ->
                            content.references(
                                    List.of(
                                            new Reference(
                                                    cable.mrn().toString(),
                                                    relation,
                                                    false,
                                                    false))));
        }

        @Test
        void ofAnOfficeNotAddressedFindsNothing() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            for (var view : List.of("", "/raw", "/history", "/addressees", "/print")) {
                web.perform(get(at(cable) + view).with(user("ottawa")))
                        .andExpect(status().isNotFound());
            }
        }
    }

    @Nested
    class TheRawText {

        @Test
        void standsInTheWordsOfItsLetterheadBetweenTheMarksOfAnExercise() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA/ROUTINE"));

            var html = page(at(cable) + "/raw", "berlin");

            assertThat(html)
                    .contains("EXERCISE EXERCISE EXERCISE\nEXERCISE TEST")
                    .contains("ACTION:        AMEMBASSY BERLIN PRIORITY")
                    .contains("INFO:          AMEMBASSY OTTAWA ROUTINE")
                    .contains("SUBJECT:       (SBU) " + cable.content().subject())
                    .contains("(SBU) One paragraph.")
                    .contains(cable.hash());
        }
    }

    @Nested
    class ThePrintView {

        @Test
        void carriesMarkingNumberReaderAndTimeOnEverySheet() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            assertThat(page(at(cable) + "/print", "berlin"))
                    .contains("print-edge print-top", "print-edge print-end")
                    .contains(cable.number() + " · printed for Political officer, BERLIN")
                    .containsSubsequence(
                            "EXERCISE EXERCISE EXERCISE",
                            "One paragraph.",
                            "EXERCISE EXERCISE EXERCISE");
        }
    }

    @Nested
    class TheAddressees {

        @Test
        void nameTheReadersToTheSenderAndOnlyStatesToOtherOffices() throws Exception {
            var cable = released.release(List.of("BERLIN", "OTTAWA"), List.of());
            deliveries.open(cable.mrn(), released.actor("hom.berlin"));

            assertThat(page(at(cable) + "/addressees", "desk")).contains("Head of mission");
            assertThat(page(at(cable) + "/addressees", "ottawa"))
                    .contains("Opened")
                    .doesNotContain("Head of mission");
        }
    }

    @Nested
    class AnAct {

        @Test
        void acknowledgesAndLeadsBackToTheCable() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            web.perform(post(at(cable) + "/acknowledge").with(user("berlin")).with(csrf()))
                    .andExpect(redirectedUrl(at(cable)));

            assertThat(page(at(cable), "berlin")).contains("Acknowledged by Political officer");
            assertThat(page(at(cable) + "/history", "berlin"))
                    .containsSubsequence(
                            "<b class=\"strong\">Delivered", "<b class=\"strong\">Acknowledged");
        }

        @Test
        void saysCodeAndMendWhenItIsRefused() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());
            web.perform(post(at(cable) + "/acknowledge").with(user("berlin")).with(csrf()));

            web.perform(post(at(cable) + "/acknowledge").with(user("hom.berlin")).with(csrf()))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("DLV-003")))
                    .andExpect(content().string(containsString("the history shows when")));
        }

        @Test
        void assignsAndDistributes() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());
            var berlin = released.actor("berlin").person().value().toString();

            web.perform(
                            post(at(cable) + "/assign")
                                    .param("person", berlin)
                                    .param("note", "Today.")
                                    .with(user("hom.berlin"))
                                    .with(csrf()))
                    .andExpect(redirectedUrl(at(cable)));
            web.perform(
                            post(at(cable) + "/distribute")
                                    .param("person", berlin)
                                    .with(user("hom.berlin"))
                                    .with(csrf()))
                    .andExpect(redirectedUrl(at(cable)));

            assertThat(page(at(cable), "berlin")).contains("Assigned to you");
            assertThat(page("/today", "berlin")).contains("Assigned to you");
        }

        @Test
        void withoutAPersonIsRefused() throws Exception {
            var cable = released.release(List.of("BERLIN"), List.of());

            for (var act : List.of("/assign", "/distribute")) {
                web.perform(post(at(cable) + act).with(user("hom.berlin")).with(csrf()))
                        .andExpect(status().is(422))
                        .andExpect(content().string(containsString("DLV-007")));
            }
        }
    }

    @Nested
    class LiveNews {

        private String heard(String reader, Runnable happening) throws Exception {
            var listening =
                    web.perform(get("/events").with(user(reader)))
                            .andExpect(request().asyncStarted())
                            .andReturn();
            happening.run();
            return listening.getResponse().getContentAsString();
        }

        @Test
        void anUrgentCableIsSaidToItsOffice() throws Exception {
            assertThat(heard("berlin", () -> released.release(List.of("BERLIN/FLASH"), List.of())))
                    .contains("event:cable.arrived", "event:cable.urgent");
        }

        @Test
        void anUrgentCableIsNotSaidToAnOfficeThatHasItWithoutUrgency() throws Exception {
            assertThat(
                            heard(
                                    "ottawa",
                                    () ->
                                            released.release(
                                                    List.of("BERLIN/FLASH"),
                                                    List.of("OTTAWA/ROUTINE"))))
                    .contains("event:cable.arrived")
                    .doesNotContain("cable.urgent");
        }

        @Test
        void nothingIsSaidToAnOfficeThatMayNotReadIt() throws Exception {
            assertThat(heard("ottawa", () -> released.release(List.of("BERLIN/FLASH"), List.of())))
                    .doesNotContain("cable.arrived", "cable.urgent", "alert.raised");
        }

        @Test
        void theWatchHearsThatTrafficChanged() throws Exception {
            assertThat(heard("duty", () -> released.release(List.of("BERLIN/FLASH"), List.of())))
                    .contains("event:traffic.changed")
                    .doesNotContain("cable.urgent");
        }

        @Test
        void theBarShowsWhatWaitsUnderTheReadersOwnAccess() throws Exception {
            var cable = released.release(List.of("BERLIN/FLASH"), List.of());

            assertThat(page("/cables/urgent", "berlin")).contains("class=\"urgent\"");
            assertThat(page("/today", "berlin")).contains(cable.content().subject());
            assertThat(page("/cables/urgent", "ottawa")).doesNotContain(cable.content().subject());
        }
    }

    @Nested
    class TheDutyBoard {

        @Test
        void showsNumbersAndTimesAndNeverASubject() throws Exception {
            var hidden =
                    released.release(
                            List.of("BERLIN/FLASH"),
                            List.of(),
                            content -> content.captions(Set.of("NODIS")));
            var readable = released.release(List.of("BERLIN/FLASH"), List.of());

            assertThat(page("/duty", "duty"))
                    .contains(readable.mrn().toString(), "number not for you")
                    .doesNotContain(hidden.content().subject(), readable.content().subject())
                    .doesNotContain(at(hidden) + "\"");
        }

        @Test
        void hasANightViewAndAReloadLink() throws Exception {
            assertThat(page("/duty?mode=night", "duty"))
                    .contains("data-mode=\"night\"", "href=\"/duty?mode=night\"");
        }

        @Test
        void isForTheWatchOnlyAndSoIsItsPlaceInTheNavigation() throws Exception {
            web.perform(get("/duty").with(user("berlin"))).andExpect(status().isForbidden());
            assertThat(page("/today", "duty")).contains("href=\"/duty\"");
            assertThat(page("/today", "berlin")).doesNotContain("href=\"/duty\"");
        }
    }

    @Nested
    class TheOfficesOwnPages {

        @Test
        void keepProfiles() throws Exception {
            web.perform(
                            post("/settings/profiles")
                                    .param("reader", "function:Political officer")
                                    .param("topics", "ECON")
                                    .with(user("hom.berlin"))
                                    .with(csrf()))
                    .andExpect(redirectedUrl("/settings/profiles"));
            var html = page("/settings/profiles", "hom.berlin");
            assertThat(html).contains("Political officer", "ECON");

            var remove =
                    html.replaceAll(
                            "(?s).*action=\"(/settings/profiles/[0-9a-f-]+/remove)\".*", "$1");
            web.perform(post(remove).with(user("hom.berlin")).with(csrf()))
                    .andExpect(redirectedUrl("/settings/profiles"));
        }

        @Test
        void nameEveryMistakeOfAProfile() throws Exception {
            web.perform(post("/settings/profiles").with(user("hom.berlin")).with(csrf()))
                    .andExpect(content().string(containsString("DLV-008")))
                    .andExpect(content().string(containsString("DLV-009")));
        }

        @Test
        void keepTheRoster() throws Exception {
            var person = released.actor("berlin").person().value().toString();
            web.perform(
                            post("/settings/roster")
                                    .param("person", person)
                                    .param("position", "3")
                                    .param("from", "2099-01-01")
                                    .param("until", "2099-01-31")
                                    .with(user("hom.berlin"))
                                    .with(csrf()))
                    .andExpect(redirectedUrl("/settings/roster"));
            var html = page("/settings/roster", "hom.berlin");
            assertThat(html).contains("3. Political officer", "not now");

            var remove =
                    html.replaceAll(
                            "(?s).*action=\"(/settings/roster/[0-9a-f-]+/remove)\".*", "$1");
            web.perform(post(remove).with(user("hom.berlin")).with(csrf()))
                    .andExpect(redirectedUrl("/settings/roster"));
        }

        @Test
        void sayWhatIsWrongWithARosterEntry() throws Exception {
            var person = released.actor("berlin").person().value().toString();
            web.perform(
                            post("/settings/roster")
                                    .param("person", person)
                                    .param("position", "100")
                                    .param("from", "2099-01-31")
                                    .param("until", "2099-01-01")
                                    .with(user("hom.berlin"))
                                    .with(csrf()))
                    .andExpect(content().string(containsString("DLV-010")))
                    .andExpect(content().string(containsString("DLV-011")));
        }

        @Test
        void areForThoseWhoDistribute() throws Exception {
            for (var address : List.of("/settings/profiles", "/settings/roster")) {
                web.perform(get(address).with(user("berlin"))).andExpect(status().isForbidden());
                web.perform(post(address).with(user("berlin")).with(csrf()))
                        .andExpect(status().isForbidden())
                        .andExpect(content().string(not(containsString("<form class=\"body"))));
            }
        }
    }
}
