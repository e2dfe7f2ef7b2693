// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instructions;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// One person of a post of three holds one role, receives, distributes, acts and reports
/// (acceptance check 12).
@DatabaseTest
@Import(ReleasedCables.class)
class SmallPostTest {

    private static final OfficeCode POST = new OfficeCode("VALLETTA");
    private static final String PERSON = "officer.valletta";

    private final MockMvc web;
    private final ReleasedCables released;
    private final Accounts accounts;
    private final Offices offices;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Clock clock;

    SmallPostTest(
            MockMvc web,
            ReleasedCables released,
            Accounts accounts,
            Offices offices,
            Instructions instructions,
            Tasks tasks,
            Clock clock) {
        this.web = web;
        this.released = released;
        this.accounts = accounts;
        this.offices = offices;
        this.instructions = instructions;
        this.tasks = tasks;
        this.clock = clock;
    }

    @BeforeEach
    void threePeopleOfWhomOneHoldsTheRole() {
        if (offices.staffOf(POST).isEmpty()) {
            appoint(PERSON, Role.SMALL_POST);
            appoint("head.valletta", Role.HEAD_OF_MISSION);
            appoint("consul.valletta", Role.OFFICER);
        }
    }

    private void appoint(String signIn, Role role) {
        var member = offices.appoint(signIn, signIn, POST, Names.of(signIn, signIn));
        accounts.create(
                new NewAccount(member.id(), "a long password", 1, Set.of(), Set.of(role), "en"));
    }

    private Cable instruction() {
        return released.release(
                List.of("VALLETTA/IMMEDIATE"),
                List.of(),
                content ->
                        content.type("INSTRUCTION")
                                .paragraphs(
                                        List.of(
                                                row("OBJECTIVE", "", Map.of()),
                                                row("POINT", "P1", Map.of("scope", "ALL")),
                                                row("ASK", "A1", Map.of()),
                                                row(
                                                        "REQUIREMENT",
                                                        "R1",
                                                        Map.of(
                                                                "form",
                                                                "ASSESSMENT",
                                                                "due",
                                                                "2099-12-01",
                                                                "nilReport",
                                                                "REQUIRED")))),
                clock.instant().minusSeconds(3600));
    }

    private static org.chancery.cable.Paragraph row(
            String role, String label, Map<String, String> terms) {
        return ReleasedCables.row(role, label, "Text of " + role + ".", terms);
    }

    private ResultActions act(String address, String... form) throws Exception {
        var sent = post(address).with(user(PERSON)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            sent.param(form[i], form[i + 1]);
        }
        return web.perform(sent);
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).with(user(PERSON)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String person() {
        return released.actor(PERSON).person().value().toString();
    }

    @Nested
    class WithOneRole {

        @Test
        void onePersonReceivesDistributesActsAndReports() throws Exception {
            var cable = instruction();
            var at = "/cables/" + cable.mrn().slug();
            assertThat(page("/cables?folder=action")).contains(cable.content().subject());
            assertThat(page(at)).contains("Embassy Valletta is ACTION");

            act(at + "/acknowledge").andExpect(redirectedUrl(at));
            act(at + "/assign", "person", person(), "note", "Mine.").andExpect(redirectedUrl(at));
            act(at + "/distribute", "person", person()).andExpect(redirectedUrl(at));

            var reader = released.actor(PERSON).scope();
            var given = instructions.of(cable.mrn(), reader).orElseThrow();
            var task =
                    tasks.open(POST, reader).stream()
                            .filter(known -> known.instruction().equals(given.id()))
                            .findFirst()
                            .orElseThrow();
            var taskAt = "/tasks/" + task.id();
            act(taskAt + "/accept").andExpect(redirectedUrl(taskAt));
            act(
                            "/instructions/" + given.id().value() + "/demarches",
                            "key",
                            "small-post-" + cable.mrn(),
                            "government",
                            "MT",
                            "deliveredAt",
                            now(),
                            "form",
                            "MEETING",
                            "ministry",
                            "FOREIGN",
                            "function",
                            "Director for Europe",
                            "level",
                            "DIRECTOR",
                            "language",
                            "en",
                            "approach",
                            "RESENTED",
                            "point-P1",
                            "on",
                            "response-A1",
                            "ACCEPTED",
                            "words-A1",
                            "We agree.")
                    .andExpect(status().is3xxRedirection());
            act(
                            taskAt + "/report",
                            "do",
                            "nil",
                            "nilReason",
                            "Nothing changed since the last report.")
                    .andExpect(redirectedUrl(taskAt));

            assertThat(tasks.get(task.id(), reader).state().code()).isEqualTo("ANSWERED");
            act(at + "/handled").andExpect(redirectedUrl(at));
            assertThat(page("/cables?folder=action")).doesNotContain(cable.content().subject());
        }

        @Test
        void releaseIsRefused() throws Exception {
            var cable = instruction();
            var task =
                    tasks.open(POST, released.actor(PERSON).scope()).stream()
                            .filter(known -> known.subject().equals(cable.content().subject()))
                            .findFirst()
                            .orElseThrow();
            var draft =
                    act(
                                    "/tasks/" + task.id() + "/report",
                                    "do",
                                    "file",
                                    "summary",
                                    "They listened.",
                                    "comment",
                                    "They will act.")
                            .andExpect(status().is3xxRedirection())
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl();

            act(draft + "/release", "version", "1")
                    .andExpect(content().string(containsString("ACC-006")));
            assertThat(released.actor(PERSON).may(org.chancery.access.Permission.RELEASE))
                    .isFalse();
        }
    }

    private String now() {
        return java.time.LocalDateTime.ofInstant(
                        clock.instant().minusSeconds(60), offices.get(POST).zone())
                .withNano(0)
                .toString();
    }
}
