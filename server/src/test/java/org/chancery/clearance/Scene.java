// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/// People, cables and the two ways in: the web form and the API.
record Scene(MockMvc web, Drafts drafts, Accounts accounts, Offices offices) {

    Actor actor(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    /// Somebody the worked example does not have, made the first time they are asked for.
    Actor person(String signIn, String office, int clearance, Role... roles) {
        return accounts.actor(signIn)
                .orElseGet(
                        () -> {
                            var member =
                                    offices.appoint(
                                            signIn,
                                            signIn,
                                            new OfficeCode(office),
                                            Names.of("For a test", "Für eine Prüfung"));
                            accounts.create(
                                    new NewAccount(
                                            member.id(),
                                            "correct horse battery",
                                            clearance,
                                            Set.of(),
                                            Set.of(roles),
                                            "en"));
                            return actor(signIn);
                        });
    }

    static Paragraph row(String role, String text) {
        return new Paragraph(UUID.randomUUID(), role, "", "", text, "SBU", Map.of());
    }

    /// A cable ready to go but for its clearance.
    static Content cable(String type, List<String> action, Paragraph... rows) {
        return Content.blank(type, "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("A subject")
                .topics(List.of("SMIG"))
                .precedence("ROUTINE", "ROUTINE")
                .addresses(
                        action.stream()
                                .map(code -> new AddressLine(code, Addressing.ACTION))
                                .toList())
                .paragraphs(List.of(rows))
                .exercise("EXERCISE TEST")
                .build();
    }

    /// Tasks Berlin: by rule L and PA must clear, and EUR drafts it.
    Draft instruction() {
        return drafts.start(
                cable(
                        "INSTRUCTION",
                        List.of("BERLIN"),
                        row("OBJECTIVE", "That they agree."),
                        new Paragraph(
                                UUID.randomUUID(),
                                "CONTACT",
                                "",
                                "",
                                "Desk",
                                "SBU",
                                Map.of("office", "EUR")),
                        row("POINT", "Say it."),
                        row("ASK", "Agree to it.")),
                actor("desk"));
    }

    /// Asks nothing of anybody: no rule wants a clearer.
    Draft circular() {
        return drafts.start(
                cable("CIRCULAR", List.of("BERLIN"), row("TEXT", "For information.")),
                actor("desk"));
    }

    static Content said(Draft draft, String text) {
        return draft.content()
                .with()
                .paragraphs(
                        draft.content().paragraphs().stream()
                                .map(
                                        row ->
                                                row.is("POINT") || row.is("TEXT")
                                                        ? row.withText(text)
                                                        : row)
                                .toList())
                .build();
    }

    /// Sends a form, with the version of the draft as it stands.
    MvcResult form(String signIn, DraftId draft, String act, String... fields) throws Exception {
        var request =
                post("/drafts/" + draft + "/" + act)
                        .with(user(signIn))
                        .with(csrf())
                        .param("version", String.valueOf(version(draft)));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request).andReturn();
    }

    MvcResult page(String signIn, String path) throws Exception {
        return web.perform(get(path).with(user(signIn))).andReturn();
    }

    /// @param more members after the version, as JSON: `"office":"L"`
    ResultActions api(String signIn, DraftId draft, String act, String... more) throws Exception {
        var members = Arrays.stream(more).map(member -> "," + member).toList();
        return web.perform(
                post("/api/v1/drafts/" + draft + "/" + act)
                        .header("Authorization", "Bearer " + accounts.issueToken(signIn))
                        .contentType("application/json")
                        .content(
                                "{\"version\":" + version(draft) + String.join("", members) + "}"));
    }

    long version(DraftId draft) {
        return drafts.get(draft, actor("desk").scope()).version();
    }

    /// The page says what is wrong, by which rule, and what to do.
    static void assertRefused(MvcResult page, Problem problem) throws Exception {
        assertThat(page.getResponse().getContentAsString())
                .contains(problem.code().code(), problem.detail(), problem.mend());
    }

    /// So does the API, with the status of the rule.
    static void assertRefused(ResultActions answer, Problem problem) throws Exception {
        answer.andExpect(status().is(problem.code().kind().status()))
                .andExpect(jsonPath("$.code").value(problem.code().code()))
                .andExpect(jsonPath("$.detail").value(problem.detail()))
                .andExpect(jsonPath("$.mend").value(problem.mend()));
    }
}
