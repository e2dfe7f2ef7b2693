// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description =
                "Start with the worked example: the migration instruction of November 2025, from"
                        + " public facts.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin private @Nullable ServerOptions options;

    @Override
    public Integer call() {
        Server.start(options == null ? new ServerOptions() : options, "migration-2025");
        return 0;
    }
}
