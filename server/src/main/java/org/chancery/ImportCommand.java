// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.archive.Import;
import org.chancery.kernel.LoadReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Load CSV files of measures, press items or indicators, or a folder with the versions"
                        + " of laws. Loading a file twice changes nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin private @Nullable InstallationOptions installation;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV file or folder, UTF-8.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        var home = HomeFolder.open(Installations.home(installation));
        for (var file : files) {
            if (!Files.isReadable(file)) {
                throw new StartFailure("There is no readable file " + file + "; check the name.");
            }
        }
        var all = expanded();
        var running = Server.Running.find(home);
        if (running != null) {
            var client = new LocalClient(running);
            int refused = 0;
            for (var file : all) {
                refused += client.load(file, name(file), System.out::println);
            }
            return refused == 0 ? 0 : 1;
        }
        try (var context = Server.offline(home)) {
            return load(all, context.getBean(Import.class));
        }
    }

    /// A folder stands for the files in it, in the order of their names: versions of a law by their
    /// days.
    private List<Path> expanded() throws IOException {
        var all = new ArrayList<Path>();
        for (var file : files) {
            if (Files.isDirectory(file)) {
                try (var inside = Files.walk(file)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            } else {
                all.add(file);
            }
        }
        return all;
    }

    /// Versions of a law lie in the folders of their country and law, which belong to the name.
    private static String name(Path file) {
        var whole = file.toAbsolutePath().normalize();
        var plain = file.getFileName().toString();
        if (plain.endsWith(".csv") || whole.getNameCount() < 3) {
            return plain;
        }
        var parts = whole.getNameCount();
        return whole.subpath(parts - 3, parts).toString().replace('\\', '/');
    }

    private static int load(List<Path> files, Import door) throws IOException {
        int refused = 0;
        for (var file : files) {
            try (var reader = Files.newBufferedReader(file)) {
                var report = door.load(name(file), reader);
                print(report);
                refused += report.refused().size();
            }
        }
        return refused == 0 ? 0 : 1;
    }

    static void print(LoadReport report) {
        System.out.println(line(report));
        for (var row : report.refused()) {
            for (var problem : row.problems()) {
                System.out.println(
                        "  line " + row.line() + ": " + problem.detail() + " " + problem.mend());
            }
        }
    }

    static String line(LoadReport report) {
        return "%s: %d rows read, %d stored, %d already here, %d refused"
                .formatted(
                        report.source(),
                        report.read(),
                        report.stored(),
                        report.known(),
                        report.refused().size());
    }
}
