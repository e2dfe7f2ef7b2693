// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the one command promises: real data that survive, no orphan, one sentence with the mend.
class StartTest {

    @TempDir Path home;

    private record Ended(int code, List<String> lines) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of("..").toAbsolutePath().normalize() + "/chancery");
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), lines);
    }

    /// Processes of a database on this folder.
    private long databases() {
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains("bin/postgres"))
                                        .filter(line -> line.contains(home.toString()))
                                        .isPresent())
                .count();
    }

    private void awaitNoDatabase() throws InterruptedException {
        for (int i = 0; i < 100 && databases() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(100).toMillis());
        }
        assertThat(databases()).isZero();
    }

    @Nested
    class AfterTheServerWasKilled {

        @Test
        void noDatabaseIsLeftAndTheNextStartFindsEverything() throws InterruptedException {
            try (var first = Demo.start(home)) {
                assertThat(first.output())
                        .anyMatch(line -> line.startsWith("measures.csv: 148 rows read, 148"));
                assertThat(databases()).isPositive();
                first.kill();
            }
            awaitNoDatabase();
            try (var second = Demo.start(home)) {
                assertThat(second.output()).noneMatch(line -> line.contains("rows read"));
            }
            awaitNoDatabase();
        }
    }

    @Nested
    class WhileAnotherRunsOnTheFolder {

        @Test
        void aSecondStartSaysSoAndCommandsReachTheFirst() throws Exception {
            try (var first = Demo.start(home)) {
                var second = run("demo", "--home", home.toString(), "--port", freePort());
                assertThat(second.code()).isEqualTo(1);
                assertThat(second.lines())
                        .last()
                        .asString()
                        .contains("Another Chancery runs on")
                        .contains("--home DIR");

                var token = run("token", "--for", "analyst", "--home", home.toString());
                assertThat(token.lines()).last().asString().startsWith("chy_");
                var board =
                        run(
                                "board",
                                "I-25-0001",
                                "--as-of",
                                "2025-11-27",
                                "--url",
                                first.address(),
                                "--token",
                                token.lines().getLast());
                assertThat(board.lines())
                        .anyMatch(line -> line.matches("DE +OPPOSES / SUPPORTS.*"));
                var imported =
                        run(
                                "import",
                                "../server/src/main/resources/example/press.csv",
                                "--home",
                                home.toString());
                assertThat(imported.lines())
                        .contains("press.csv: 67 rows read, 0 stored, 67 already here, 0 refused");
            }
        }
    }

    @Nested
    class WhenSomethingIsInTheWay {

        @Test
        void aTakenPortIsSaidInOneSentenceWithTheMend() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                var port = String.valueOf(taken.getLocalPort());
                var ended = run("demo", "--home", home.toString(), "--port", port);
                assertThat(ended.code()).isEqualTo(1);
                assertThat(ended.lines())
                        .last()
                        .asString()
                        .startsWith("Port " + port)
                        .contains("choose another with --port");
            }
        }

        @Test
        void aDemoIsNotOfferedToTheNetwork() throws Exception {
            var ended = run("demo", "--home", home.toString(), "--address", "0.0.0.0");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines()).last().asString().contains("use ./chancery serve");
        }

        @Test
        void aFolderThatCannotBeWrittenIsSaidInOneSentenceWithTheMend() throws Exception {
            var file = Files.createFile(home.resolve("file"));
            var ended = run("serve", "--home", file + "/below", "--port", freePort());
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines()).last().asString().contains("choose another with --home DIR");
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
