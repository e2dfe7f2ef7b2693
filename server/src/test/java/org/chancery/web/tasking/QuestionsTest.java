// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Question;
import org.chancery.instruction.Questions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Posts ask about an instruction, and the desk answers all of them (TSK-013).
@DatabaseTest
@Import(ReleasedCables.class)
class QuestionsTest {

    private final MockMvc web;
    private final ReleasedCables released;
    private final Instructions instructions;
    private final Questions questions;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionsTest(
            MockMvc web,
            ReleasedCables released,
            Instructions instructions,
            Questions questions,
            Accounts accounts,
            JdbcClient jdbc,
            JsonMapper json) {
        this.web = web;
        this.released = released;
        this.instructions = instructions;
        this.questions = questions;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.json = json;
    }

    private InstructionId given() {
        return given(List.of("BERLIN", "OTTAWA"), List.of("L"));
    }

    private InstructionId given(List<String> action, List<String> info) {
        Cable cable =
                released.release(
                        action,
                        info,
                        content ->
                                content.type("INSTRUCTION")
                                        .paragraphs(
                                                List.of(
                                                        ReleasedCables.row(
                                                                "OBJECTIVE",
                                                                "",
                                                                "Agree.",
                                                                Map.of()),
                                                        ReleasedCables.row(
                                                                "ASK", "A1", "Do it.", Map.of()))));
        return instructions.of(cable.mrn(), released.actor("director").scope()).orElseThrow().id();
    }

    private static String at(InstructionId id) {
        return "/instructions/" + id + "/questions";
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String person, String address) {
        return body(send(get(address).with(user(person))));
    }

    private MockHttpServletResponse act(String person, String address, String... form) {
        var request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return send(request);
    }

    private MockHttpServletResponse write(String person, String address, Map<String, ?> input) {
        return send(
                post("/api/v1" + address)
                        .header("Authorization", "Bearer " + accounts.issueToken(person))
                        .contentType("application/json")
                        .content(json.writeValueAsString(input)));
    }

    private Question asked(InstructionId id) {
        return questions.ask(id, "May we share the note?", released.actor("berlin"));
    }

    private List<Question> seenBy(String person, InstructionId id) {
        return questions.of(id, released.actor(person).scope());
    }

    private void assertRefused(
            MockHttpServletResponse page, MockHttpServletResponse api, String detail, String mend) {
        assertThat(body(page)).contains("TSK-013", detail, mend);
        var problem = json.readTree(body(api)).get("problems").get(0);
        assertThat(problem.get("code").asString()).isEqualTo("TSK-013");
        assertThat(problem.get("detail").asString()).isEqualTo(detail);
        assertThat(problem.get("mend").asString()).isEqualTo(mend);
    }

    @Nested
    class AnOpenQuestion {

        @Test
        void isSeenByThePostAndHeadquartersOnly() {
            var id = given();
            act("berlin", at(id), "question", "May we share the note?");

            assertThat(page("berlin", at(id))).contains("May we share the note?");
            assertThat(page("desk", at(id))).contains("May we share the note?", "BERLIN");
            assertThat(page("ottawa", at(id))).doesNotContain("May we share the note?");
        }

        @Test
        void countsOnlyWhereSomebodyMustAnswer() {
            var id = given();
            asked(id);

            assertThat(questions.waiting(id, released.actor("desk"))).isOne();
            assertThat(questions.waiting(id, released.actor("berlin"))).isZero();
            assertThat(questions.waiting(id, released.actor("legal"))).isZero();
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void isSeenByAllAddresseesWithoutWhoAsked() {
            var id = given();
            var question = asked(id);
            act("desk", at(id) + "/" + question.id() + "/answers", "answer", "Yes, you may.");

            assertThat(seenBy("ottawa", id))
                    .singleElement()
                    .satisfies(
                            known -> {
                                assertThat(known.office()).isNull();
                                assertThat(known.answers())
                                        .extracting(Question.Answer::text)
                                        .containsExactly("Yes, you may.");
                            });
            assertThat(page("ottawa", at(id))).contains("Yes, you may.").doesNotContain("BERLIN");
            assertThat(seenBy("berlin", id).getFirst().office())
                    .isEqualTo(released.actor("berlin").office());
            assertThat(questions.waiting(id, released.actor("desk"))).isZero();
        }

        @Test
        void saysWhoAskedIfTheDeskSaysSo() {
            var id = given();
            var question = asked(id);
            assertThat(
                            write(
                                            "desk",
                                            at(id) + "/" + question.id() + "/answers",
                                            Map.of("text", "Yes.", "namesAsker", true))
                                    .getStatus())
                    .isEqualTo(201);

            assertThat(seenBy("ottawa", id).getFirst().office())
                    .isEqualTo(released.actor("berlin").office());
        }

        @Test
        void isFollowedByABetterOneAndNeverChanged() {
            var id = given();
            var question = asked(id);
            questions.answer(id, question.id(), "Yes.", false, released.actor("desk"));
            questions.answer(id, question.id(), "No, after all.", false, released.actor("desk"));

            assertThat(seenBy("ottawa", id).getFirst().answers())
                    .extracting(Question.Answer::text)
                    .containsExactly("Yes.", "No, after all.");
            assertThatThrownBy(() -> jdbc.sql("update instruction.answer set text = ''").update())
                    .hasMessageContaining("never changed");
        }

        @Test
        void needsText() {
            var id = given();
            var address = at(id) + "/" + asked(id).id() + "/answers";
            assertRefused(
                    act("desk", address, "answer", " "),
                    write("desk", address, Map.of("text", " ")),
                    "The answer has no text.",
                    "Write what all addressees are to know.");
        }

        @Test
        void isNotGivenByAnotherOffice() {
            var id = given();
            var address = at(id) + "/" + asked(id).id() + "/answers";
            assertRefused(
                    act("berlin", address, "answer", "Yes."),
                    write("berlin", address, Map.of("text", "Yes.")),
                    "BERLIN did not give this instruction.",
                    "Leave the answer to EUR.");
        }

        @Test
        void toAQuestionOneDoesNotSeeIsNotThere() {
            var id = given();
            var address = at(id) + "/" + asked(id).id() + "/answers";

            assertThat(write("ottawa", address, Map.of("text", "Yes.")).getStatus()).isEqualTo(404);
        }
    }

    @Nested
    class AQuestion {

        @Test
        void needsText() {
            var id = given();
            assertRefused(
                    act("berlin", at(id), "question", " "),
                    write("berlin", at(id), Map.of("text", " ")),
                    "The question has no text.",
                    "Write what you want to know.");
        }

        @Test
        void isAskedByAnAddresseeForActionOnly() {
            var id = given(List.of("BERLIN"), List.of("OTTAWA"));
            assertRefused(
                    act("ottawa", at(id), "question", "Why?"),
                    write("ottawa", at(id), Map.of("text", "Why?")),
                    "OTTAWA is not asked to act on this instruction.",
                    "Only an ACTION addressee may ask about it.");
        }
    }
}
