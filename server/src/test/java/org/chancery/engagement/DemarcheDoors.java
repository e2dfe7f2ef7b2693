// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.chancery.access.Accounts;
import org.chancery.instruction.Instruction;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// Records the same démarche by the form and by the API, and says what each answered.
final class DemarcheDoors {

    private static final Pattern PROBLEM =
            Pattern.compile(
                    "<li>(?:<span class=\"strong\">|<a href=\"#([^\"]*)\">)(.*?)</(?:span|a)>"
                            + " <span class=\"soft\">(.*?)</span>"
                            + " <span class=\"mono tiny dim\">(.*?)</span></li>");

    private final MockMvc web;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Map<String, String> tokens = new HashMap<>();

    DemarcheDoors(MockMvc web, Accounts accounts, JsonMapper json) {
        this.web = web;
        this.accounts = accounts;
        this.json = json;
    }

    /// @param field name of the input it links to
    record Said(String code, String field, String detail, String mend) {}

    /// @param id of the record, null if it was refused
    record Answer(List<Said> problems, @Nullable DemarcheId id) {}

    record Both(Answer web, Answer api) {

        Both refuse(String code, String field, String detail, String mend) {
            for (var answer : List.of(web, api)) {
                assertThat(answer.problems())
                        .extracting(Said::code, Said::field, Said::detail, Said::mend)
                        .contains(Tuple.tuple(code, field, detail, mend));
                assertThat(answer.id()).isNull();
            }
            return this;
        }

        Both let() {
            assertThat(web.problems()).isEmpty();
            assertThat(api.problems()).isEmpty();
            assertThat(web.id()).isNotNull();
            assertThat(api.id()).isNotNull();
            return this;
        }
    }

    /// One démarche in the words of the form: everything raised, every ask answered.
    static final class Entry {

        final Instruction instruction;
        final List<String> points;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Entry(Instruction instruction, String deliveredAt) {
            this.instruction = instruction;
            this.points =
                    new ArrayList<>(instruction.points().stream().map(p -> p.label()).toList());
            with("government", "DE").with("deliveredAt", deliveredAt);
            with("function", "Director for migration").with("level", "DIRECTOR");
            instruction.asks().forEach(ask -> with("response-" + ask.label(), "TOOK_NOTE"));
            points.forEach(label -> with("point-" + label, "on"));
        }

        Entry with(String field, String value) {
            fields.put(field, value);
            return this;
        }

        Entry without(String field) {
            fields.remove(field);
            return this;
        }

        Map<String, String> form() {
            return Map.copyOf(fields);
        }

        private String of(String field) {
            return fields.getOrDefault(field, "");
        }

        /// The members of the API that mean the same; times are UTC instead of local.
        Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            fields.forEach(
                    (field, value) -> {
                        if (!field.contains("-") && !field.startsWith("paper")) {
                            body.put(field, value);
                        }
                    });
            body.put("instruction", instruction.id().value());
            body.put(
                    "deliveredAt",
                    java.time.LocalDateTime.parse(of("deliveredAt"))
                            .atZone(java.time.ZoneId.of("Europe/Berlin"))
                            .toInstant()
                            .toString());
            if (fields.containsKey("paperLeft")) {
                body.put("paper", of("paper"));
            }
            body.put("points", points.stream().map(this::point).toList());
            body.put(
                    "responses",
                    instruction.asks().stream()
                            .filter(ask -> fields.containsKey("response-" + ask.label()))
                            .map(ask -> response(ask.label()))
                            .toList());
            return body;
        }

        private Map<String, String> point(String label) {
            var raised = fields.containsKey("point-" + label);
            var wording = of("text-" + label);
            return Map.of(
                    "point",
                    label,
                    "how",
                    !raised ? "OMITTED" : wording.isEmpty() ? "RAISED" : "ADAPTED",
                    "text",
                    raised ? wording : of("why"));
        }

        private Map<String, String> response(String label) {
            return Map.of(
                    "ask", label,
                    "code", of("response-" + label),
                    "words", of("words-" + label),
                    "approach", of("approach-" + label));
        }
    }

    Both record(Entry entry, String signIn) throws Exception {
        return new Both(byForm(entry, signIn), byApi(entry, signIn));
    }

    Answer byForm(Entry entry, String signIn) throws Exception {
        var request =
                post("/instructions/" + entry.instruction.id() + "/demarches")
                        .with(user(signIn))
                        .with(csrf())
                        .param("do", "record")
                        .param("key", UUID.randomUUID().toString());
        entry.form().forEach((field, value) -> request.param(field, value));
        var answer = web.perform(request).andReturn().getResponse();
        var page = answer.getContentAsString();
        var said = new ArrayList<Said>();
        var match = PROBLEM.matcher(page);
        while (match.find()) {
            said.add(
                    new Said(
                            match.group(4),
                            match.group(1) == null ? "" : match.group(1),
                            HtmlUtils.htmlUnescape(match.group(2)),
                            HtmlUtils.htmlUnescape(match.group(3))));
        }
        return new Answer(said, recorded(answer));
    }

    private static @Nullable DemarcheId recorded(MockHttpServletResponse answer) {
        var to = answer.getRedirectedUrl();
        return to == null ? null : DemarcheId.parse(List.of(to.split("[/=]")).getLast());
    }

    Answer byApi(Entry entry, String signIn) throws Exception {
        var answer = api(signIn, "POST", "/api/v1/demarches", entry.body());
        var body = json.readTree(answer.getContentAsString());
        var said = new ArrayList<Said>();
        if (body.has("problems")) {
            body.get("problems")
                    .forEach(
                            problem ->
                                    said.add(
                                            new Said(
                                                    problem.get("code").asString(),
                                                    problem.get("field").asString(),
                                                    problem.get("detail").asString(),
                                                    problem.get("mend").asString())));
        }
        return new Answer(
                said,
                answer.getStatus() == 201 ? DemarcheId.parse(body.get("id").asString()) : null);
    }

    MockHttpServletResponse api(String signIn, String method, String path, Object body)
            throws Exception {
        var request = method.equals("GET") ? get(path) : post(path);
        return web.perform(
                        request.header(
                                        "Authorization",
                                        "Bearer "
                                                + tokens.computeIfAbsent(
                                                        signIn, accounts::issueToken))
                                .contentType("application/json")
                                .content(json.writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    String page(String signIn, String path) throws Exception {
        return web.perform(get(path).with(user(signIn)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    MockHttpServletResponse form(String signIn, String path, Map<String, String> fields)
            throws Exception {
        var request = post(path).with(user(signIn)).with(csrf());
        fields.forEach(request::param);
        return web.perform(request).andReturn().getResponse();
    }
}
