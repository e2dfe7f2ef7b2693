// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL as a child of this process: a real store with checksums and synchronous commit, on
/// loopback with a random password, stopped cleanly with the server.
///
/// A shell stands between us and PostgreSQL. Its standard input is a pipe from this process; when
/// this process dies, for whatever reason, the pipe ends and the shell stops the database. Should
/// the shell be killed too, the next start finds the orphan by its pid file and stops it first.
final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "chancery";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final String WATCHDOG =
            "trap '' INT HUP; "
                    + "if command -v setsid >/dev/null 2>&1; then setsid \"$@\" </dev/null & "
                    + "else \"$@\" </dev/null & fi; "
                    + "pg=$!; read x; kill -INT $pg; wait $pg";

    private final Process watchdog;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Process watchdog, int port, String password) {
        this.watchdog = watchdog;
        this.port = port;
        this.password = password;
    }

    /// Starts the database of a home folder, making it on first use. The caller holds the
    /// [InstanceLock] of the folder.
    ///
    /// @param extra further `-c` settings, for tests
    static EmbeddedPostgres start(HomeFolder home, String... extra) {
        var programs = PostgresBinaries.unpackInto(home.path());
        var data = home.path().resolve("pgdata-" + PostgresBinaries.MAJOR);
        var password = home.secret("database.secret");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, programs, data);
        }
        stopOrphan(data);
        var port = freePort();
        var command = new ArrayList<>(List.of("sh", "-c", WATCHDOG, "sh"));
        command.addAll(asServerUser());
        command.addAll(
                List.of(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=60",
                        "-c",
                        "shared_buffers=128MB",
                        "-c",
                        "log_min_messages=warning"));
        for (var setting : extra) {
            command.addAll(List.of("-c", setting));
        }
        var log = home.path().resolve("postgres.log");
        var watchdog = run(command, log);
        var postgres = new EmbeddedPostgres(watchdog, port, password);
        postgres.awaitReady(log);
        return postgres;
    }

    String url() {
        return url("postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    /// Ends the pipe, so the shell stops the database, and waits for both.
    @Override
    public void close() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(30, TimeUnit.SECONDS)) {
                watchdog.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("stopping the database", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void initialise(HomeFolder home, Path programs, Path data) {
        try {
            var passwordFile = Files.createTempFile(home.path(), "initdb", null);
            Files.writeString(passwordFile, home.secret("database.secret"));
            var fresh = home.path().resolve("pgdata-new");
            delete(fresh);
            var command = new ArrayList<>(asServerUser());
            command.addAll(
                    List.of(
                            programs.resolve("bin/initdb").toString(),
                            "-D",
                            fresh.toString(),
                            "-U",
                            USER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--data-checksums"));
            var log = home.path().resolve("initdb.log");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            var code = process.waitFor();
            Files.delete(passwordFile);
            if (code != 0) {
                throw new StartFailure("The database could not be made; " + log + " says why.");
            }
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new UncheckedIOException("making the database in " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted; start again.");
        }
    }

    /// A postgres left behind by a start whose process and shell were both killed.
    private static void stopOrphan(Path data) {
        var pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var orphan =
                    ProcessHandle.of(pid)
                            .filter(
                                    process ->
                                            process.info()
                                                    .command()
                                                    .filter(c -> c.endsWith("postgres"))
                                                    .isPresent());
            if (orphan.isPresent()) {
                new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + pidFile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new StartFailure(
                    "A database left from an earlier start does not stop; end the process in "
                            + pidFile
                            + " and start again.");
        }
    }

    private void awaitReady(Path log) {
        var deadline = System.nanoTime() + STARTUP.toNanos();
        while (true) {
            try (var connection = connect("postgres")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!watchdog.isAlive() || System.nanoTime() > deadline) {
                    throw new StartFailure("The database does not start; " + log + " says why.");
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    private static Process run(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting the database", e);
        }
    }

    /// PostgreSQL refuses to run as root; a user namespace of its own makes root nobody special.
    private static List<String> asServerUser() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "--user")
                : List.of();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a free port", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
