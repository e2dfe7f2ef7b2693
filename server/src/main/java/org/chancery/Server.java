// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the application for a command and tells the operator how far it is.
final class Server {

    private static @Nullable ConfigurableApplicationContext serving;

    private Server() {}

    static boolean running() {
        return serving != null;
    }

    /// Checks what can be checked before anything slow, starts, loads what a first start needs,
    /// and says where it is.
    ///
    /// @param example name of the worked example, empty for none
    /// @param settings further ones of the command, `name=value`
    static void start(ServerOptions options, String example, String... settings) {
        if (!example.isEmpty()) {
            requireLoopback(options.address());
        }
        requireFree(options.address(), options.port());
        var home = HomeFolder.open(options.installation().home());
        System.out.println("Starting in " + home.path());
        var further =
                new ArrayList<>(
                        List.of(
                                "server.port=" + options.port(),
                                "server.address=" + options.address(),
                                "chancery.example=" + example,
                                "chancery.exercise=" + !example.isEmpty()));
        further.addAll(List.of(settings));
        if (!example.isEmpty()) {
            // The worked example is written in the levels, topics and types of this policy.
            further.add("chancery.policy=us");
        }
        var context =
                new SpringApplicationBuilder(Chancery.class)
                        .run(settings(home, further.toArray(String[]::new)));
        serving = context;
        var words = context.getBeanProvider(FirstRun.class).orderedStream().toList();
        for (var first : words) {
            first.run(System.out::println);
        }
        Running.write(home, options.port());
        System.out.println();
        System.out.println("Chancery is ready: http://localhost:" + options.port());
        for (var first : words) {
            first.farewell(System.out::println);
        }
    }

    /// The application without web pages, for a command that works on a stopped installation.
    static ConfigurableApplicationContext offline(HomeFolder home) {
        return new SpringApplicationBuilder(Chancery.class)
                .web(WebApplicationType.NONE)
                .run(settings(home));
    }

    /// What the command says stands above the environment and every file.
    private static String[] settings(HomeFolder home, String... further) {
        return Stream.concat(
                        Stream.of(
                                "chancery.home=" + home.path(),
                                "chancery.local-secret=" + home.secret("local.secret")),
                        Stream.of(further))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    /// A demo prints the password of everybody, so only this machine may reach it.
    private static void requireLoopback(String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new StartFailure("There is no address " + address + "; use --address 127.0.0.1.");
        }
        throw new StartFailure(
                "A demo prints its password and listens on this machine only; use ./chancery serve"
                        + " for "
                        + address
                        + ".");
    }

    private static void requireFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port "
                            + port
                            + " on "
                            + address
                            + " is taken; choose another with --port, for example --port "
                            + (port + 1)
                            + ".");
        }
    }

    /// The operator's sentence in a failure or its causes, one a line if there are several; null if
    /// it is our own fault.
    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return known.getMessage();
            }
            if (cause instanceof Refusal refusal) {
                return refusal.problems().stream()
                        .map(problem -> problem.detail() + " " + problem.mend())
                        .collect(Collectors.joining(System.lineSeparator()));
            }
        }
        return null;
    }

    /// Where a running installation listens, for commands on the same machine.
    record Running(int port, String secret) {

        private static void write(HomeFolder home, int port) {
            try {
                var file = home.path().resolve("server.port");
                Files.writeString(file, String.valueOf(port));
                file.toFile().deleteOnExit();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("writing the port file", e);
            }
        }

        /// @return null if no installation runs on this folder
        static @Nullable Running find(HomeFolder home) {
            var file = home.path().resolve("server.port");
            try (var lock = InstanceLock.tryTake(home)) {
                if (lock != null || !Files.exists(file)) {
                    return null;
                }
                return new Running(
                        Integer.parseInt(Files.readString(file).strip()),
                        home.secret("local.secret"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("reading " + file, e);
            }
        }
    }
}
