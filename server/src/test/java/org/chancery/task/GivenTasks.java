// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.cable.ContentBuilder;
import org.chancery.cable.Reference;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Instructions with their tasks, people who act on them, and the two doors they act through. For
/// `@Import`.
public class GivenTasks {

    private final MockMvc web;
    private final ReleasedCables released;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Offices offices;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    GivenTasks(
            MockMvc web,
            ReleasedCables released,
            Instructions instructions,
            Tasks tasks,
            Accounts accounts,
            Offices offices,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.web = web;
        this.released = released;
        this.instructions = instructions;
        this.tasks = tasks;
        this.accounts = accounts;
        this.offices = offices;
        this.transaction = transaction;
        this.json = json;
    }

    /// An instruction of EUR with one requirement, due that day; Oslo and Ottawa read it too.
    public Cable cable(LocalDate due, String form, String... posts) {
        return cable(content -> content, due, form, posts);
    }

    public Cable cable(
            UnaryOperator<ContentBuilder> also, LocalDate due, String form, String... posts) {
        return released.release(
                List.of(posts),
                java.util.stream.Stream.of("OSLO", "OTTAWA")
                        .filter(informed -> !List.of(posts).contains(informed))
                        .toList(),
                content ->
                        also.apply(
                                content.type("INSTRUCTION")
                                        .paragraphs(
                                                List.of(
                                                        ReleasedCables.row(
                                                                "OBJECTIVE",
                                                                "",
                                                                "Know the hours.",
                                                                Map.of()),
                                                        ReleasedCables.row(
                                                                "REQUIREMENT",
                                                                "R1",
                                                                "Report your hours.",
                                                                terms(form, due))))));
    }

    /// What is due in 2097 comes back each month.
    private static Map<String, String> terms(String form, LocalDate due) {
        return due.getYear() == 2097
                ? Map.of("form", form, "due", due.toString(), "recurring", "MONTHLY")
                : Map.of("form", form, "due", due.toString());
    }

    public Instruction instruction(Cable cable) {
        return instructions.of(cable.mrn(), released.actor("director").scope()).orElseThrow();
    }

    public Task of(Cable cable, String office) {
        return tasks.of(instruction(cable).id(), released.actor("director").scope()).stream()
                .filter(task -> task.office().value().equals(office))
                .findFirst()
                .orElseThrow();
    }

    /// The task of a fresh instruction to that post alone.
    public Task task(String post) {
        return of(cable(LocalDate.of(2099, 12, 1), "FINDINGS", post), post);
    }

    public Task now(Task task) {
        return tasks.get(task.id(), released.actor("director").scope());
    }

    /// Cancels the cable that asked for the task.
    public void withdraw(Task task) {
        released.release(
                List.of(task.office().value()),
                List.of(),
                content ->
                        content.references(
                                List.of(
                                        new Reference(
                                                task.mrn(),
                                                Reference.Relation.CANCELS,
                                                false,
                                                false))));
    }

    public Task answered(Task task, String answer, Actor actor, OfficeCode... covered) {
        return java.util.Objects.requireNonNull(
                transaction.execute(
                        status -> tasks.answeredFor(task.id(), answer, List.of(covered), actor)));
    }

    public Actor person(String signIn, String office, Role... roles) {
        return accounts.actor(signIn)
                .orElseGet(
                        () -> {
                            var member =
                                    offices.appoint(
                                            signIn,
                                            signIn,
                                            new OfficeCode(office),
                                            Names.of("Officer", "Referent"));
                            accounts.create(
                                    new NewAccount(
                                            member.id(),
                                            "exercise-2025",
                                            2,
                                            Set.of(),
                                            Set.of(roles),
                                            "en"));
                            return accounts.actor(signIn).orElseThrow();
                        });
    }

    /// A consulate below an embassy, with the embassy's host.
    public OfficeCode consulate(String code, String embassy) {
        var office = new OfficeCode(code);
        if (offices.find(office).isEmpty()
                && offices.get(new OfficeCode(embassy)) instanceof Office.Post above) {
            offices.open(
                    new Office.Post(
                            Office.Entry.of(
                                    office, Names.of(code, code), above.zone(), above.hours()),
                            above.code(),
                            Names.of(code, code),
                            above.place(),
                            List.<GovernmentCode>of(above.host())));
        }
        return office;
    }

    /// What a door said of one act.
    ///
    /// @param text of the page without its tags, or the JSON
    /// @param to where the browser is sent, empty for nowhere
    public record Said(int status, String text, String to) {}

    /// Presses a button.
    public Said form(String person, String address, String... fields) {
        var request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return said(request, true);
    }

    public Said page(String person, String address) {
        return said(get(address).with(user(person)), true);
    }

    /// With its tags.
    public String html(String person, String address) {
        return said(get(address).with(user(person)), false).text();
    }

    /// Sends the same by the API.
    public Said api(String person, String address, String... fields) {
        var body = new HashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(
                    fields[i],
                    fields[i].equals("offices")
                            ? List.of(fields[i + 1].split(" "))
                            : fields[i + 1]);
        }
        return said(
                post("/api/v1" + address)
                        .header("Authorization", token(person))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)),
                false);
    }

    public JsonNode read(String person, String address) {
        return json.readTree(
                said(get("/api/v1" + address).header("Authorization", token(person)), false)
                        .text());
    }

    private String token(String person) {
        return "Bearer " + tokens.computeIfAbsent(person, accounts::issueToken);
    }

    private Said said(MockHttpServletRequestBuilder request, boolean page) {
        try {
            MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
            var body = answer.getContentAsString(StandardCharsets.UTF_8);
            var to = answer.getRedirectedUrl();
            return new Said(
                    answer.getStatus(),
                    page
                            ? HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " "))
                                    .replaceAll("\\s+", " ")
                            : body,
                    to == null ? "" : to);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
