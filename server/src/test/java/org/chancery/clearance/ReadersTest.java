// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/// A clearer reads what they clear, and changes no view that is not theirs.
@DatabaseTest
class ReadersTest {

    private final Scene scene;
    private final Drafts drafts;
    private final Clearances clearances;
    private final JsonMapper json;
    private final Actor desk;

    ReadersTest(
            MockMvc web,
            Drafts drafts,
            Clearances clearances,
            Accounts accounts,
            Offices offices,
            JsonMapper json) {
        this.scene = new Scene(web, drafts, accounts, offices);
        this.drafts = drafts;
        this.clearances = clearances;
        this.json = json;
        this.desk = scene.actor("desk");
    }

    @Nested
    class WhenTheTextIsAboveTheClearers {

        private Draft secret() {
            var row =
                    new Paragraph(UUID.randomUUID(), "TEXT", "", "", "Secret.", "SECRET", Map.of());
            return drafts.start(Scene.cable("CIRCULAR", List.of("BERLIN"), row), desk);
        }

        @Test
        void anOfficeWithNobodyClearedIsNotAsked() throws Exception {
            scene.person("drl.low", "DRL", 1, Role.CLEARER);
            var draft = secret();
            var refusal = Problem.of(ClearanceRefusal.NOBODY_CLEARED, "DRL", "SECRET");

            Scene.assertRefused(scene.form("desk", draft.id(), "send", "offices", "DRL"), refusal);
            Scene.assertRefused(
                    scene.api("desk", draft.id(), "clearance", "\"offices\":[\"DRL\"]"), refusal);
            assertThat(refusal.detail()).isEqualTo("DRL has nobody cleared for SECRET.");
        }

        @Test
        void aPersonNotClearedIsAnsweredAsIfThereWereNoDraft() throws Exception {
            scene.person("prm.high", "PRM", 3, Role.CLEARER);
            scene.person("prm.low", "PRM", 1, Role.CLEARER);
            var draft = secret();
            clearances.send(draft.id(), 1, Set.of(new OfficeCode("PRM")), desk);

            assertThat(scene.form("prm.low", draft.id(), "clear").getResponse().getStatus())
                    .isEqualTo(404);
            scene.api("prm.low", draft.id(), "clear").andExpect(status().isNotFound());
            scene.api("prm.high", draft.id(), "clear").andExpect(status().isOk());
        }
    }

    @Nested
    class AnAlternativeView {

        private final Problem refusal = Problem.of(ClearanceRefusal.DISSENT_NOT_YOURS);

        private Draft withDissent() {
            var draft =
                    drafts.start(
                            Scene.cable(
                                    "CIRCULAR",
                                    List.of("BERLIN"),
                                    Scene.row("TEXT", "We agree."),
                                    Scene.row("DISSENT", "I do not.")),
                            desk);
            return clearances.send(draft.id(), 1, Set.of(new OfficeCode("L")), desk);
        }

        private Draft without(Draft draft) {
            var rows = new ArrayList<>(draft.content().paragraphs());
            rows.removeLast();
            return drafts.change(
                    draft.id(),
                    draft.version(),
                    draft.content().with().paragraphs(rows).build(),
                    desk);
        }

        @Test
        void isChangedByNobodyButItsAuthor() throws Exception {
            var draft = withDissent();
            var row = draft.content().paragraphs().getLast();

            Scene.assertRefused(
                    scene.form(
                            "legal",
                            draft.id(),
                            "clear-with-edits",
                            "rowId",
                            row.id().toString(),
                            "rowText",
                            "I do."),
                    refusal);
            var rows = new ArrayList<>(draft.content().paragraphs());
            rows.set(1, row.withText("I do."));
            var content = draft.content().with().paragraphs(rows).build();
            Scene.assertRefused(
                    scene.api(
                            "legal",
                            draft.id(),
                            "clear",
                            "\"content\":" + json.writeValueAsString(content)),
                    refusal);
            assertThat(without(draft).content().paragraphs()).hasSize(1);
        }

        @Test
        void isNotTakenOutByAColleagueAndIsMovedByAnybody() {
            var draft = withDissent();
            var director = scene.actor("director");
            var rows = draft.content().paragraphs();
            var without = draft.content().with().paragraphs(rows.subList(0, 1)).build();
            var moved = draft.content().with().paragraphs(rows.reversed()).build();

            assertThatThrownBy(() -> drafts.change(draft.id(), 1, without, director))
                    .hasMessage("Only the author may change the alternative view.");
            assertThat(drafts.change(draft.id(), 1, moved, director).version()).isEqualTo(2);
        }

        @Test
        void carriesTheNameTheServerGaveItWhateverAClientSends() {
            var claimed =
                    new Paragraph(
                            UUID.randomUUID(),
                            "DISSENT",
                            "",
                            "",
                            "I do not.",
                            "SBU",
                            Map.of("author", "legal"));

            var draft = drafts.start(Scene.cable("CIRCULAR", List.of("BERLIN"), claimed), desk);

            assertThat(draft.content().paragraphs().getFirst().term("author")).isEqualTo("desk");
        }
    }
}
