// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Eight clerks release ten thousand cables to three posts, and their process is killed again and
/// again in the middle of whatever it does. The seed of the moments is printed with a failure.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseUnderKillTest {

    private static final int WANTED = Integer.getInteger("chancery.killed-releases", 10_000);
    private static final int KILLS = Integer.getInteger("chancery.kills", 12);
    private static final int POSTS = ReleaseClerks.POSTS.size();

    private final long seed = System.nanoTime();
    private final TestDatabase.Address database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private int killed;

    @BeforeAll
    void releaseUnderKills() throws IOException, InterruptedException {
        var moments = new Random(seed);
        while (killed < KILLS) {
            var clerks = clerks(WANTED);
            if (clerks.waitFor(moments.nextLong(20, 2_500), TimeUnit.MILLISECONDS)) {
                break;
            }
            clerks.destroyForcibly().waitFor();
            killed++;
        }
        var left = WANTED - count("select count(*) from cable.cable");
        if (left > 0) {
            assertThat(clerks((int) left).waitFor()).as("clerks left in peace").isZero();
        }
    }

    @AfterAll
    void tellTheSeed() {
        System.out.println(
                "ReleaseUnderKillTest: " + killed + " kills, seed " + seed + ", " + WANTED);
    }

    /// Starts the clerks and returns once they are at work.
    private Process clerks(int wanted) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReleaseClerks.class.getName(),
                                String.valueOf(wanted)));
        command.add("--chancery.home=target/killed-clerks");
        command.add("--chancery.local-secret=test");
        command.add("--chancery.database=" + database.url());
        command.add("--chancery.database-user=" + database.user());
        command.add("--chancery.database-password=" + database.password());
        command.add("--chancery.policy=" + BareMinistry.policy(Path.of("target")));
        command.add("--spring.flyway.enabled=false");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var said = new StringBuilder();
        var line = lines.readLine();
        while (line != null && !line.equals(ReleaseClerks.READY)) {
            said.append(line).append('\n');
            line = lines.readLine();
        }
        assertThat(line).as(said.toString()).isNotNull();
        return process;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Nested
    class WhenTenThousandAreOut {

        @Test
        void theClerksWereKilledManyTimesAndTheWorkIsDone() {
            assertThat(killed).as("seed " + seed).isGreaterThanOrEqualTo(KILLS / 2);
            assertThat(count("select count(*) from cable.cable"))
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(WANTED);
        }

        @Test
        void numbersHaveNoGapAndNoDouble() {
            assertThat(
                            count(
                                    """
                                    select count(*)
                                      from (select mrn_office, mrn_year, count(*) as n,
                                                   count(distinct mrn_serial) as different,
                                                   min(mrn_serial) as first, max(mrn_serial) as last
                                              from cable.cable
                                             group by mrn_office, mrn_year) s
                                     where n <> different or first <> 1 or last <> n
                                    """))
                    .as("series with a gap or a double, seed " + seed)
                    .isZero();
            assertThat(
                            count(
                                    """
                                    select count(*)
                                      from cable.series s
                                     where last <> (select count(*) from cable.cable c
                                                     where c.mrn_office = s.office
                                                       and c.mrn_year = s.year)
                                    """))
                    .as("series that gave a number to nobody, seed " + seed)
                    .isZero();
        }

        @Test
        void eachDeliveryExistsExactlyOnce() {
            var cables = count("select count(*) from cable.cable");
            assertThat(count("select count(*) from cable.addressee")).isEqualTo(POSTS * cables);
            assertThat(count("select count(*) from delivery.delivery")).isEqualTo(POSTS * cables);
            assertThat(
                            count(
                                    """
                                    select count(*)
                                      from cable.addressee a
                                      full join delivery.delivery d
                                        on d.cable = a.cable and d.office = a.office
                                     where a.cable is null or d.cable is null
                                    """))
                    .as("addressees without a copy or copies of nobody, seed " + seed)
                    .isZero();
        }

        @Test
        void eachPostOwesEachAnswerExactlyOnce() {
            var cables = count("select count(*) from cable.cable");
            assertThat(count("select count(*) from instruction.instruction")).isEqualTo(cables);
            assertThat(count("select count(*) from task.task")).isEqualTo(POSTS * cables);
        }

        @Test
        void noDraftIsReleasedWithoutItsCableAndNoCableWithoutItsDraft() {
            assertThat(
                            count(
                                    """
                                    select count(*)
                                      from cable.cable c
                                      full join (select * from draft.draft
                                                  where state = 'RELEASED') d
                                        on d.id = c.draft and d.cable = c.id
                                     where c.id is null or d.id is null
                                    """))
                    .as("seed " + seed)
                    .isZero();
        }

        @Test
        void eachReleaseIsInTheAuditOnceAndTheAuditHasNoGap() {
            assertThat(
                            count(
                                    """
                                    select count(*)
                                      from cable.cable c
                                     where 1 <> (select count(*) from audit.entry e
                                                  where e.object_kind = 'cable'
                                                    and e.act = 'cable.released'
                                                    and e.facts ->> 'hash' = c.hash)
                                    """))
                    .as("seed " + seed)
                    .isZero();
            assertThat(count("select max(sequence) - count(*) from audit.entry")).isZero();
        }
    }
}
