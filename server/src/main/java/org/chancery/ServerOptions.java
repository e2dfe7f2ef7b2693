// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of a command that serves.
final class ServerOptions {

    @Mixin private @Nullable InstallationOptions installation;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on (CHANCERY_PORT; default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:CHANCERY_PORT:-8080}")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (CHANCERY_ADDRESS; default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:CHANCERY_ADDRESS:-127.0.0.1}")
    private String address = "127.0.0.1";

    InstallationOptions installation() {
        return installation == null ? new InstallationOptions() : installation;
    }

    int port() {
        return port;
    }

    String address() {
        return address;
    }
}
