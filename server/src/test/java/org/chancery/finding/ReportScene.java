// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.draft.Drafts;
import org.chancery.engagement.Approach;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DeliveryForm;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.FollowUp;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Ministry;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.PointDelivery;
import org.chancery.engagement.Reasons;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.InterlocutorLevel;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.Problem;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/// An instruction to Berlin, its task, and the two ways in for a report: the form and the API.
public final class ReportScene {

    private final MockMvc web;
    private final ReleasedCables released;
    private final Accounts accounts;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Drafts drafts;
    private final Demarches demarches;
    private final Reports reports;
    private final JsonMapper json;
    private final Clock clock;

    public ReportScene(MockMvc web, ApplicationContext beans) {
        this.web = web;
        this.released = beans.getBean(ReleasedCables.class);
        this.accounts = beans.getBean(Accounts.class);
        this.instructions = beans.getBean(Instructions.class);
        this.tasks = beans.getBean(Tasks.class);
        this.drafts = beans.getBean(Drafts.class);
        this.demarches = beans.getBean(Demarches.class);
        this.reports = beans.getBean(Reports.class);
        this.json = beans.getBean(JsonMapper.class);
        this.clock = beans.getBean(Clock.class);
    }

    public Actor actor(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    /// What Berlin owes on a new instruction with two asks and one requirement of that form.
    public Task task(Form form) {
        return task(form, "BERLIN");
    }

    public Task task(Form form, String post) {
        var cable =
                released.release(
                        List.of(post),
                        List.of(),
                        content ->
                                content.type("INSTRUCTION")
                                        .paragraphs(
                                                List.of(
                                                        row("OBJECTIVE", "", Map.of()),
                                                        row("POINT", "P1", Map.of("scope", "ALL")),
                                                        row("POINT", "P2", Map.of("scope", "ALL")),
                                                        row("ASK", "A1", Map.of()),
                                                        row("ASK", "A2", Map.of()),
                                                        row(
                                                                "REQUIREMENT",
                                                                "R1",
                                                                Map.of(
                                                                        "form",
                                                                        form.name(),
                                                                        "due",
                                                                        "2099-12-01")))),
                        clock.instant().minusSeconds(3600));
        var reader = actor("director").scope();
        var given = instructions.of(cable.mrn(), reader).orElseThrow();
        return tasks.of(given.id(), reader).getFirst();
    }

    private static org.chancery.cable.Paragraph row(
            String role, String label, Map<String, String> terms) {
        return ReleasedCables.row(role, label, "Text of " + role + " " + label + ".", terms);
    }

    /// Berlin made point P1 to a director and left P2 out.
    public void deliver(Task task) {
        demarches.record(
                new NewDemarche(
                        UUID.randomUUID().toString(),
                        task.instruction(),
                        null,
                        task.government(),
                        clock.instant().minusSeconds(60),
                        DeliveryForm.MEETING,
                        new Interlocutor(
                                Ministry.INTERIOR,
                                "Director for migration",
                                InterlocutorLevel.DIRECTOR),
                        "",
                        "de",
                        List.of(),
                        Approach.NEUTRAL,
                        "What was said.",
                        new FollowUp("An answer in writing.", null),
                        Reasons.NONE,
                        List.of(
                                new PointDelivery("P1", PointDelivery.How.RAISED, ""),
                                new PointDelivery(
                                        "P2", PointDelivery.How.OMITTED, "no time was left")),
                        List.of(
                                new AskResponse("A1", AskResponse.Code.ACCEPTED, "We will."),
                                new AskResponse("A2", AskResponse.Code.DECLINED, "We will not."))),
                actor("berlin"));
    }

    public static NewSource source(String title) {
        return new NewSource(title, "", "", "", false, List.of());
    }

    public static NewFinding event(String title) {
        return card(FindingKind.EVENT, title, source("Exercise gazette"), Map.of());
    }

    public static NewFinding statistic(String value, String unit, String denominator) {
        return card(
                FindingKind.STATISTIC,
                "Recorded offences",
                source("Statistical office"),
                Map.of(
                        "value",
                        value,
                        "unit",
                        unit,
                        "population",
                        "residents",
                        "denominator",
                        denominator,
                        "period",
                        "2024",
                        "method",
                        "reports to police"));
    }

    public static NewFinding statement() {
        return card(
                FindingKind.STATEMENT,
                "",
                source("Press conference"),
                Map.of(
                        "original", "Über unsere Gesetze entscheiden wir selbst.",
                        "language", "de",
                        "translation", "We decide on our own laws.",
                        "translationBy", "OURS",
                        "speaker", "Spokesperson, interior ministry",
                        "onRecord", "ON_RECORD",
                        "stance", "LEANS_OPPOSE"));
    }

    public static NewFinding card(
            FindingKind kind, String title, NewSource source, Map<String, String> terms) {
        return new NewFinding(kind, title, "", "2025-11-20", "A1", source, "", "", false, terms);
    }

    public static NewReport report(Task task, NewFinding... findings) {
        return new NewReport(
                task.id(),
                "The bottom line.",
                Map.of(),
                "We read it as a wish to wait.",
                "",
                List.of(findings),
                List.of());
    }

    public Report file(Task task, NewFinding... findings) {
        return reports.file(report(task, findings), actor("berlin"));
    }

    /// The head of mission releases the cable.
    public Cable release(Report report) {
        var head = actor("hom.berlin");
        var id = java.util.Objects.requireNonNull(report.draft());
        return drafts.release(id, drafts.get(id, head.scope()).version(), head);
    }

    /// A report as its form sends it when its main button is pressed.
    public static LinkedMultiValueMap<String, String> form(NewReport report) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("do", report.nil() ? "nil" : "file");
        form.add("summary", report.summary());
        form.add("comment", report.comment());
        form.add("nilReason", report.nilReason());
        report.parts().forEach((part, text) -> form.add("part-" + part, text));
        report.covered().forEach(code -> form.add("covered", code));
        for (int i = 0; i < report.findings().size(); i++) {
            var at = "f" + i + "-";
            var card = report.findings().get(i);
            form.add(at + "kind", card.kind().name());
            form.add(at + "title", card.title());
            form.add(at + "summary", card.summary());
            form.add(at + "date", card.date());
            form.add(at + "ask", card.ask());
            form.add(at + "sourceTitle", card.source().title());
            form.add(at + "sourceUri", card.source().uri());
            form.add(at + "sourceKind", card.source().kind());
            form.add(at + "sourceReaders", String.join(", ", card.source().readers()));
            form.add(at + "confidence", card.confidence());
            form.add(at + "note", card.note());
            card.terms().forEach((term, text) -> form.add(at + term, text));
            if (card.quoted()) {
                form.add(at + "quoted", "on");
            }
            if (card.source().shielded()) {
                form.add(at + "shielded", "on");
            }
        }
        return form;
    }

