// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that come with the jar, unpacked once. Unpacking goes to a temporary
/// folder that is renamed when complete, so a killed first start leaves nothing half.
final class PostgresBinaries {

    static final String MAJOR = "18";

    private PostgresBinaries() {}

    /// @return folder with `bin/postgres`
    static Path unpackInto(Path parent) {
        var target = parent.resolve("postgres-" + MAJOR);
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target;
        }
        try (var archive = open()) {
            Files.createDirectories(parent);
            var temporary = Files.createTempDirectory(parent, "unpacking");
            unpack(archive, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking PostgreSQL into " + parent, e);
        }
    }

    private static InputStream open() {
        var name = "/postgres-" + system() + "-" + architecture() + ".txz";
        var stream = PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new StartFailure(
                    "There is no embedded PostgreSQL for "
                            + System.getProperty("os.name")
                            + " on "
                            + System.getProperty("os.arch")
                            + "; set CHANCERY_DATABASE to a jdbc:postgresql: address.");
        }
        return stream;
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                var file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            if ((entry.getMode() & 0b001_000_000) != 0) {
                Files.setPosixFilePermissions(file, executable());
            }
        }
    }

    private static Set<PosixFilePermission> executable() {
        return EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_EXECUTE);
    }
}
