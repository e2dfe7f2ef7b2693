// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_EMPTY;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_ENCRYPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_DISAGREES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_MALFORMED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PATH_UNSAFE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PDF_ACTIVE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TOO_LARGE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TYPE_NOT_ACCEPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_WITH_MACROS;
import static org.chancery.attachment.Looking.LIMITS;
import static org.chancery.attachment.Looking.codes;
import static org.chancery.attachment.Looking.pass;
import static org.chancery.attachment.Looking.problems;
import static org.chancery.attachment.SampleFiles.LETTER;
import static org.chancery.attachment.SampleFiles.bytes;
import static org.chancery.attachment.SampleFiles.docm;
import static org.chancery.attachment.SampleFiles.docx;
import static org.chancery.attachment.SampleFiles.mail;
import static org.chancery.attachment.SampleFiles.pdf;
import static org.chancery.attachment.SampleFiles.pdfOf;
import static org.chancery.attachment.SampleFiles.zip;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chancery.attachment.SampleFiles.Member;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    @Nested
    class TheNameOfAFile {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "..",
                    "a/b.txt",
                    "a\\b.txt",
                    "a\nb.txt",
                    "a\0.txt",
                    "fdp.\u202Etxt"
                })
        void isRefusedWhenItCouldMislead(String name) {
            assertThat(codes(name, bytes("Text."))).contains(ATTACHMENT_NAME_MALFORMED);
        }

        @Test
        void hasTwoHundredCharactersAtMost() {
            assertThat(pass("a".repeat(196) + ".txt", bytes("Long.")).agreed())
                    .isEqualTo("text/plain");
            assertThat(codes("a".repeat(197) + ".txt", bytes("Long.")))
                    .containsExactly(ATTACHMENT_NAME_MALFORMED);
        }

        @ParameterizedTest
        @CsvSource({"note.docx", "note.pdf.txt", "note", "note.xyz", "note.pdf#.txt"})
        void isRefusedWhenItSaysAnotherTypeThanTheContent(String name) {
            assertThat(codes(name, pdf())).containsExactly(ATTACHMENT_NAME_DISAGREES);
        }

        @Test
        void isMendedByTheEndingThatFits() {
            var problem = problems("note.docx", pdf()).getFirst();

            assertThat(problem.detail())
                    .isEqualTo(
                            "note.docx is of the type application/pdf by its content, but not by its"
                                    + " name.");
            assertThat(problem.mend()).contains("give it the ending that fits its content");
        }

        @ParameterizedTest
        @CsvSource({
            "run.bat,ATTACHMENT_TYPE_NOT_ACCEPTED",
            "run.js,ATTACHMENT_TYPE_NOT_ACCEPTED",
            "run.htc,ATTACHMENT_NAME_DISAGREES",
            "run.txt#.bsh,ATTACHMENT_NAME_DISAGREES",
        })
        void decidesWhatATextIs(String name, AttachmentRefusal expected) {
            assertThat(codes(name, bytes("start calc"))).containsExactly(expected);
        }
    }

    @Nested
    class AFileOfTheWrongKind {

        @Test
        void isRefusedWhenEmpty() {
            assertThat(codes("empty.txt", new byte[0])).containsExactly(ATTACHMENT_EMPTY);
            assertThat(codes("empty.zip", zip())).containsExactly(ATTACHMENT_EMPTY);
        }

        @Test
        void isRefusedWhenTooLarge() {
            var largest = new byte[10 * 1024 * 1024];
            Arrays.fill(largest, (byte) 'a');
            var problem =
                    problems("long.txt", Arrays.copyOf(largest, largest.length + 1)).getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_TOO_LARGE);
            assertThat(problem.detail()).isEqualTo("long.txt is larger than 10 MB.");
            assertThat(problem.mend())
                    .isEqualTo("Attach a smaller version, or divide it into several files.");
            assertThat(pass("long.txt", largest).agreed()).isEqualTo("text/plain");
        }

        @Test
        void isRefusedWithTheTypesThatAreAccepted() {
            var problem = problems("tool.exe", SampleFiles.PROGRAM).getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_TYPE_NOT_ACCEPTED);
            assertThat(problem.detail())
                    .isEqualTo(
                            "tool.exe is of the type application/x-msdownload, which is not accepted.");
            assertThat(problem.mend())
                    .isEqualTo(
                            "Save it as one of: csv, docx, eml, jpg, ods, odt, pdf, png, pptx, tiff,"
                                    + " txt, xlsx, xml, zip.");
        }

        @Test
        void isRefusedAsAPageWithScriptsEvenUnderTheNameOfXml() {
            assertThat(codes("a.xml", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                    .contains(ATTACHMENT_TYPE_NOT_ACCEPTED);
            assertThat(codes("a.xml", bytes("\n<x:html xmlns:x='http://www.w3.org/1999/xhtml'/>")))
                    .contains(ATTACHMENT_TYPE_NOT_ACCEPTED);
        }
    }

    @Nested
    class WhenSeveralThingsAreWrong {

        @Test
        void allAreReportedAtOnce() {
            var active =
                    pdfOf("1 0 obj << /S /Launch >> endobj 2 0 obj << /Encrypt 3 0 R >> endobj");
            var members =
                    zip(
                            Member.of("../up.txt", "Up."),
                            new Member("form.pdf", active),
                            new Member("plan.docx", docm()),
                            new Member("tool.exe", SampleFiles.PROGRAM));

            assertThat(codes("a/b.pdf", members))
                    .contains(
                            ATTACHMENT_NAME_MALFORMED,
                            ATTACHMENT_NAME_DISAGREES,
                            ATTACHMENT_PATH_UNSAFE,
                            ATTACHMENT_ENCRYPTED,
                            ATTACHMENT_PDF_ACTIVE,
                            ATTACHMENT_WITH_MACROS,
                            ATTACHMENT_TYPE_NOT_ACCEPTED);
        }

        @Test
        void aFileTooLargeIsStillJudgedByTypeAndName() {
            var large = SampleFiles.joined(SampleFiles.PROGRAM, new byte[10 * 1024 * 1024]);

            assertThat(codes("tool.pdf", large))
                    .containsExactly(
                            ATTACHMENT_TOO_LARGE,
                            ATTACHMENT_TYPE_NOT_ACCEPTED,
                            ATTACHMENT_NAME_DISAGREES);
        }
    }

    @Nested
    class AnyOfThemDamagedAtRandom {

        @Test
        void isTakenOrRefusedButNeverBreaksTheLook() {
            var random = new Random(33);
            var whole =
                    List.of(
                            new Member("a.zip", zip(LETTER, new Member("b.zip", zip(LETTER)))),
                            new Member("a.docx", docx()),
                            new Member("a.pdf", pdf()),
                            new Member(
                                    "a.eml",
                                    mail(
                                            "Content-Disposition: attachment; filename*=UTF-8''a.pdf",
                                            pdf())));
            for (int n = 0; n < 2000; n++) {
                var file = whole.get(n % whole.size());
                var bytes = file.bytes().clone();
                for (int flips = 0; flips < 1 + n % 5; flips++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(Inspection.of(file.name(), bytes, LIMITS).agreed()).isNotEmpty();
                } catch (Refusal refusal) {
                    assertThat(refusal.problems()).isNotEmpty();
                }
            }
        }
    }
}
