// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The demo as a stranger starts it: ./chancery demo on an empty folder and a free port.
final class Demo implements AutoCloseable {

    private final Process process;
    private final String address;
    private final List<String> output;

    private Demo(Process process, String address, List<String> output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    static Demo start() {
        try {
            return start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home"));
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the demo", e);
        }
    }

    static Demo start(Path home) {
        try {
            var port = freePort();
            var process =
                    new ProcessBuilder(
                                    Path.of("..").toAbsolutePath().normalize() + "/chancery",
                                    "demo",
                                    "--home",
                                    home.toString(),
                                    "--port",
                                    String.valueOf(port))
                            .redirectErrorStream(true)
                            .start();
            var lines = new ArrayList<String>();
            var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("Chancery is ready: ")) {
                    Thread.ofVirtual().start(() -> reader.lines().forEach(lines::add));
                    return new Demo(process, "http://localhost:" + port, lines);
                }
            }
            throw new IllegalStateException("the demo did not start: " + lines);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the demo", e);
        }
    }

    /// Kills the server as a power cut would; nobody gets to say goodbye.
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    String address() {
        return address;
    }

    List<String> output() {
        return List.copyOf(output);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
