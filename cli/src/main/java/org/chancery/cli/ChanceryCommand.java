// SPDX-License-Identifier: Apache-2.0
package org.chancery.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Commands that read from a running installation. Its address is `CHANCERY_URL`, the token
/// `CHANCERY_TOKEN`.
@Command(
        name = "chancery",
        description = {
            "Read from a running installation.",
            "demo, serve, token and import are commands of the server: ./chancery --help"
        },
        mixinStandardHelpOptions = true,
        version = "Chancery 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class ChanceryCommand {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            description = "Address of the installation (CHANCERY_URL; default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:CHANCERY_URL:-http://localhost:8080}",
            scope = CommandLine.ScopeType.INHERIT)
    private String url = "";

    @Option(
            names = "--token",
            description = "API token (CHANCERY_TOKEN); print one with ./chancery token --for NAME.",
            defaultValue = "${env:CHANCERY_TOKEN:-}",
            scope = CommandLine.ScopeType.INHERIT)
    private String token = "";

    @Option(
            names = "--json",
            description = "Print the answer as it comes.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean json;

    @Option(
            names = "--all",
            description = "Print every page of a list, not the first alone.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean all;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// @return exit code: 0 done, 1 refused or out of reach, 2 wrong usage
    static int run(String... arguments) {
        return new CommandLine(new ChanceryCommand())
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            if (failure instanceof Refused refused) {
                                command.getErr().println(refused.getMessage());
                                return 1;
                            }
                            throw failure;
                        })
                .execute(arguments);
    }

    @Command(description = "Cables you may read, newest first.", mixinStandardHelpOptions = true)
    int cables(@Option(names = "--from", defaultValue = "") String from) {
        return print(
                "/cables" + query("from", from), List.of("mrn", "releasedAt", "from", "subject"));
    }

    @Command(
            description = "Tasks of an office, or of an instruction; by due time.",
            mixinStandardHelpOptions = true)
    int tasks(
            @Parameters(paramLabel = "OFFICE", arity = "0..1", defaultValue = "") String office,
            @Option(names = "--instruction", defaultValue = "") String instruction,
            @Option(
                            names = "--state",
                            description = "open, overdue, or a state; default: ${DEFAULT-VALUE}.",
                            defaultValue = "open")
                    String state) {
        return print(
                "/tasks" + query("office", office, "instruction", instruction, "state", state),
                List.of("due", "instruction", "requirement", "government", "state", "text"));
    }

    @Command(
            description = "What was said to governments on an instruction.",
            mixinStandardHelpOptions = true)
    int demarches(@Parameters(paramLabel = "INSTRUCTION") String instruction) {
        return print(
                "/demarches" + query("instruction", instruction),
                List.of("deliveredAt", "office", "government", "state", "form", "function"));
    }

    @Command(
            description = "What posts reported on an instruction.",
            mixinStandardHelpOptions = true)
    int reports(@Parameters(paramLabel = "INSTRUCTION") String instruction) {
        return print(
                "/reports" + query("instruction", instruction),
                List.of("filedAt", "office", "government", "requirement", "state", "mrn"));
    }

    @Command(
            description = "Rules as they stand, or in force on a day.",
            mixinStandardHelpOptions = true)
    int measures(
            @Option(names = "--government", defaultValue = "") String government,
            @Option(names = "--in-force-on", paramLabel = "DATE", defaultValue = "") String day) {
        return print(
                "/measures" + query("government", government, "inForceOn", day),
                List.of("government", "date", "stage", "direction", "title"));
    }

    @Command(description = "Claims and what the evidence says.", mixinStandardHelpOptions = true)
    int claims() {
        return print("/claims", List.of("id", "status", "text"));
    }

    @Command(description = "Search cables, findings and press.", mixinStandardHelpOptions = true)
    int search(@Parameters(paramLabel = "WORD", arity = "1..*") List<String> words) {
        return print(
                "/search" + query("q", String.join(" ", words)),
                List.of("collection", "key", "date", "title"));
    }

    @Command(
            description = "Government by ask, in word and in deed, as of a day.",
            mixinStandardHelpOptions = true)
    int board(
            @Parameters(paramLabel = "INSTRUCTION") String instruction,
            @Option(names = "--as-of", paramLabel = "DATE", defaultValue = "") String asOf) {
        var answer = installation().get("/board/" + encode(instruction) + query("asOf", asOf));
        out(json ? answer : Tables.board(answer));
        return 0;
    }

    /// The first page, or with `--all` page by page to the end.
    private int print(String path, List<String> columns) {
        var installation = installation();
        var pages = new ArrayList<String>();
        pages.add(installation.get(path));
        var after = Tables.next(pages.getLast());
        while (all && !json && !after.isEmpty()) {
            pages.add(installation.get(with(path, after)));
            after = Tables.next(pages.getLast());
        }
        out(json ? pages.getFirst() : Tables.rows(pages, columns));
        if (!json && !after.isEmpty()) {
            out("There is more; --all gives the rest.");
        }
        return 0;
    }

    private static String with(String path, String after) {
        return path + (path.contains("?") ? "&" : "?") + "after=" + encode(after);
    }

    private Installation installation() {
        return new Installation(url, token);
    }

    private void out(String text) {
        if (spec != null) {
            spec.commandLine().getOut().println(text);
        }
    }

    private static String query(String... pairs) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                query.add(pairs[i] + "=" + encode(pairs[i + 1]));
            }
        }
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
