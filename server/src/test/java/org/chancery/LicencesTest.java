// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.chancery.kernel.Sha256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// No dependency under GPL or AGPL, none without a licence; what is vendored is what it says it is.
class LicencesTest {

    private static final Set<String> ALLOWED =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "MIT-0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "0BSD",
                    "EPL-1.0",
                    "EPL-2.0",
                    "Unicode-3.0",
                    "Unicode-DFS-2015",
                    "Unicode-DFS-2016",
                    "ICU",
                    "CC0-1.0",
                    "EDL-1.0",
                    "BSD-3-Clause-No-Nuclear-License",
                    "OFL-1.1");

    /// Licences that name no SPDX identifier, and weak copyleft used as an unchanged library.
    private static final Set<String> READ_BY_A_PERSON =
            Set.of(
                    "GNU Lesser General Public License",
                    "LGPL-2.1-or-later",
                    "LGPL-2.1-only",
                    "Apache License, Version 2.0",
                    "The Apache Software License, Version 2.0",
                    "Apache License 2.0",
                    "Apache 2",
                    "Eclipse Distribution License - v 1.0",
                    "Public Domain",
                    "FreeBSD License",
                    "GPL-2.0-with-classpath-exception");

    private final JsonMapper json = new JsonMapper();

    @Test
    void everyComponentOfTheProductHasALicenceThatFits() throws IOException {
        var bom =
                json.readTree(
                        getClass().getResourceAsStream("/META-INF/sbom/application.cdx.json"));
        var offenders = new ArrayList<String>();
        for (var component : bom.path("components")) {
            var names = licences(component);
            if (names.stream()
                    .noneMatch(name -> ALLOWED.contains(name) || READ_BY_A_PERSON.contains(name))) {
                offenders.add(component.path("name").asString() + " " + names);
            }
        }
        assertThat(bom.path("components").size()).isGreaterThan(50);
        assertThat(offenders).isEmpty();
    }

    private static ArrayList<String> licences(JsonNode component) {
        var names = new ArrayList<String>();
        for (var entry : component.path("licenses")) {
            for (var part : entry.path("expression").asString("").split("\\s+OR\\s+")) {
                if (!part.isEmpty()) {
                    names.add(part.replaceAll("[()]", ""));
                }
            }
            var licence = entry.path("license");
            var id = licence.path("id").asString("");
            names.add(id.isEmpty() ? licence.path("name").asString("") : id);
        }
        return names;
    }

    @Test
    void everyVendoredFileIsTheOneRecorded() throws IOException {
        var assets = Path.of("src/main/resources/static/assets");
        var recorded = json.readTree(assets.resolve("VENDOR.json"));
        for (var file : recorded) {
            var path = assets.resolve(file.path("file").asString());
            assertThat(Sha256.hex(Files.readAllBytes(path)))
                    .as(path.toString())
                    .isEqualTo(file.path("sha256").asString());
            assertThat(ALLOWED).contains(Objects.requireNonNull(file.path("licence").asString()));
        }
        try (var vendored = Files.list(assets.resolve("vendor"))) {
            assertThat(vendored.count()).isEqualTo(1);
        }
    }
}
