// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where one installation keeps everything: database, index, secrets.
///
/// @param path absolute; exists and can be written once [#open] has returned
record HomeFolder(Path path) {

    /// Room needed for the database program, an empty store and a day of work, in bytes.
    static final long LEAST_SPACE = 500L * 1024 * 1024;

    /// @throws StartFailure if the folder cannot be made or written, or the disk is nearly full
    static HomeFolder open(Path wanted) {
        var path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var probe = Files.createTempFile(path, "probe", null);
            Files.delete(probe);
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder " + path + " cannot be written; choose another with --home DIR.");
        }
        return new HomeFolder(path).withSpace();
    }

    private HomeFolder withSpace() {
        try {
            var left = Files.getFileStore(path).getUsableSpace();
            if (left < LEAST_SPACE) {
                throw new StartFailure(
                        "The disk of "
                                + path
                                + " has "
                                + left / (1024 * 1024)
                                + " MB left and Chancery needs "
                                + LEAST_SPACE / (1024 * 1024)
                                + " MB; free some or choose another disk with --home DIR.");
            }
            return this;
        } catch (IOException e) {
            throw new StartFailure(
                    "The disk of " + path + " cannot be read; choose another with --home DIR.");
        }
    }

    /// A random secret kept in a file only its owner can read; made on first use.
    String secret(String name) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Secrets.random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "The file " + file + " cannot be read; give it to the user Chancery runs as.");
        }
    }
}
