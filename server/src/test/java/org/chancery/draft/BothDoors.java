// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Mrn;
import org.chancery.clearance.Clearances;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Handling;
import org.chancery.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// Writes, clears and releases a text through the web form and through the API, by people who hold
/// every caption, and says what each door answered. Shared by the tests of the rules.
public final class BothDoors {

    private static final Pattern PROBLEM =
            Pattern.compile(
                    "<li>(?:<span class=\"strong\">|<a href=\"#([^\"]*)\">)(.*?)</(?:span|a)>"
                            + " <span class=\"soft\">(.*?)</span>"
                            + " <span class=\"mono tiny dim\">(.*?)</span></li>");

    /// Inputs of a row in the compose form, with the term each is.
    private static final Map<String, String> TERMS =
            Map.ofEntries(
                    Map.entry("rowScope", "scope"),
                    Map.entry("rowRaise", "raise"),
                    Map.entry("rowOral", "oralOnly"),
                    Map.entry("rowMayLeave", "mayLeave"),
                    Map.entry("rowForm", "form"),
                    Map.entry("rowDue", "due"),
                    Map.entry("rowRounds", "rounds"),
                    Map.entry("rowRecurring", "recurring"),
                    Map.entry("rowUntil", "until"),
                    Map.entry("rowNil", "nilReport"),
                    Map.entry("rowChanges", "changes"),
                    Map.entry("rowLevel", "level"),
                    Map.entry("rowNotBefore", "notBefore"),
                    Map.entry("rowNotAfter", "notAfter"),
                    Map.entry("rowPartners", "partners"),
                    Map.entry("rowCounter", "counter"),
                    Map.entry("rowRebuttal", "rebuttal"),
                    Map.entry("rowOffice", "office"));

    private final MockMvc web;
    private final Accounts accounts;
    private final Offices offices;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Cables cables;
    private final Policy policy;
    private final JsonMapper json;
    private String writer;
    private String releaser;

    public BothDoors(MockMvc web, ApplicationContext beans) {
        this.web = web;
        this.accounts = beans.getBean(Accounts.class);
        this.offices = beans.getBean(Offices.class);
        this.drafts = beans.getBean(Drafts.class);
        this.clearances = beans.getBean(Clearances.class);
        this.cables = beans.getBean(Cables.class);
        this.policy = beans.getBean(Policy.class);
        this.json = beans.getBean(JsonMapper.class);
        this.writer = "desk";
        this.releaser = "director";
    }

    /// One thing a door said.
    ///
    /// @param field name of the input it links to, empty for none
    public record Said(String code, String field, String detail, String mend) {}

    /// @param status of the answer; the web shows problems on the page of the draft
    /// @param mrn number of the cable, null if it was refused
    public record Answer(int status, List<Said> problems, @Nullable Mrn mrn) {

        public Said of(String code) {
            return problems.stream()
                    .filter(said -> said.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(code + " is not among " + problems));
        }

        public List<String> codes() {
            return problems.stream().map(Said::code).distinct().toList();
        }
    }

    /// @param web answer of the form and its button
    /// @param api answer of the JSON interface
    public record Both(Answer web, Answer api) {

        /// Both doors say the rule in these words, at the same input.
        public Both refuse(String code, String detail, String mend) {
            for (var answer : List.of(web, api)) {
                assertThat(answer.problems())
                        .extracting(Said::code, Said::detail, Said::mend)
                        .contains(org.assertj.core.groups.Tuple.tuple(code, detail, mend));
                assertThat(answer.mrn()).isNull();
            }
            return this;
        }

        /// The input both doors link the rule to.
        public Both at(String code, String field) {
            for (var answer : List.of(web, api)) {
                assertThat(answer.problems())
                        .extracting(Said::code, Said::field)
                        .contains(org.assertj.core.groups.Tuple.tuple(code, field));
            }
            return this;
        }

        public Both let() {
            assertThat(web.problems()).isEmpty();
            assertThat(api.problems()).isEmpty();
            assertThat(web.mrn()).isNotNull();
            assertThat(api.mrn()).isNotNull();
            return this;
        }
    }

    /// The same doors with another writer and another releaser.
    public BothDoors as(Actor writes, Actor releases) {
        this.writer = writes.signIn();
        this.releaser = releases.signIn();
        return this;
    }

    /// Somebody of that office with those roles, cleared for everything and holding every caption.
    public Actor person(String office, Role... roles) {
        var signIn =
                (office + "." + List.of(roles).stream().map(Role::name).collect(joining(".")))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", ".");
        return accounts.actor(signIn)
                .orElseGet(
                        () ->
                                appoint(
                                        signIn,
                                        office,
                                        policy.handling().captions().stream()
                                                .map(Handling.Caption::code)
                                                .collect(Collectors.toSet()),
                                        Set.of(roles)));
    }

    public Actor appoint(String signIn, String office, Set<String> captions, Set<Role> roles) {
        var member =
                offices.appoint(
                        signIn, signIn, new OfficeCode(office), Names.of("Officer", "Referent"));
        accounts.create(
                new NewAccount(
                        member.id(),
                        "exercise-2025",
                        policy.handling().levels().size() - 1,
                        captions,
                        roles,
                        "en"));
        return accounts.actor(signIn).orElseThrow();
    }