    private String body(NewReport report) {
        var body = new TreeMap<String, Object>();
        body.put("task", report.task().toString());
        body.put("summary", report.summary());
        body.put("comment", report.comment());
        body.put("nilReason", report.nilReason());
        body.put("covered", report.covered());
        var parts = new HashMap<String, String>();
        report.parts().forEach((part, text) -> parts.put(part.name(), text));
        body.put("parts", parts);
        body.put("findings", new ArrayList<>(report.findings()));
        return json.writeValueAsString(body);
    }

    public MockHttpServletResponse send(String signIn, MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request.with(user(signIn)).with(csrf())).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public String page(String signIn, String path) {
        var answer = send(signIn, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return text(answer);
    }

    public static String text(MockHttpServletResponse answer) {
        answer.setCharacterEncoding("UTF-8");
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    public ResultActions api(String signIn, MockHttpServletRequestBuilder request) {
        try {
            return web.perform(
                    request.header("Authorization", "Bearer " + accounts.issueToken(signIn))
                            .contentType("application/json"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public ResultActions fileByApi(NewReport report) {
        return api("berlin", post("/api/v1/reports").content(body(report)));
    }

    /// Form and API both refuse it with exactly these problems, each with its mend.
    public void refused(NewReport report, Problem... problems) throws Exception {
        var answer =
                send("berlin", post("/tasks/" + report.task() + "/report").params(form(report)));
        var page = text(answer);
        assertThat(answer.getStatus()).isEqualTo(200);
        var api = fileByApi(report);
        api.andExpect(status().is(problems[0].code().kind().status()))
                .andExpect(jsonPath("$.problems.length()").value(problems.length));
        for (int i = 0; i < problems.length; i++) {
            var problem = problems[i];
            assertThat(page)
                    .contains(
                            problem.code().code() + "</span></li>",
                            escaped(problem.detail()),
                            escaped(problem.mend()));
            if (!problem.field().isEmpty()) {
                assertThat(page).contains("href=\"#" + problem.field() + "\"");
            }
            api.andExpect(jsonPath("$.problems[" + i + "].code").value(problem.code().code()))
                    .andExpect(jsonPath("$.problems[" + i + "].field").value(problem.field()))
                    .andExpect(jsonPath("$.problems[" + i + "].detail").value(problem.detail()))
                    .andExpect(jsonPath("$.problems[" + i + "].mend").value(problem.mend()));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
