// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.kernel.RefusalCode;
import org.chancery.kernel.Texts;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts english = Texts.english();
    private final Texts german = Texts.in(Locale.GERMAN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(german.patterns().keySet())
                .containsExactlyInAnyOrderElementsOf(english.patterns().keySet());
    }

    @Test
    void everyPatternParses() {
        for (var texts : new Texts[] {english, german}) {
            texts.patterns()
                    .forEach(
                            (key, pattern) ->
                                    assertThatCode(() -> new MessageFormat(pattern, texts.locale()))
                                            .as(key)
                                            .doesNotThrowAnyException());
        }
    }

    @Test
    void everyRefusalHasATextAndAMendInBothLanguages() throws ClassNotFoundException {
        for (var type : new ClassFileImporter().importPackages("org.chancery")) {
            if (!type.isEnum() || !type.isAssignableTo(RefusalCode.class)) {
                continue;
            }
            for (var constant : Class.forName(type.getName()).getEnumConstants()) {
                var name = ((RefusalCode) constant).name();
                for (var texts : new Texts[] {english, german}) {
                    assertThat(texts.has("refusal." + name + ".detail")).as(name).isTrue();
                    assertThat(texts.has("refusal." + name + ".mend")).as(name).isTrue();
                }
            }
        }
    }

    @Test
    void everyKeyNamedInATemplateHasAText() throws IOException {
        var named = Pattern.compile("page\\.t\\(\"([\\w.-]+)\"[,)]");
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(named.matcher(Files.readString(template)).results())
                        .extracting(match -> match.group(1))
                        .as(template.toString())
                        .allMatch(english::has);
            }
        }
    }
}
