// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.engagement.Approach;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DeliveryForm;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.FollowUp;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Ministry;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.PointDelivery;
import org.chancery.engagement.Reasons;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.InterlocutorLevel;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/// Posts that deliver and people who enter positions, by door, by form and by API. For `@Import`.
public class Desk {

    public static final InstructionId INSTRUCTION = new InstructionId("I-25-0001");

    private final MockMvc web;
    private final JsonMapper json;
    private final Accounts accounts;
    private final Offices offices;
    private final Demarches demarches;
    private final Instructions instructions;
    private final Clock clock;

    Desk(
            MockMvc web,
            JsonMapper json,
            Accounts accounts,
            Offices offices,
            Demarches demarches,
            Instructions instructions,
            Clock clock) {
        this.web = web;
        this.json = json;
        this.accounts = accounts;
        this.offices = offices;
        this.demarches = demarches;
        this.instructions = instructions;
        this.clock = clock;
    }

    public Actor actor(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    /// An officer of a post the worked example gives no people.
    public Actor officer(String office) {
        var signIn = "officer." + office.toLowerCase(java.util.Locale.ROOT);
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
                                            2,
                                            Set.of(),
                                            Set.of(Role.OFFICER),
                                            "en"));
                            return actor(signIn);
                        });
    }

    /// Every point made, every ask answered alike, a minute ago.
    public Demarche deliver(Actor post, String government, AskResponse.Code code) {
        var instruction = instructions.get(INSTRUCTION, post.scope());
        var points = new ArrayList<PointDelivery>();
        for (var point : instructions.pointsFor(instruction, post.office())) {
            points.add(new PointDelivery(point.label(), PointDelivery.How.RAISED, ""));
        }
        var responses = new ArrayList<AskResponse>();
        for (var ask : instruction.asks()) {
            responses.add(new AskResponse(ask.label(), code, "As said."));
        }
        return demarches.record(
                new NewDemarche(
                        UUID.randomUUID().toString(),
                        INSTRUCTION,
                        null,
                        new GovernmentCode(government),
                        clock.instant().minusSeconds(60),
                        DeliveryForm.MEETING,
                        new Interlocutor(Ministry.FOREIGN, "Director", InterlocutorLevel.DIRECTOR),
                        "",
                        "en",
                        List.of(),
                        Approach.NEUTRAL,
                        null,
                        FollowUp.NONE,
                        Reasons.NONE,
                        points,
                        responses),
                post);
    }

    /// Fields of a position that breaks no rule but for what is changed.
    public static Map<String, String> position(String government, String... changed) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "instruction", INSTRUCTION.value(),
                                "government", government,
                                "ask", "A1",
                                "lane", "WORD",
                                "step", "NON_COMMITTAL",
                                "rank", "POST_ASSESSMENT",
                                "basis", "ASSESSMENT",
                                "asOf", "2026-01-10",
                                "confidence", "LOW",
                                "confidenceReason", "One conversation."));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields;
    }

    public MvcResult form(String signIn, String address, Map<String, String> fields)
            throws Exception {
        var request = post(address).with(user(signIn)).with(csrf());
        fields.forEach(request::param);
        return web.perform(request).andReturn();
    }

    /// Form and API refuse the same act with this code first, this detail and this mend.
    public void refusedAlike(
            String signIn,
            String address,
            Map<String, String> fields,
            String code,
            String detail,
            String mend)
            throws Exception {
        var page = form(signIn, address, fields).getResponse().getContentAsString(UTF_8);
        assertThat(page).contains(code, detail, mend);
        var answer = api(signIn, address, fields);
        assertThat(codes(answer)).startsWith(code);
        assertThat(field(answer, "detail")).startsWith(detail);
        assertThat(field(answer, "mend")).isEqualTo(mend);
    }

    public MvcResult api(String signIn, String address, Map<String, ?> body) throws Exception {
        return web.perform(
                        post("/api/v1" + address)
                                .header("Authorization", "Bearer " + accounts.issueToken(signIn))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(body)))
                .andReturn();
    }

    /// Codes of the problems an API answer names, in its order.
    public List<String> codes(MvcResult answer) throws Exception {
        var codes = new ArrayList<String>();
        var body = json.readTree(answer.getResponse().getContentAsString(UTF_8));
        if (body.has("problems")) {
            body.get("problems").forEach(p -> codes.add(p.get("code").asString()));
        } else if (body.has("code")) {
            codes.add(body.get("code").asString());
        }
        return codes;
    }

    /// Text of a field of an API answer.
    public String field(MvcResult answer, String name) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString(UTF_8)).get(name).asString();
    }
}
