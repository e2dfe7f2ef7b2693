// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands that need the server's own jar; the others speak HTTP and stand in the module `cli`.
@Command(
        name = "chancery",
        description = "Headquarters instructs, posts engage and report, headquarters sees.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            ImportCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Chancery 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Against a running installation (CHANCERY_URL, CHANCERY_TOKEN):",
            "  board, measures, cables, tasks, claims, search; each with --help"
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        var code = run(arguments);
        if (code != 0 || !Server.running()) {
            System.exit(code);
        }
    }

    /// @return exit code: 0 done or serving, 1 the operator can mend it, 2 wrong usage
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            var sentence = Server.sentence(failure);
                            if (sentence == null) {
                                throw failure;
                            }
                            command.getErr().println(sentence);
                            return 1;
                        })
                .execute(arguments);
    }
}
