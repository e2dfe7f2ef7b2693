// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Reads the bundles of all areas of the interface.
final class MessageBundles {

    private static final List<String> AREAS =
            List.of(
                    "shell",
                    "policy",
                    "attachment",
                    "cable",
                    "draft",
                    "clearance",
                    "delivery",
                    "instruction",
                    "task",
                    "engagement",
                    "finding",
                    "measure",
                    "evidence",
                    "position",
                    "picture",
                    "press",
                    "search",
                    "brief",
                    "admin");

    private MessageBundles() {}

    static Map<String, String> read(Locale language) {
        var all = new HashMap<String, String>();
        for (var area : AREAS) {
            readArea(area + "_" + language.getLanguage() + ".properties", all);
        }
        return Map.copyOf(all);
    }

    private static void readArea(String file, Map<String, String> into) {
        try (var stream = MessageBundles.class.getResourceAsStream("/messages/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The message bundle " + file + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var key : properties.stringPropertyNames()) {
                if (into.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("The text " + key + " stands twice: " + file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
