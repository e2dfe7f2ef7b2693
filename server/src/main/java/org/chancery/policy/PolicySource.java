// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;

/// The policy file as it was found.
///
/// @param file as it was named: `us`, or a path
/// @param text whole
record PolicySource(String file, String text) {

    /// Policies that come with the program, named in the order in which they are offered.
    static final List<String> SHIPPED = List.of("us", "uk", "de", "org");

    /// @param name one of [#SHIPPED], or a path
    /// @throws Refusal `POLICY_FILE_MISSING` if no text in UTF-8 can be read there
    static PolicySource find(String name) {
        return SHIPPED.contains(name) ? shipped(name) : file(name);
    }

    private static PolicySource shipped(String name) {
        try (InputStream stream =
                PolicySource.class.getResourceAsStream("/policy/" + name + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("policy/" + name + ".yaml is not in the program");
            }
            return new PolicySource(
                    name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading policy/" + name + ".yaml", e);
        }
    }

    private static PolicySource file(String name) {
        try {
            return new PolicySource(name, Files.readString(Path.of(name)));
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(PolicyRefusal.POLICY_FILE_MISSING, name, String.join(", ", SHIPPED));
        }
    }

    /// @throws Refusal with everything that is wrong with the file, its name first
    Policy read() {
        try {
            return PolicyFile.read(text);
        } catch (Refusal refusal) {
            var problems = new ArrayList<Problem>();
            problems.add(
                    Problem.of(PolicyRefusal.POLICY_FILE_WRONG, file, refusal.problems().size()));
            problems.addAll(refusal.problems());
            throw new Refusal(problems);
        }
    }
}
