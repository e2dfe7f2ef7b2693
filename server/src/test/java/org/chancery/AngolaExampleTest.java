// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.chancery.access.Accounts;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.GovernmentCode;
import org.chancery.finding.Findings;
import org.chancery.instruction.Ask;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.position.Position;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What a stranger finds who names the volume. Skipped where the volume is not beside the repository.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AngolaExampleTest {

    private static final InstructionId INSTRUCTION = new InstructionId("I-75-0001");

    private ConfigurableApplicationContext context;
    private final ArrayList<String> said = new ArrayList<>();

    private static Path volume() {
        return Path.of(System.getProperty("chancery.shared", "../../shared"))
                .resolve("data/frus/frus1969-76v28.xml")
                .toAbsolutePath();
    }

    @BeforeAll
    void start() {
        assumeTrue(Files.isReadable(volume()), "no volume beside the repository");
        var database = TestDatabase.fresh();
        context =
                new SpringApplicationBuilder(Chancery.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--chancery.home=target/angola-home",
                                "--chancery.local-secret=test",
                                "--chancery.exercise=true",
                                "--chancery.policy=us",
                                "--chancery.example=angola-1975",
                                "--chancery.example-volume=" + volume(),
                                "--chancery.database=" + database.url(),
                                "--chancery.database-user=" + database.user(),
                                "--chancery.database-password=" + database.password());
        context.getBeanProvider(FirstRun.class).orderedStream().forEach(f -> f.run(said::add));
    }

    @AfterAll
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    private <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    private org.chancery.access.ReadScope desk() {
        return door(Accounts.class).actor("desk").orElseThrow().scope();
    }

    private Position recognition(String government) {
        return door(Positions.class)
                .history(INSTRUCTION, new GovernmentCode(government), "A1", desk())
                .getFirst();
    }

    @Test
    void theInstructionGoesToEveryPostAtTheMomentOfTheOriginal() {
        var cable = door(Cables.class).get(Mrn.parse("75 STATE 1"), desk());

        assertThat(cable.releasedAt()).isEqualTo(Instant.parse("1975-11-08T17:00:00Z"));
        assertThat(cable.offices(Addressing.ACTION)).hasSize(9);
        assertThat(cable.content().references())
                .extracting(reference -> reference.number())
                .containsExactly("75 STATE 265503");
    }

    @Test
    void pointsAsksAndRequirementsAreWordsOfTheDocument() {
        var instruction = door(Instructions.class).get(INSTRUCTION, desk());

        assertThat(instruction.points()).hasSize(5);
        assertThat(instruction.requirements()).hasSize(2);
        assertThat(instruction.asks())
                .extracting(Ask::text)
                .satisfiesExactly(
                        ask -> assertThat(ask).startsWith("refrain from making any hasty move"),
                        ask -> assertThat(ask).endsWith("assessment of situation"));
    }

    @Test
    void whatPostsAreToKnowOnlyForThemselvesIsNoPoint() {
        var instruction = door(Instructions.class).get(INSTRUCTION, desk());

        assertThat(instruction.points()).noneMatch(point -> point.text().contains("FYI"));
    }

    @Test
    void theUpdateSupplementsTheInstruction() {
        var cable = door(Cables.class).get(Mrn.parse("75 STATE 2"), desk());

        assertThat(cable.releasedAt()).isEqualTo(Instant.parse("1975-11-13T23:07:00Z"));
        assertThat(cable.content().references().getFirst().number()).isEqualTo("75 STATE 1");
    }

    @Test
    void eachOfTwelveRecognitionsOpensOnTheParagraphThatReportsIt() {
        for (var government :
                java.util.List.of(
                        "SU", "CU", "DD", "PL", "MZ", "ML", "GW", "CV", "ST", "SO", "RO", "BR")) {
            var position = recognition(government);
            var source =
                    door(Findings.class)
                            .of(
                                    new GovernmentCode(government),
                                    java.time.LocalDate.of(1975, 11, 12),
                                    desk())
                            .getFirst()
                            .facts();

            assertThat(position.step()).isEqualTo(Step.OPPOSES);
            assertThat(position.basis().id()).isEqualTo(source.id().toString());
            assertThat(position.asOf()).hasToString("1975-11-12");
            assertThat(source.source().uri())
                    .isEqualTo("https://history.state.gov/historicaldocuments/frus1969-76v28/d136");
        }
    }

    @Test
    void aGovernmentTheCableDoesNotNameHasNoPosition() {
        assertThat(
                        door(Positions.class)
                                .history(INSTRUCTION, new GovernmentCode("SY"), "A1", desk()))
                .isEmpty();
    }

    @Test
    void aSecondStartLoadsNothing() {
        said.clear();
        door(AngolaExample.class).run(said::add);

        assertThat(said).isEmpty();
    }
}
