// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Accounts;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.finding.Findings;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Contact;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.picture.Board;
import org.chancery.picture.Pictures;
import org.chancery.position.Basis;
import org.chancery.position.BasisClass;
import org.chancery.position.Lane;
import org.chancery.position.Position;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.chancery.search.Hit;
import org.chancery.search.Search;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.chancery.web.SignedInBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// What a stranger finds who names the volume. Skipped where the volume is not beside the repository.
@EnabledIf(value = "volumeIsThere", disabledReason = "no volume beside the repository")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AngolaExampleTest {

    private static final InstructionId INSTRUCTION = new InstructionId("I-1975-0001");

    private static final List<String> RECOGNISED =
            List.of("SU", "CU", "DD", "PL", "MZ", "ML", "GW", "CV", "ST", "SO", "RO", "BR");

    private ConfigurableApplicationContext context;
    private MockMvc web;
    private final ArrayList<String> said = new ArrayList<>();

    private static final String VOLUME = "frus/frus1969-76v28.xml";

    private static Path volume() {
        return SharedData.place(VOLUME).toAbsolutePath();
    }

    static boolean volumeIsThere() {
        return SharedData.has(VOLUME);
    }

    @BeforeAll
    void start() {
        var database = TestDatabase.fresh();
        context =
                new SpringApplicationBuilder(Chancery.class)
                        .run(
                                "--server.port=0",
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
        web = browsed((WebApplicationContext) context);
    }

    /// Through all filters, as `@AutoConfigureMockMvc` does.
    private static MockMvc browsed(WebApplicationContext application) {
        var builder = MockMvcBuilders.webAppContextSetup(application);
        new SpringBootMockMvcBuilderCustomizer(application).customize(builder);
        return builder.build();
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

    private ReadScope desk() {
        return door(Accounts.class).actor("desk").orElseThrow().scope();
    }

    private Position recognition(String government) {
        return door(Positions.class)
                .history(INSTRUCTION, new GovernmentCode(government), "A1", desk())
                .getFirst();
    }

    @Test
    void theInstructionGoesToEveryPostAtTheMomentOfTheOriginal() {
        var cable = door(Cables.class).get(Mrn.parse("1975 STATE 1"), desk());

        assertThat(cable.releasedAt()).isEqualTo(Instant.parse("1975-11-08T17:00:00Z"));
        assertThat(cable.offices(Addressing.ACTION)).hasSize(9);
        assertThat(cable.content().references())
                .extracting(reference -> reference.number())
                .containsExactly("1975 STATE 265503");
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
        var cable = door(Cables.class).get(Mrn.parse("1975 STATE 2"), desk());

        assertThat(cable.releasedAt()).isEqualTo(Instant.parse("1975-11-13T23:07:00Z"));
        assertThat(cable.content().references().getFirst().number()).isEqualTo("1975 STATE 1");
    }

    @Test
    void eachOfTwelveRecognitionsOpensOnTheParagraphThatReportsIt() {
        for (var government : RECOGNISED) {
            var position = recognition(government);
            var source =
                    door(Findings.class)
                            .of(new GovernmentCode(government), LocalDate.of(1975, 11, 12), desk())
                            .getFirst()
                            .facts();

            assertThat(position.step()).isEqualTo(Step.LEANS_OPPOSE);
            assertThat(position.basis().rank()).isEqualTo(BasisClass.REPORTED);
            assertThat(position.basis().reported()).isEqualTo(new Basis.Reported(1, 1));
            assertThat(position.confidence()).isEqualTo("LOW");
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
    void theInstructionSaysWhatItIsForAndWhomToAsk() {
        var instruction = door(Instructions.class).get(INSTRUCTION, desk());

        assertThat(instruction.objective()).startsWith("Purpose of discussion is");
        assertThat(instruction.guidance().contact())
                .isEqualTo(new Contact(new OfficeCode("AF"), "Desk officer for Angola"));
    }

    @Test
    void eachPostOwesBothRequirementsOnTheMondayAfterRelease() {
        var tasks = door(Tasks.class).of(INSTRUCTION, desk());

        assertThat(tasks).hasSize(18);
        assertThat(tasks)
                .filteredOn(task -> task.office().value().equals("DAMASCUS"))
                .extracting(Task::requirement)
                .containsExactlyInAnyOrder("R1", "R2");
        assertThat(tasks)
                .extracting(task -> LocalDate.ofInstant(task.due(), ZoneOffset.UTC))
                .containsOnly(LocalDate.of(1975, 11, 10));
    }

    @Test
    void theUpdateHasTheParagraphsTheOriginalNumbers() {
        var rows = door(Cables.class).get(Mrn.parse("1975 STATE 2"), desk()).content().paragraphs();

        assertThat(rows).hasSize(9);
        assertThat(rows.get(1).text()).startsWith("According to information available");
        assertThat(rows.getLast().text()).contains("Confidential; Priority");
    }

    @Test
    void theUpdateAsksNothingAndOpensNoTask() {
        assertThat(door(Instructions.class).of(Mrn.parse("1975 STATE 2"), desk())).isEmpty();
        assertThat(door(Tasks.class).of(INSTRUCTION, desk()))
                .extracting(Task::mrn)
                .containsOnly("1975 STATE 1");
    }

    @Test
    void theReferenceOfTheUpdateLeadsToTheInstructionAndBack() {
        var cables = door(Cables.class);
        var first = cables.byNumber("1975 STATE 1", desk()).orElseThrow();

        assertThat(cables.followers(first, desk()))
                .singleElement()
                .satisfies(
                        follower -> {
                            assertThat(follower.relation())
                                    .isEqualTo(Reference.Relation.SUPPLEMENTS);
                            assertThat(follower.cable().mrn()).hasToString("1975 STATE 2");
                        });
    }

    @Test
    void aNumberOf2075IsNotFoundHere() {
        assertThat(door(Cables.class).byNumber("75 STATE 1", desk())).isEmpty();
    }

    @Test
    void theSearchFindsACableUnderItsNumberInFull() {
        assertThat(door(Search.class).find("recognition", "CABLE", 10, desk()).hits())
                .extracting(Hit::key)
                .contains("1975 STATE 1", "1975 STATE 2");
    }

    private Board board(String day) {
        return door(Pictures.class).board(INSTRUCTION, LocalDate.parse(day), desk());
    }

    @Test
    void theBoardOfTheDayBeforeIndependenceKnowsNothing() {
        var board = board("1975-11-10");

        assertThat(board.rows())
                .extracting(row -> row.government().value())
                .containsExactlyInAnyOrder("BR", "CD", "FR", "GB", "PT", "SO", "SU", "SY", "ZM");
        assertThat(board.rows()).noneMatch(Board.Row::known);
    }

    @Test
    void theBoardOfTheDayAfterKnowsTwelveRecognitions() {
        assertThat(board("1975-11-12").rows())
                .filteredOn(Board.Row::known)
                .allMatch(row -> row.cell("A1").step(Lane.DEED) == Step.LEANS_OPPOSE)
                .allMatch(row -> row.cell("A2").step(Lane.DEED) == Step.UNKNOWN)
                .extracting(row -> row.government().value())
                .containsExactlyInAnyOrderElementsOf(RECOGNISED);
    }

    private SignedInBrowser browser() throws Exception {
        return SignedInBrowser.of(web, "desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cables/1975-STATE-1",
                "/cables/1975-STATE-1/replies",
                "/cables/1975-STATE-1/print",
                "/cables/1975-STATE-2/references",
                "/instructions/I-1975-0001",
                "/instructions/I-1975-0001/points",
                "/instructions/I-1975-0001/asks",
                "/picture/I-1975-0001?as-of=1975-11-12",
                "/governments/su?as-of=1975-11-12",
                "/governments/dd"
            })
    void itsPagesOpen(String path) throws Exception {
        browser().open(path).andExpect(status().isOk());
    }

    @Test
    void aNumberTypedInTheSearchLeadsToItsCable() throws Exception {
        browser().open("/jump?q=1975 STATE 2").andExpect(redirectedUrl("/cables/1975-STATE-2"));
    }

    @Test
    void thePageOfAStateThatIsNoMoreSaysWhenItEnded() throws Exception {
        browser()
                .open("/governments/dd")
                .andExpect(content().string(containsString("East Germany (to 1990)")));
    }

    @Test
    void theOtherExampleIsNotStartedOnItsFolder() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> door(ExampleDirectory.class).requireLoaded("/example/"))
                .withMessage(
                        "This folder holds another example; start that one again, or choose another"
                                + " folder with --home DIR.");
    }

    @Test
    void aSecondStartLoadsNothing() {
        said.clear();
        door(AngolaExample.class).run(said::add);

        assertThat(said).isEmpty();
    }
}