    /// Writes and releases the text once through each door.
    public Both release(Content content) {
        return new Both(throughWeb(content), throughApi(content));
    }

    /// Releases through each door a text that was begun elsewhere, with what neither door takes:
    /// files.
    public Both releaseStarted(Content content) {
        var actor = accounts.actor(writer).orElseThrow();
        return new Both(
                releaseByWeb(cleared(drafts.start(content, actor).id())),
                releaseByApi(cleared(drafts.start(content, actor).id())));
    }

    /// Both doors tell the writer so while the text is written, and let it go all the same.
    public void warn(Content content, String code, String detail, String mend) {
        var actor = accounts.actor(writer).orElseThrow();
        var path = "/drafts/" + drafts.start(content, actor).id();
        var page =
                HtmlUtils.htmlUnescape(
                        body(send(get(path).with(user(writer)))).replaceAll("<[^>]*>", " "));
        assertThat(page.replaceAll("\\s+", " ")).contains(detail, mend, code);
        var checks =
                json.readTree(
                        body(
                                send(
                                        get("/api/v1" + path + "/checks")
                                                .header("Authorization", bearer(writer)))));
        assertThat(checks.get("items").valueStream())
                .anyMatch(
                        check ->
                                check.get("weight").asString().equals("WARNS")
                                        && check.get("code").asString().equals(code)
                                        && check.get("detail").asString().equals(detail)
                                        && check.get("mend").asString().equals(mend));
    }

    /// The cable of a text that must go.
    public Cable released(Content content) {
        var answer = throughApi(content);
        assertThat(answer.problems()).isEmpty();
        return cables.get(answer.mrn(), accounts.actor(releaser).orElseThrow().scope());
    }

    /// What the rules say live to the writer while the text is written.
    public List<Check> live(Content content) {
        var actor = accounts.actor(writer).orElseThrow();
        return drafts.checks(drafts.start(content, actor), actor.scope());
    }

    /// A text that is sent, cleared by everybody asked, and ready to be released.
    public Draft cleared(DraftId id) {
        var draft = drafts.get(id, accounts.actor(writer).orElseThrow().scope());
        var sent =
                clearances.send(
                        id, draft.version(), Set.of(), accounts.actor(writer).orElseThrow());
        for (var clearance : clearances.of(sent)) {
            if (!clearance.given()) {
                clearances.clear(id, sent.version(), "", clearer(clearance.office()));
            }
        }
        return drafts.get(id, accounts.actor(writer).orElseThrow().scope());
    }

    private Actor clearer(OfficeCode office) {
        return person(office.value(), Role.CLEARER);
    }

    private Answer throughWeb(Content content) {
        var started = send(post("/drafts").with(csrf()).with(user(writer)));
        var place = started.getHeader("Location");
        if (place == null) {
            return webAnswer(started);
        }
        var id = DraftId.parse(place.substring(place.lastIndexOf('/') + 1));
        var saved =
                send(
                        post("/drafts/" + id)
                                .params(form(content))
                                .param("version", "1")
                                .with(csrf())
                                .with(user(writer)));
        if (saved.getHeader("Location") == null) {
            return webAnswer(saved);
        }
        return releaseByWeb(cleared(id));
    }

    private Answer releaseByWeb(Draft draft) {
        return webAnswer(
                send(
                        post("/drafts/" + draft.id() + "/release")
                                .param("version", String.valueOf(draft.version()))
                                .with(csrf())
                                .with(user(releaser))));
    }

    private static Answer webAnswer(MockHttpServletResponse response) {
        var place = Optional.ofNullable(response.getHeader("Location")).orElse("");
        var mrn = place.startsWith("/cables/") ? Mrn.parse(place.substring(8)) : null;
        var problems = new ArrayList<Said>();
        var found = PROBLEM.matcher(body(response));
        while (found.find()) {
            problems.add(
                    new Said(
                            found.group(4),
                            Optional.ofNullable(found.group(1)).orElse(""),
                            HtmlUtils.htmlUnescape(found.group(2)),
                            HtmlUtils.htmlUnescape(found.group(3))));
        }
        return new Answer(response.getStatus(), problems, mrn);
    }

