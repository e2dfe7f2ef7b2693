// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description =
                "Start an installation of your own. CHANCERY_DATABASE names an outside PostgreSQL"
                        + " (with CHANCERY_DATABASE_USER and CHANCERY_DATABASE_PASSWORD); without"
                        + " it the embedded one is used. CHANCERY_POLICY names the policy: us, uk,"
                        + " de, org, or the path of a file.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin private @Nullable ServerOptions options;

    @Override
    public Integer call() {
        Server.start(options == null ? new ServerOptions() : options, "");
        return 0;
    }
}
