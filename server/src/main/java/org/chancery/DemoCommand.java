// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Start with a worked example: the migration instruction of November 2025, from public"
                        + " facts, or the recognition of Angola in November 1975, from a volume of"
                        + " Foreign Relations of the United States that you name.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin private @Nullable ServerOptions options;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            description = "migration or angola-1975 (default: ${DEFAULT-VALUE}).",
            defaultValue = "migration")
    private String example = "migration";

    @Option(
            names = "--volume",
            paramLabel = "FILE",
            description = "TEI file of the volume, frus1969-76v28.xml; for angola-1975.")
    private @Nullable Path volume;

    @Override
    public Integer call() {
        var server = options == null ? new ServerOptions() : options;
        switch (example) {
            case "migration" -> Server.start(server, WorkedExample.NAME);
            case AngolaExample.NAME ->
                    Server.start(server, example, "chancery.example-volume=" + readable());
            default ->
                    throw new StartFailure(
                            "There is no example "
                                    + example
                                    + "; the known ones are migration and "
                                    + AngolaExample.NAME
                                    + ".");
        }
        return 0;
    }

    /// Looked at before anything slow.
    private Path readable() {
        if (volume == null) {
            throw new StartFailure(
                    "The example "
                            + AngolaExample.NAME
                            + " is read from a volume; name "
                            + AngolaMapping.VOLUME
                            + ".xml with --volume.");
        }
        AngolaExample.read(volume);
        return volume.toAbsolutePath();
    }
}
