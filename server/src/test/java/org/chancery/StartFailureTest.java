// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an operator reads when the server cannot start and they can mend it.
class StartFailureTest {

    @TempDir Path home;

    private String sentenceOf(TestDatabase.Address database, String... settings) {
        var arguments =
                Stream.concat(
                                Stream.of(
                                        "chancery.home=" + home,
                                        "chancery.database=" + database.url(),
                                        "chancery.database-user=" + database.user(),
                                        "chancery.database-password=" + database.password()),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new);
        var failure =
                catchThrowable(
                        () ->
                                new SpringApplicationBuilder(Chancery.class)
                                        .web(WebApplicationType.NONE)
                                        .run(arguments)
                                        .close());
        assertThat(failure).isNotNull();
        return String.valueOf(Server.sentence(failure));
    }

    @Nested
    class AStoreOfAnEarlierDevelopmentVersion {

        final TestDatabase.Address database = TestDatabase.fresh();

        /// What that version applied is not what this one would.
        AStoreOfAnEarlierDevelopmentVersion() {
            JdbcClient.create(database.dataSource())
                    .sql("update flyway_schema_history set checksum = 1 where version = '100'")
                    .update();
        }

        @Test
        void endsTheStartInOneSentenceThatNamesTheDatabase() {
            assertThat(sentenceOf(database))
                    .isEqualTo(
                            "The database "
                                    + database.url()
                                    + " was written by an earlier development version; move it"
                                    + " away and start again.");
        }

        @Test
        void isNamedByItsFolderIfTheDatabaseIsTheEmbeddedOne() {
            var flyway =
                    Flyway.configure()
                            .dataSource(database.dataSource())
                            .locations("classpath:db/migration")
                            .outOfOrder(true)
                            .load();

            var failure =
                    catchThrowable(
                            () ->
                                    new DatabaseConfiguration()
                                            .migrations(home, "embedded")
                                            .migrate(flyway));

            assertThat(Server.sentence(failure))
                    .isEqualTo(
                            "The folder "
                                    + home
                                    + " was written by an earlier development version; move it"
                                    + " away and start again.");
        }
    }

    @Nested
    class APolicyFileThatIsNotThere {

        @Test
        void endsTheStartInASentenceThatNamesIt() {
            assertThat(sentenceOf(TestDatabase.fresh(), "chancery.policy=/no/such/house.yaml"))
                    .isEqualTo(
                            "There is no policy file “/no/such/house.yaml” that can be read. Set"
                                    + " CHANCERY_POLICY to the path of one, or to one of us, uk,"
                                    + " de, org.");
        }
    }

    @Nested
    class APolicyFileWithMistakes {

        @Test
        void hasEachOnALineOfItsOwnWithItsMend() throws Exception {
            var file = Files.writeString(home.resolve("house.yaml"), "name: House\nlevels: []\n");

            assertThat(sentenceOf(TestDatabase.fresh(), "chancery.policy=" + file).lines())
                    .startsWith(
                            "The policy file “"
                                    + file
                                    + "” has 11 mistakes. Mend what is named below and start"
                                    + " again.")
                    .contains("The policy file has no version. Add version.")
                    .hasSize(12);
        }
    }
}
