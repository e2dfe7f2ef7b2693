// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

/// The habits of the house, kept by machine. A failure names the offender.
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/chancery");
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|join|into|update|table)\\s+(?:only\\s+)?([a-z]+)\\.([a-z_]+)");
    private static final Set<String> READ_VIEWS = Set.of("delivery", "task", "picture", "search");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.chancery");

    @Test
    void sqlNamesOnlyItsOwnSchemaExceptPublishedViews() throws IOException {
        var offenders = new ArrayList<String>();
        for (var file : sources()) {
            var module = SOURCES.relativize(file).getName(0).toString();
            var match = TABLE.matcher(Files.readString(file));
            while (match.find()) {
                var published = match.group(2).startsWith("pub_") && READ_VIEWS.contains(module);
                if (!match.group(1).equals(module) && !published && isSchema(match.group(1))) {
                    offenders.add(file.getFileName() + ": " + match.group());
                }
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static boolean isSchema(String name) {
        return Files.isDirectory(Path.of("src/main/resources/db/migration", name));
    }

    @Test
    void everyQueryTakesTheReadersScopeOrSaysWhyNot() {
        var offenders =
                CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(Repository.class))
                        .filter(type -> !type.isAnnotatedWith(Unscoped.class))
                        .filter(type -> !ground(type))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(HouseRulesTest::asksTheDatabase)
                        .filter(
                                method ->
                                        method.getRawParameterTypes().stream()
                                                .noneMatch(p -> p.isEquivalentTo(ReadScope.class)))
                        .filter(method -> !method.isAnnotatedWith(Unscoped.class))
                        .map(JavaMethod::getFullName)
                        .toList();
        assertThat(offenders).isEmpty();
    }

    /// The directory and the policy are open to everybody, the audit is asked by its own door.
    private static boolean ground(JavaClass type) {
        return type.getPackageName().endsWith(".directory")
                || type.getPackageName().endsWith(".policy")
                || type.getPackageName().endsWith(".audit");
    }

    private static boolean asksTheDatabase(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getName().startsWith("insert")
                && !method.getRawReturnType().getName().equals("void");
    }

    @Test
    void nobodyAsksTheTimeExceptTheClock() throws IOException {
        var asks =
                Pattern.compile(
                        "Instant\\.now\\(|currentTimeMillis\\(|new Date\\(|"
                                + "LocalDate(Time)?\\.now\\(\\)");
        assertThat(sources())
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(asks));
    }

    @Test
    void noTypeIsCalledByAWordThatSaysNothing() {
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
                .noneMatch(
                        name -> name.matches(".*(Service|Manager|Impl|Util|Utils|Helper|DTO|Dto)"));
    }

    @Test
    void everyHandlerTakesTheReaderOrSaysWhyNot() {
        var handlers =
                CLASSES.stream()
                        .filter(HouseRulesTest::ofPages)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(HouseRulesTest::handles)
                        .toList();
        assertThat(handlers)
                .extracting(handler -> handler.getOwner().getPackageName())
                .as("looks into every folder of pages")
                .contains(
                        "org.chancery.web",
                        "org.chancery.web.compose",
                        "org.chancery.web.admin",
                        "org.chancery.web.account");
        assertThat(handlers)
                .filteredOn(handler -> !takesTheReader(handler) && !says(handler, "Open"))
                .isEmpty();
    }

    private static boolean ofPages(JavaClass type) {
        return (type.getPackageName() + ".").startsWith("org.chancery.web.");
    }

    private static boolean takesTheReader(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(
                        type ->
                                type.isEquivalentTo(ReadScope.class)
                                        || type.isEquivalentTo(Actor.class));
    }

    private static boolean says(JavaMethod method, String annotation) {
        return method.getAnnotations().stream()
                .anyMatch(said -> said.getRawType().getSimpleName().equals(annotation));
    }

    private static boolean handles(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(
                        annotation ->
                                annotation
                                        .getRawType()
                                        .getSimpleName()
                                        .matches("(Get|Post|Put|Delete|Request)Mapping"));
    }

    @Test
    void filesAndPackagesStayReadable() throws IOException {
        var offenders = new ArrayList<String>();
        for (var file : sources()) {
            long lines =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("import "))
                            .filter(line -> !line.startsWith("//") && !line.startsWith("*"))
                            .count();
            if (lines > 400) {
                offenders.add(file.getFileName() + ": " + lines + " lines");
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
