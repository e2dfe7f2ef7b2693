// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.access.Accounts;
import org.chancery.access.ReadScope;
import org.chancery.access.Role;
import org.chancery.instruction.InstructionId;
import org.chancery.picture.Clocks;
import org.chancery.picture.Pictures;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Run by `./bench picture`: the board of 195 governments by 50 asks as of random days of ten years,
/// for a reader with a restricted scope, by one clock and by two, against the bare query on the same
/// data in the same rounds.
public final class PictureBench {

    private static final int CHANGES = Integer.getInteger("changes", 2_500_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 40);
    private static final int WARM_UP = Integer.getInteger("warm-up", 15);

    private final Pictures pictures;
    private final BareBoard bare;
    private final ReadScope reader;
    private final Random random = new Random(7);

    private PictureBench(ConfigurableApplicationContext context) {
        pictures = context.getBean(Pictures.class);
        reader = context.getBean(Accounts.class).actor("analyst").orElseThrow().scope();
        bare =
                new BareBoard(
                        context.getBean(EmbeddedPostgres.class),
                        PictureHistory.governments(),
                        PictureHistory.asks());
    }

    public static void main(String[] arguments) {
        try (var context =
                new SpringApplicationBuilder(Chancery.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--chancery.home=" + arguments[0],
                                "--chancery.local-secret=bench",
                                "--chancery.policy="
                                        + BareMinistry.policy(Path.of(arguments[0])))) {
            var ministry = new BareMinistry(context);
            ministry.found(List.of("POST 001"));
            ministry.appoint("analyst", "BUREAU", Role.ANALYST);
            var begin = System.nanoTime();
            PictureHistory.write(context.getBean(EmbeddedPostgres.class), CHANGES);
            System.out.printf(
                    Locale.ROOT,
                    "%d changes written in %.0f s%n",
                    CHANGES,
                    (System.nanoTime() - begin) / 1e9);
            new PictureBench(context).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    /// Milliseconds of each round, and what it cost this process and the database in all.
    private static final class Side {

        private final List<Double> wall = new ArrayList<>();
        private double cpuMillis;

        <T> T measure(Supplier<T> work) {
            var before = cpu();
            var begin = System.nanoTime();
            var result = work.get();
            wall.add((System.nanoTime() - begin) / 1e6);
            cpuMillis += cpu() - before;
            return result;
        }

        private static double cpu() {
            return Stream.concat(
                            Stream.of(ProcessHandle.current()),
                            ProcessHandle.current().descendants())
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .mapToDouble(Duration::toMillis)
                    .sum();
        }

        double median() {
            var sorted = wall.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    private void run() {
        compare("one clock", false, 1.5);
        compare("two clocks", true, 2.0);
    }

    private void compare(String name, boolean two, double goal) {
        for (int i = 0; i < WARM_UP; i++) {
            round(new Side(), new Side(), two);
        }
        var ours = new Side();
        var theirs = new Side();
        for (int i = 0; i < ROUNDS; i++) {
            round(ours, theirs, two);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s, 195 governments by 50 asks, %d changes, median of %d rounds%n",
                name,
                CHANGES,
                ROUNDS);
        print("Chancery", ours);
        print("bare query", theirs);
        System.out.printf(
                Locale.ROOT,
                "| ratio (goal <= %.1f)    | %8.2f | %8.2f |%n",
                goal,
                ours.median() / theirs.median(),
                ours.cpuMillis / theirs.cpuMillis);
    }

    private static void print(String who, Side side) {
        System.out.printf(
                Locale.ROOT,
                "| %-22s | %5.1f ms | %4.0f ms CPU |%n",
                who,
                side.median(),
                side.cpuMillis / side.wall.size());
    }

    private void round(Side ours, Side theirs, boolean two) {
        var asOf = LocalDate.of(2016, 6, 1).plusDays(random.nextInt(PictureHistory.DAYS - 200));
        Instant known =
                two ? asOf.plusDays(20).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC) : null;
        var clocks = known == null ? pictures.now(asOf) : new Clocks(asOf, known);
        var id = new InstructionId(PictureHistory.INSTRUCTION);
        var cells =
                theirs.measure(() -> bare.cells(PictureHistory.INSTRUCTION, asOf, known, reader));
        var board = ours.measure(() -> pictures.board(id, clocks, reader));
        var shown =
                board.rows().stream()
                        .flatMap(row -> row.cells().values().stream())
                        .mapToInt(
                                cell ->
                                        (cell.word().isPresent() ? 1 : 0)
                                                + (cell.deed().isPresent() ? 1 : 0))
                        .sum();
        if (two && shown != cells.size()) {
            throw new IllegalStateException(
                    shown + " cells, but the bare query has " + cells.size());
        }
    }
}