    private Answer throughApi(Content content) {
        var started =
                send(
                        post("/api/v1/drafts")
                                .header("Authorization", bearer(writer))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(content)));
        if (started.getStatus() != 201) {
            return apiAnswer(started);
        }
        var id = DraftId.parse(json.readTree(body(started)).get("id").asString());
        return releaseByApi(cleared(id));
    }

    private Answer releaseByApi(Draft draft) {
        return apiAnswer(
                send(
                        post("/api/v1/drafts/" + draft.id() + "/release")
                                .param("version", String.valueOf(draft.version()))
                                .header("Authorization", bearer(releaser))));
    }

    /// Changes a draft through the API, whatever version the caller names.
    public Answer change(Draft draft, long version, Content content) {
        return apiAnswer(
                send(
                        put("/api/v1/drafts/" + draft.id())
                                .param("version", String.valueOf(version))
                                .header("Authorization", bearer(writer))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(content))));
    }

    /// Saves a draft through the form, whatever version the caller names.
    public Answer save(Draft draft, long version, LinkedMultiValueMap<String, String> form) {
        return webAnswer(
                send(
                        post("/drafts/" + draft.id())
                                .params(form)
                                .param("version", String.valueOf(version))
                                .with(csrf())
                                .with(user(writer))));
    }

    private Answer apiAnswer(MockHttpServletResponse response) {
        var answer = json.readTree(body(response));
        var problems = new ArrayList<Said>();
        for (var problem : answer.path("problems")) {
            problems.add(
                    new Said(
                            problem.get("code").asString(),
                            problem.get("field").asString(),
                            problem.get("detail").asString(),
                            problem.get("mend").asString()));
        }
        var mrn = answer.has("mrn") ? Mrn.parse(answer.get("mrn").asString()) : null;
        return new Answer(response.getStatus(), problems, mrn);
    }

    private String bearer(String signIn) {
        return "Bearer " + accounts.issueToken(signIn);
    }

    private MockHttpServletResponse send(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        return new String(
                response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// The fields the compose form sends for a text.
    public static LinkedMultiValueMap<String, String> form(Content content) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("type", content.type());
        form.add("subject", content.subject());
        form.add("subjectMark", content.subjectMark());
        var block = content.classification();
        form.add("banner", block.banner());
        form.add("compilationReason", block.compilationReason());
        form.add("classifiedBy", block.classifiedBy());
        form.add("reason", block.reason());
        form.add("derivedFrom", block.derivedFrom());
        form.add("declassifyOn", block.declassifyOn());
        new HashSet<>(content.captions()).forEach(code -> form.add("captions", code));
        content.topics().forEach(code -> form.add("topics", code));
        form.add("actionPrecedence", content.actionPrecedence());
        form.add("infoPrecedence", content.infoPrecedence());
        var washington = ZoneId.of("America/New_York");
        var replyBy = content.timing().replyBy();
        var deskBy = content.timing().deskBy();
        form.add(
                "replyBy",
                replyBy == null ? "" : replyBy.atZone(washington).toLocalDateTime().toString());
        form.add(
                "deskBy",
                deskBy == null ? "" : deskBy.atZone(washington).toLocalDateTime().toString());
        form.add("action", lines(content, Addressing.ACTION));
        form.add("info", lines(content, Addressing.INFO));
        content.excluded().forEach(code -> form.add("excluded", code));
        form.add("attention", String.join(", ", content.attention()));
        for (var row : content.paragraphs()) {
            form.add("rowId", row.id().toString());
            form.add("rowRole", row.role());
            form.add("rowHeading", row.heading());
            form.add("rowText", row.text());
            form.add("rowMark", row.mark());
            form.add("rowClaim", "");
            TERMS.forEach((input, term) -> form.add(input, row.term(term)));
        }
        for (var reference : content.references()) {
            form.add("refNumber", reference.number());
            form.add("refRelation", reference.relation().name());
            form.add("refNotal", reference.notal() ? "true" : "");
            form.add("refExternal", reference.external() ? "true" : "");
        }
        for (var file : content.attachments()) {
            form.add("attachmentId", file.id().toString());
            form.add("attachmentMark", file.mark());
        }
        form.add("minimizeConsidered", content.minimizeConsidered() ? "true" : "");
        form.add("exercise", content.exercise());
        form.add("signedBy", content.signedBy());
        form.add("do", "save");
        return form;
    }

    private static String lines(Content content, Addressing role) {
        return content.addresses().stream()
                .filter(line -> line.role() == role)
                .map(BothDoors::line)
                .collect(joining(", "));
    }

    private static String line(AddressLine line) {
        return line.precedence().isEmpty()
                ? line.target()
                : line.target() + "/" + line.precedence();
    }

    /// A row for a text.
    public static org.chancery.cable.Paragraph row(String role, String text, String mark) {
        return new org.chancery.cable.Paragraph(
                UUID.randomUUID(), role, "", "", text, mark, Map.of());
    }

    /// Whom posts may ask about an instruction of EUR.
    public static org.chancery.cable.Paragraph contact() {
        return new org.chancery.cable.Paragraph(
                UUID.randomUUID(),
                "CONTACT",
                "",
                "",
                "Consular desk",
                "UNCLASSIFIED",
                Map.of("office", "EUR"));
    }

    /// An unclassified routine cable of EUR to Berlin that may go as it is.
    public static Content plain() {
        return Content.blank("CABLE", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("Consular hours in December")
                .topics(List.of("AMGT"))
                .addresses(List.of(new AddressLine("BERLIN", Addressing.ACTION)))
                .paragraphs(
                        List.of(
                                row(
                                        "TEXT",
                                        "The section is open in the mornings.",
                                        "UNCLASSIFIED")))
                .exercise("EXERCISE RULES")
                .build();
    }
}
