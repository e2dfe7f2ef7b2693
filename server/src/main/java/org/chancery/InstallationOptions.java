// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say which installation is meant.
final class InstallationOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the installation (CHANCERY_HOME; default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:CHANCERY_HOME:-data}")
    private @Nullable Path home;

    Path home() {
        return home == null ? Path.of("data") : home;
    }
}
