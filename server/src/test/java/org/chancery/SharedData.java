// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real data beside the checkout, which is no part of the repository. A test that needs it is
/// skipped, and counted, where it is not there. `CHANCERY_DATA` names another place.
public final class SharedData {

    private SharedData() {}

    /// @param name path below the folder of data
    public static Path path(String name) {
        var given = System.getenv("CHANCERY_DATA");
        var path = Path.of(given == null ? "../../shared/data" : given).resolve(name);
        assumeTrue(Files.exists(path), path + " is not there");
        return path;
    }
}
