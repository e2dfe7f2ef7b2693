// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.concurrent.Callable;
import org.chancery.access.Accounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description = "Print an API token for a person; it is shown once and kept as a hash.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Mixin private @Nullable InstallationOptions installation;

    @Option(
            names = "--for",
            paramLabel = "NAME",
            required = true,
            description = "Sign-in name of the person.")
    private String name = "";

    @Override
    public Integer call() {
        var home = HomeFolder.open(Installations.home(installation));
        var running = Server.Running.find(home);
        if (running != null) {
            System.out.println(new LocalClient(running).token(name));
            return 0;
        }
        try (var context = Server.offline(home)) {
            System.out.println(context.getBean(Accounts.class).issueToken(name));
        }
        return 0;
    }
}
