// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.web.SentForm;
import org.chancery.writing.Together;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.util.LinkedMultiValueMap;

/// The page a cable is written on.
@DatabaseTest
class ComposePageTest {

    private final MockMvc web;
    private final Drafts drafts;
    private final Together together;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Actor desk;
    private final Actor director;

    ComposePageTest(
            MockMvc web, Drafts drafts, Together together, Accounts accounts, AuditTrail audit) {
        this.web = web;
        this.drafts = drafts;
        this.together = together;
        this.accounts = accounts;
        this.audit = audit;
        this.desk = accounts.actor("desk").orElseThrow();
        this.director = accounts.actor("director").orElseThrow();
    }

    private static Paragraph row(
            String role, String label, String text, Map<String, String> terms) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text, "SBU", terms);
    }

    private static Content content() {
        return Content.blank("INSTRUCTION", "SBU", "PRIORITY")
                .with()
                .subject("Ask them \"again\" <soon>")
                .precedence("PRIORITY", "ROUTINE")
                .topics(List.of("SMIG"))
                .addresses(
                        List.of(
                                new AddressLine("EUROPE", Addressing.ACTION),
                                new AddressLine("OTTAWA", Addressing.ACTION),
                                new AddressLine("INR", Addressing.INFO)))
                .excluded(Set.of("PARIS"))
                .paragraphs(
                        List.of(
                                row("OBJECTIVE", "", "Line one.\nLine two.", Map.of()),
                                row("POINT", "P1", "Say it.", Map.of("scope", "ALL")),
                                row("ASK", "A1", "Do it.", Map.of()),
                                row(
                                        "REQUIREMENT",
                                        "R1",
                                        "Report it.",
                                        Map.of("form", "FINDINGS", "due", "2030-06-28")),
                                row("COMMENT", "", "Closing.", Map.of())))
                .exercise("EXERCISE TEST")
                .build();
    }

    private Draft draft() {
        return drafts.start(content(), desk);
    }

    private Draft current(Draft draft) {
        return drafts.get(draft.id(), desk.scope());
    }

    private MockHttpServletResponse send(RequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String show(Draft draft) {
        return text(send(get("/drafts/" + draft.id()).with(user("desk"))));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse save(Draft draft, LinkedMultiValueMap<String, String> form) {
        return send(post("/drafts/" + draft.id()).params(form).with(csrf()).with(user("desk")));
    }

    private MockHttpServletResponse keep(Draft draft, LinkedMultiValueMap<String, String> form) {
        return send(
                post("/drafts/" + draft.id())
                        .params(form)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(user("desk")));
    }

    private void directorSaves(Draft draft, Content content) {
        together.save(draft.id(), draft.version(), UUID.randomUUID(), content, director);
    }

    @Nested
    class Shown {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "version",
                    "type",
                    "subject",
                    "subjectMark",
                    "banner",
                    "compilationReason",
                    "classifiedBy",
                    "reason",
                    "derivedFrom",
                    "declassifyOn",
                    "topics",
                    "actionPrecedence",
                    "infoPrecedence",
                    "replyBy",
                    "deskBy",
                    "action",
                    "info",
                    "excluded",
                    "attention",
                    "rowId",
                    "rowRole",
                    "rowHeading",
                    "rowText",
                    "rowMark",
                    "rowClaim",
                    "rowScope",
                    "rowForm",
                    "rowDue",
                    "rowOral",
                    "refNumber",
                    "refRelation",
                    "refNotal",
                    "refExternal",
                    "exercise",
                    "signedBy"
                })
        void hasEveryFieldOfTheCable(String field) {
            assertThat(SentForm.of(show(draft()), "compose")).containsKey(field);
        }

        @Test
        void hasEveryFieldOfEveryRowOnceAndInTheOrderOfTheText() {
            var form = SentForm.of(show(draft()), "compose");

            assertThat(form.get("rowRole"))
                    .containsExactly("OBJECTIVE", "POINT", "ASK", "REQUIREMENT", "COMMENT");
            assertThat(form.entrySet())
                    .filteredOn(field -> field.getKey().startsWith("row"))
                    .allSatisfy(field -> assertThat(field.getValue()).hasSize(5));
            assertThat(form.get("rowForm")).containsExactly("", "", "", "FINDINGS", "");
        }

        @Test
        void sentBackAsItStandsChangesNothing() {
            var draft = draft();

            var answer = save(draft, SentForm.of(show(draft), "compose"));

            assertThat(answer.getRedirectedUrl()).isEqualTo("/drafts/" + draft.id());
            assertThat(current(draft)).isEqualTo(draft);
        }

        @Test
        void saysWhatEachPrecedenceMeansInTime() {
            assertThat(show(draft()))
                    .contains("To be acted on within 3 hours", "To be acted on within 6 hours");
        }

        @Test
        void saysHowManyPeopleWillBeAbleToRead() {
            var shown = show(draft());
            var offices =
                    drafts.addressees(draft()).stream()
                            .map(one -> one.office())
                            .collect(java.util.stream.Collectors.toSet());
            offices.add(new OfficeCode("EUR"));

            var people = accounts.readers(new Label(1, Set.of(), offices));

            assertThat(people).isPositive();
            assertThat(shown).contains(people + " people will be able to read this");
        }

        @Test
        void theReleaseButtonCanBeReachedAndSaysWhyItDoesNot() {
            assertThat(show(draft()))
                    .contains("aria-disabled=\"true\" aria-describedby=\"why-not why\"");
        }

        @Test
        void linksEachCheckToItsSpot() {
            var bare = drafts.start(content().with().topics(List.of()).build(), desk);

            assertThat(show(bare)).contains("href=\"#topics\" data-check", "id=\"topics\"");
        }

        @Test
        void previewsItOnItsLetterhead() {
            var preview =
                    text(send(get("/drafts/" + draft().id() + "/preview").with(user("desk"))));

            assertThat(preview).contains("FROM: EUR", "SUBJECT: (SBU) Ask them");
        }

        @Test
        void previewsWhatARowSaysBesidesItsText() {
            var draft =
                    drafts.start(
                            content()
                                    .with()
                                    .paragraphs(
                                            List.of(
                                                    terms(
                                                            "DELIVERY",
                                                            Map.of(
                                                                    "level",
                                                                    "MINISTER",
                                                                    "notBefore",
                                                                    "2026-12-01")),
                                                    terms(
                                                            "ARGUMENT",
                                                            Map.of(
                                                                    "counter",
                                                                    "It costs too much.",
                                                                    "rebuttal",
                                                                    "It saves more.")),
                                                    terms(
                                                            "POINT",
                                                            Map.of(
                                                                    "scope",
                                                                    "BERLIN",
                                                                    "raise",
                                                                    "IF_RAISED",
                                                                    "oralOnly",
                                                                    "true"))))
                                    .build(),
                            desk);

            assertThat(text(send(get("/drafts/" + draft.id() + "/preview").with(user("desk")))))
                    .contains("\n   not before Tue 1 Dec 2026\n")
                    .contains("\n   against it: It costs too much.\n   reply: It saves more.\n")
                    .contains("\n   Only for BERLIN\n");
        }

        private static Paragraph terms(String role, Map<String, String> terms) {
            return new Paragraph(UUID.randomUUID(), role, "", "", "Text.", "SBU", terms);
        }
    }

    @Nested
    class KeptWhileTyping {

        @Test
        void answersWithTheChecksAndMakesNoVersion() {
            var draft = draft();
            var form = SentForm.of(show(draft), "compose");
            form.set("subject", "");

            var answer = keep(draft, form);

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(text(answer)).contains("data-part=\"rail\"", "MSG-002", "not yet a version");
            assertThat(current(draft).version()).isEqualTo(1);
            assertThat(current(draft).content().subject()).isEqualTo(draft.content().subject());
        }

        @Test
        void comesBackToItsWriterAndGoesToClearanceWithTheRest() {
            var draft = draft();
            var form = SentForm.of(show(draft), "compose");
            form.set("subject", "Kept on the way");
            keep(draft, form);

            assertThat(show(draft)).contains("value=\"Kept on the way\"");
            send(
                    post("/drafts/" + draft.id() + "/send")
                            .param("version", "1")
                            .with(csrf())
                            .with(user("desk")));

            assertThat(current(draft).content().subject()).isEqualTo("Kept on the way");
            assertThat(current(draft).state().code()).isEqualTo("IN_CLEARANCE");
        }

        @Test
        void isRefusedToAnotherOffice() {
            var draft = draft();
            var form = SentForm.of(show(draft), "compose");

            var answer =
                    send(
                            post("/drafts/" + draft.id())
                                    .params(form)
                                    .header("HX-Request", "true")
                                    .with(csrf())
                                    .with(user("berlin")));

            assertThat(answer.getStatus()).isEqualTo(404);
        }
    }

    @Nested
    class ChangedMeanwhile {

        @Test
        void bothTextsAreShownAndTheWriterChooses() {
            var draft = draft();
            var form = SentForm.of(show(draft), "compose");
            directorSaves(draft, draft.content().with().subject("Theirs").build());
            form.set("subject", "Mine");

            var refused = save(draft, form);

            assertThat(refused.getStatus()).isEqualTo(409);
            assertThat(text(refused))
                    .contains("INP-006", "Changed under you", "Mine", "Theirs", "take-subject");
            assertThat(current(draft).content().subject()).isEqualTo("Theirs");
            var saved =
                    send(
                            post("/drafts/" + draft.id() + "/resolve")
                                    .param("version", "2")
                                    .param("take-subject", "mine")
                                    .with(csrf())
                                    .with(user("desk")));
            assertThat(saved.getRedirectedUrl()).isEqualTo("/drafts/" + draft.id());
            assertThat(current(draft).content().subject()).isEqualTo("Mine");
        }

        @Test
        void keepingAnswers409AndKeepsTheText() {
            var draft = draft();
            var form = SentForm.of(show(draft), "compose");
            directorSaves(draft, draft.content().with().subject("Theirs").build());
            form.set("subject", "Mine");

            var answer = keep(draft, form);

            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(text(answer)).contains("/drafts/" + draft.id() + "/changed");
            assertThat(text(send(get("/drafts/" + draft.id() + "/changed").with(user("desk")))))
                    .contains("Mine", "Theirs");
        }
    }

    @Nested
    class OpenToTwo {

        @Test
        void eachSeesTheOtherAndTheRowTheyWriteIn() {
            var draft = draft();
            var row = draft.content().paragraphs().getFirst().id().toString();
            send(
                    post("/drafts/" + draft.id() + "/presence")
                            .param("row", row)
                            .with(csrf())
                            .with(user("director")));

            var seen =
                    text(
                            send(
                                    post("/drafts/" + draft.id() + "/presence")
                                            .header("HX-Request", "true")
                                            .with(csrf())
                                            .with(user("desk"))));

            assertThat(seen)
                    .contains("Also here:", director.displayName(), "data-row=\"" + row + "\"");
        }
    }

    @Nested
    class WithFiles {

        private MockHttpServletResponse attach(Draft draft, String name, byte[] bytes) {
            return send(
                    multipart("/drafts/" + draft.id() + "/attachments")
                            .file(new MockMultipartFile("file", name, null, bytes))
                            .params(SentForm.of(show(draft), "compose"))
                            .with(csrf())
                            .with(user("desk")));
        }

        @Test
        void oneThatIsNotAcceptedIsRefusedAtItsFieldAndTheTextStays() {
            var draft = draft();

            var answer = attach(draft, "tool.exe", new byte[] {'M', 'Z', 0, 1});

            assertThat(text(answer)).contains("MSG-033", "href=\"#file\"");
            assertThat(current(draft).content()).isEqualTo(draft.content());
        }

        @Test
        void theApiRefusesItInTheSameWords() {
            var answer =
                    send(
                            multipart("/api/v1/drafts/" + draft().id() + "/attachments")
                                    .file(
                                            new MockMultipartFile(
                                                    "file",
                                                    "tool.exe",
                                                    null,
                                                    new byte[] {'M', 'Z', 0, 1}))
                                    .header("Authorization", bearer()));

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(text(answer)).contains("\"code\":\"MSG-033\"", "\"mend\":");
        }

        @Test
        void oneThatIsAcceptedIsCarriedWithAMarkOfItsOwnToChoose() {
            var draft = draft();

            attach(draft, "list.txt", "A list.\n".getBytes(StandardCharsets.UTF_8));

            assertThat(current(draft).content().attachments())
                    .singleElement()
                    .satisfies(
                            file -> {
                                assertThat(file.name()).isEqualTo("list.txt");
                                assertThat(file.mark()).isEmpty();
                            });
            assertThat(SentForm.of(show(draft), "compose"))
                    .containsKeys("attachmentId", "attachmentMark");
        }

        @Test
        void isGivenOutToBeSavedAndTheAuditKnows() {
            var draft = draft();
            attach(draft, "list.txt", "A list.\n".getBytes(StandardCharsets.UTF_8));
            var file = current(draft).content().attachments().getFirst();

            var answer =
                    send(
                            get("/drafts/" + draft.id() + "/attachments/" + file.id())
                                    .with(user("desk")));

            assertThat(text(answer)).isEqualTo("A list.\n");
            assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
            assertThat(audit.page(Long.MAX_VALUE, 5).rows())
                    .anyMatch(
                            entry ->
                                    entry.act().equals("attachment.opened")
                                            && entry.objectId().equals(draft.id().toString()));
        }

        @Test
        void isNotThereForAnOfficeThatMayNotReadTheDraft() {
            var draft = draft();
            attach(draft, "list.txt", "A list.\n".getBytes(StandardCharsets.UTF_8));
            var file = current(draft).content().attachments().getFirst();

            var answer =
                    send(
                            get("/drafts/" + draft.id() + "/attachments/" + file.id())
                                    .with(user("berlin")));

            assertThat(answer.getStatus()).isEqualTo(404);
        }

        @Test
        void canBeTakenOffAgain() {
            var draft = draft();
            attach(draft, "list.txt", "A list.\n".getBytes(StandardCharsets.UTF_8));
            var file = current(draft).content().attachments().getFirst();

            send(
                    post("/drafts/" + draft.id() + "/attachments/" + file.id() + "/remove")
                            .params(SentForm.of(show(draft), "compose"))
                            .with(csrf())
                            .with(user("desk")));

            assertThat(current(draft).content().attachments()).isEmpty();
        }

        private String bearer() {
            return "Bearer " + accounts.issueToken("desk");
        }
    }

    @Nested
    class Addressed {

        private String find(String query) {
            return text(
                    send(
                            get("/addressees?" + query)
                                    .header("HX-Request", "true")
                                    .with(user("desk"))));
        }

        @Test
        void isFoundByCodeWithWhatAlreadyStands() {
            assertThat(find("q=euro&have=EUROPE"))
                    .contains("data-code=\"EUROPE\"", "already added");
        }

        @Test
        void aCollectiveSaysHowMuchOfItIsNamedAlready() {
            assertThat(find("q=europe&have=PARIS")).contains("36 offices, 1 already named");
        }

        @Test
        void withoutScriptTheSearchIsAPage() {
            var page = text(send(get("/addressees?q=ott").with(user("desk"))));

            assertThat(page).contains("<h1>Find an addressee</h1>", "OTTAWA");
        }
    }

    @Nested
    class Started {

        private Draft start(String... parameters) {
            var request = post("/drafts").with(csrf()).with(user("desk"));
            for (int i = 0; i < parameters.length; i += 2) {
                request.param(parameters[i], parameters[i + 1]);
            }
            var place = String.valueOf(send(request).getRedirectedUrl());
            return drafts.get(DraftId.parse(place.replace("/drafts/", "")), desk.scope());
        }

        @Test
        void blankWithTheRowsOfItsType() {
            assertThat(start("type", "CIRCULAR").content().paragraphs())
                    .extracting(Paragraph::role)
                    .containsExactly("TEXT");
        }

        @Test
        void fromATemplateOfTheOffice() {
            var draft = draft();
            var name = "Weekly ask " + UUID.randomUUID();
            send(
                    post("/drafts/" + draft.id() + "/template")
                            .param("name", name)
                            .with(csrf())
                            .with(user("desk")));
            var page = text(send(get("/drafts/new").with(user("desk"))));
            assertThat(page).contains(name);
            var template =
                    page.substring(page.lastIndexOf("name=\"template\"", page.indexOf(name)))
                            .replaceFirst("(?s).*?value=\"([^\"]+)\".*", "$1");

            var started = start("template", template);

            assertThat(started.content().subject()).isEqualTo(draft.content().subject());
            assertThat(started.content().paragraphs())
                    .extracting(Paragraph::text)
                    .containsExactlyElementsOf(
                            draft.content().paragraphs().stream().map(Paragraph::text).toList());
            assertThat(started.content().paragraphs())
                    .extracting(Paragraph::id)
                    .doesNotContainAnyElementsOf(
                            draft.content().paragraphs().stream().map(Paragraph::id).toList());
        }

        @Test
        void asACorrectedCopyWithTheClaimsItsPointsRestOn() {
            var started = start("from", "25 STATE 1", "as", "correction");

            assertThat(show(started)).contains("CORRECTED COPY: ", "CLM-006");
        }

        @Test
        void fromANumberThatIsNotThereSaysSoAtTheField() {
            var answer =
                    send(
                            post("/drafts")
                                    .param("from", "26 STATE 999999")
                                    .param("as", "reply")
                                    .with(csrf())
                                    .with(user("desk")));

            assertThat(text(answer)).contains("ACC-001", "href=\"#from\"");
        }
    }
}
