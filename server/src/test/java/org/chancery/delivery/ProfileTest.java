// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(ReleasedCables.class)
class ProfileTest {

    private final Profiles profiles;
    private final Deliveries deliveries;
    private final ReleasedCables released;
    private final Actor berlin;
    private final Actor mission;

    ProfileTest(Profiles profiles, Deliveries deliveries, ReleasedCables released) {
        this.profiles = profiles;
        this.deliveries = deliveries;
        this.released = released;
        this.berlin = released.actor("berlin");
        this.mission = released.actor("hom.berlin");
    }

    @AfterEach
    void noProfileIsLeft() {
        profiles.of(mission).forEach(profile -> profiles.remove(profile.id(), mission));
    }

    private static Profile profile(
            @Nullable Actor person,
            String function,
            List<String> topics,
            String atLeast,
            String attention,
            String phrase) {
        return new Profile(
                UUID.randomUUID(),
                person == null ? null : person.person(),
                function,
                topics,
                Set.of(),
                atLeast,
                attention,
                phrase);
    }

    private List<Distribution> readers(Cable cable) {
        return deliveries.distribution(cable, mission);
    }

    private Cable about(String topic, String precedence, String text) {
        return released.release(
                List.of("BERLIN/" + precedence),
                List.of(),
                content ->
                        content.topics(List.of(topic))
                                .attention(List.of("POL/Migration"))
                                .paragraphs(
                                        List.of(ReleasedCables.row("TEXT", "", text, Map.of()))));
    }

    @Nested
    class WhereAProfileFits {

        @Test
        void itsReaderIsOnTheListAndNobodyElse() {
            profiles.add(profile(berlin, "", List.of("SMIG"), "", "", ""), mission);

            var lines = readers(about("SMIG", "ROUTINE", "Text."));

            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().person()).isEqualTo(berlin.person());
            assertThat(lines.getFirst().how()).isEqualTo(Distribution.How.PROFILE);
        }

        @Test
        void whoeverHoldsTheFunctionReadsIt() {
            profiles.add(profile(null, "Political officer", List.of("SMIG"), "", "", ""), mission);

            var cable = about("SMIG", "ROUTINE", "Text.");

            assertThat(mine(berlin)).contains(cable.mrn().toString());
            assertThat(mine(mission)).doesNotContain(cable.mrn().toString());
        }

        @Test
        void theListSaysWhenItWasFirstRead() {
            profiles.add(profile(berlin, "", List.of("SMIG"), "", "", ""), mission);
            var cable = about("SMIG", "ROUTINE", "Text.");
            assertThat(readers(cable).getFirst().readAt()).isNull();

            deliveries.open(cable.mrn(), berlin);

            assertThat(readers(cable).getFirst().readAt()).isNotNull();
        }
    }

    private List<String> mine(Actor actor) {
        var question = new InboxQuestion(actor.office(), Folder.MINE);
        return deliveries.inbox(question, null, 200, actor).rows().stream()
                .map(row -> row.cable().mrn().toString())
                .toList();
    }

    @Nested
    class EveryConditionGivenMustHold {

        @Test
        void precedenceAtLeast() {
            profiles.add(profile(berlin, "", List.of(), "IMMEDIATE", "", ""), mission);

            assertThat(how(about("SMIG", "FLASH", "Text."))).isEqualTo(Distribution.How.PROFILE);
            assertThat(how(about("SMIG", "PRIORITY", "Text."))).isEqualTo(Distribution.How.OFFICE);
        }

        @Test
        void attentionLineWhateverItsCase() {
            profiles.add(profile(berlin, "", List.of(), "", "pol/", ""), mission);

            assertThat(how(about("SMIG", "ROUTINE", "Text."))).isEqualTo(Distribution.How.PROFILE);
        }

        @Test
        void phraseInTheTextWhateverItsCase() {
            profiles.add(
                    profile(berlin, "", List.of("SMIG"), "", "", "Joint Declaration"), mission);

            assertThat(how(about("SMIG", "ROUTINE", "A joint declaration is ready.")))
                    .isEqualTo(Distribution.How.PROFILE);
            assertThat(how(about("SMIG", "ROUTINE", "Nothing is ready.")))
                    .isEqualTo(Distribution.How.OFFICE);
            assertThat(how(about("PREL", "ROUTINE", "A joint declaration is ready.")))
                    .isEqualTo(Distribution.How.OFFICE);
        }

        private Distribution.How how(Cable cable) {
            return readers(cable).getFirst().how();
        }
    }

    @Nested
    class WhereNoneFits {

        @Test
        void everybodyOfTheOfficeIsToReadIt() {
            profiles.add(profile(berlin, "", List.of("ECON"), "", "", ""), mission);

            var cable = about("SMIG", "ROUTINE", "Text.");

            assertThat(readers(cable))
                    .extracting(Distribution::how)
                    .containsExactly(Distribution.How.OFFICE);
            assertThat(mine(berlin)).contains(cable.mrn().toString());
            assertThat(mine(mission)).contains(cable.mrn().toString());
        }
    }

    @Nested
    class AProfile {

        @Test
        void needsAReaderAndACondition() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> profile(null, "", List.of(), "", "", ""));

            assertThat(refusal.problems())
                    .extracting((Problem problem) -> problem.code().code())
                    .containsExactly("DLV-009", "DLV-008");
        }

        @Test
        void namesEveryValueThePolicyDoesNotKnow() {
            var wrong = profile(released.actor("ottawa"), "", List.of("SMGI"), "SOON", "", "");

            var refusal = catchThrowableOfType(Refusal.class, () -> profiles.add(wrong, mission));

            assertThat(refusal.problems())
                    .extracting(problem -> problem.field() + " " + problem.code().code())
                    .containsExactly("reader DLV-006", "topics INP-004", "atLeast INP-004");
        }

        @Test
        void isKeptByThoseWhoDistribute() {
            var refusal = catchThrowableOfType(Refusal.class, () -> profiles.of(berlin));

            assertThat(refusal.first().code().code()).isEqualTo("ACC-006");
        }
    }
}
