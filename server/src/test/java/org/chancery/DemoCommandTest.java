// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What an operator reads who names an example or a volume that cannot be shown.
class DemoCommandTest {

    private static final String TEI =
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"%s\">%s</TEI>";

    @TempDir Path folder;

    private record Said(int code, String words) {}

    private Said demo(String... arguments) {
        var words = new StringWriter();
        var command =
                new CommandLine(new DemoCommand())
                        .setErr(new PrintWriter(words))
                        .setExecutionExceptionHandler(
                                (failure, line, parsed) -> {
                                    line.getErr().print(Server.sentence(failure));
                                    return 1;
                                });
        return new Said(command.execute(arguments), words.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("volume.xml"), text);
    }

    private Said angola(String text) throws IOException {
        return demo("--example", "angola-1975", "--volume", file(text).toString());
    }

    @Nested
    class AnExampleNobodyKnows {

        @Test
        void isRefusedWithTheKnownNames() {
            assertThat(demo("--example", "suez-1956"))
                    .isEqualTo(
                            new Said(
                                    1,
                                    "There is no example suez-1956; the known ones are migration"
                                            + " and angola-1975."));
        }
    }

    @Nested
    class TheExampleOfAngola {

        @Test
        void asksForItsVolume() {
            assertThat(demo("--example", "angola-1975"))
                    .isEqualTo(
                            new Said(
                                    1,
                                    "The example angola-1975 is read from a volume; name"
                                            + " frus1969-76v28.xml with --volume."));
        }

        @Test
        void namesAFileThatIsNotThere() {
            var absent = folder.resolve("absent.xml");

            assertThat(demo("--example", "angola-1975", "--volume", absent.toString()))
                    .isEqualTo(
                            new Said(
                                    1,
                                    "There is no readable file "
                                            + absent
                                            + "; name frus1969-76v28.xml with --volume."));
        }

        @Test
        void refusesAnotherVolume() throws IOException {
            assertThat(angola(TEI.formatted("frus1969-76v03", "")).words())
                    .endsWith(" is not the volume frus1969-76v28; name it with --volume.");
        }

        @Test
        void refusesAVolumeWithoutTheInstruction() throws IOException {
            assertThat(angola(TEI.formatted("frus1969-76v28", "<div xml:id=\"d136\"/>")).words())
                    .endsWith(" has no document d135; fetch frus1969-76v28.xml again.");
        }

        @Test
        void refusesAFileThatIsCutOff() throws IOException {
            assertThat(
                            angola(
                                    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"frus1969-76v28\">\n<div"))
                    .returns(1, Said::code)
                    .extracting(Said::words)
                    .asString()
                    .contains("is not well-formed XML (line 2)");
        }

        @Test
        void followsNoExternalEntity() throws IOException {
            var secret = Files.writeString(folder.resolve("secret"), "do not read");
            var said =
                    angola(
                            "<!DOCTYPE TEI [<!ENTITY e SYSTEM \""
                                    + secret.toUri()
                                    + "\">]>"
                                    + TEI.formatted(
                                            "frus1969-76v28",
                                            "<div xml:id=\"d135\"><p>&e;</p></div>"));

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.words()).doesNotContain("do not read");
        }
    }
}
