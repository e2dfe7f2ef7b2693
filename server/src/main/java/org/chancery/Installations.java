// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Which folder a command means.
final class Installations {

    private Installations() {}

    static Path home(@Nullable InstallationOptions options) {
        return (options == null ? new InstallationOptions() : options).home();
    }
}
