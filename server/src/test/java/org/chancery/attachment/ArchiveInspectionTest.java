// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_ENCRYPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_DISAGREES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NESTED_TOO_DEEP;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PATH_UNSAFE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TOO_MANY_FILES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TYPE_NOT_ACCEPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNPACKS_TOO_LARGE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNREADABLE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_WITH_MACROS;
import static org.chancery.attachment.Looking.LIMITS;
import static org.chancery.attachment.Looking.codes;
import static org.chancery.attachment.Looking.pass;
import static org.chancery.attachment.Looking.problems;
import static org.chancery.attachment.SampleFiles.LETTER;
import static org.chancery.attachment.SampleFiles.docm;
import static org.chancery.attachment.SampleFiles.docx;
import static org.chancery.attachment.SampleFiles.odt;
import static org.chancery.attachment.SampleFiles.ole2;
import static org.chancery.attachment.SampleFiles.zip;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.attachment.SampleFiles.Member;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveInspectionTest {

    @Nested
    class AnArchive {

        @Test
        void isRefusedUnderAPassword() {
            assertThat(codes("secret.zip", SampleFiles.zipUnderPassword(LETTER)))
                    .containsExactly(ATTACHMENT_ENCRYPTED);
        }

        @Test
        void isRefusedForEachMemberThatWouldBeRefusedByItself() {
            var members =
                    zip(
                            LETTER,
                            new Member("tool.exe", SampleFiles.PROGRAM),
                            new Member(
                                    "plan.docx",
                                    docx(new Member("word/vbaProject.bin", ole2("VBA")))));

            assertThat(problems("mixed.zip", members))
                    .extracting(Problem::detail)
                    .containsExactly(
                            "mixed.zip/tool.exe is of the type application/x-msdownload, which is not"
                                    + " accepted.",
                            "Attachments with macros are not accepted. mixed.zip/plan.docx has macros.");
        }

        @Test
        void isRefusedInAnArchiveInAnArchive() {
            var second = zip(new Member("third.zip", zip(LETTER)));
            var problem = problems("first.zip", zip(new Member("second.zip", second))).getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_NESTED_TOO_DEEP);
            assertThat(problem.detail()).startsWith("first.zip/second.zip/third.zip lies in");
            assertThat(problem.mend()).isEqualTo("Pack all files into one archive.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../up.txt",
                    "a/../../up.txt",
                    "/etc/up.txt",
                    "\\up.txt",
                    "C:\\up.txt",
                    "a\\..\\up.txt"
                })
        void isRefusedWhenAMemberWouldLandOutside(String path) {
            assertThat(codes("escape.zip", zip(Member.of(path, "Up."))))
                    .containsExactly(ATTACHMENT_PATH_UNSAFE);
        }

        @Test
        void mayHaveDotsInItsNames() {
            assertThat(pass("dots.zip", zip(Member.of("v1..2/a..b.txt", "Dots."))).agreed())
                    .isNotEmpty();
        }

        @Test
        void isRefusedWithMoreThanAThousandFiles() {
            var thousand =
                    IntStream.range(0, 1000)
                            .mapToObj(n -> Member.of(n + ".txt", "n"))
                            .toArray(Member[]::new);
            var more = Arrays.copyOf(thousand, 1001);
            more[1000] = LETTER;

            assertThat(pass("thousand.zip", zip(thousand)).agreed()).isNotEmpty();
            assertThat(codes("more.zip", zip(more))).containsExactly(ATTACHMENT_TOO_MANY_FILES);
        }

        @Test
        void isRefusedWhenItUnpacksToAHundredTimesItsSize() {
            var problem =
                    problems("bomb.zip", zip(Member.of("a.txt", "a".repeat(5_000_000)))).getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_UNPACKS_TOO_LARGE);
            assertThat(problem.detail())
                    .isEqualTo(
                            "bomb.zip unpacks to more than 200 MB or to more than 100 times its size.");
            assertThat(problem.mend()).isEqualTo("Attach the files by themselves.");
        }

        @Test
        void isRefusedWhenItUnpacksToTwentyTimesTheLargestFile() {
            var small =
                    new AttachmentLimits(
                            org.springframework.util.unit.DataSize.ofKilobytes(8),
                            LIMITS.mediaTypes());
            var lines = "0123456789abcdef\n".repeat(450);
            var members =
                    IntStream.range(0, 24)
                            .mapToObj(n -> Member.of(n + ".txt", lines))
                            .toArray(Member[]::new);

            assertThatThrownBy(() -> Inspection.of("big.zip", zip(members), small))
                    .hasMessageStartingWith("big.zip unpacks to more than 160 KB");
            assertThat(Inspection.of("big.zip", zip(Arrays.copyOf(members, 20)), small).agreed())
                    .isEqualTo("application/zip");
        }

        @Test
        void isRefusedWhenDamaged() {
            var whole = zip(LETTER);

            assertThat(codes("cut.zip", Arrays.copyOf(whole, whole.length - 30)))
                    .containsExactly(ATTACHMENT_UNREADABLE);
        }
    }

    @Nested
    class AnOfficeDocument {

        @Test
        void isRefusedWithMacros() {
            var macros =
                    problems("plan.docx", docx(new Member("word/VBAPROJECT.bin", ole2("VBA"))));
            assertThat(macros).hasSize(1);
            assertThat(macros.getFirst().code()).isEqualTo(ATTACHMENT_WITH_MACROS);
            assertThat(macros.getFirst().detail())
                    .isEqualTo("Attachments with macros are not accepted. plan.docx has macros.");
            assertThat(macros.getFirst().mend()).isEqualTo("Save it without macros or as PDF.");
        }

        @Test
        void isRefusedWithMacrosUnderAnyNameOfThePart() {
            assertThat(codes("plan.docm", docm()))
                    .containsExactlyInAnyOrder(
                            ATTACHMENT_WITH_MACROS, ATTACHMENT_TYPE_NOT_ACCEPTED);
            assertThat(codes("plan.docx", docm()))
                    .containsExactlyInAnyOrder(
                            ATTACHMENT_WITH_MACROS,
                            ATTACHMENT_TYPE_NOT_ACCEPTED,
                            ATTACHMENT_NAME_DISAGREES);
        }

        @Test
        void isRefusedWithScriptsInOpenDocument() {
            for (var script :
                    List.of(
                            "Basic/Standard/Module1.xml",
                            "Scripts/python/run.py",
                            "Object 1/Basic/a.xml")) {
                assertThat(codes("plan.odt", odt("<manifest/>", Member.of(script, "run"))))
                        .containsExactly(ATTACHMENT_WITH_MACROS);
            }
        }

        @Test
        void isRefusedInTheOldFormats() {
            assertThat(codes("old.doc", ole2("WordDocument")))
                    .contains(ATTACHMENT_TYPE_NOT_ACCEPTED)
                    .doesNotContain(ATTACHMENT_WITH_MACROS);
            assertThat(codes("old.xls", ole2("_VBA_PROJECT_CUR")))
                    .contains(ATTACHMENT_TYPE_NOT_ACCEPTED, ATTACHMENT_WITH_MACROS);
        }

        @Test
        void isNotWhateverAZipSaysItIs() {
            var page = Member.of("1.bin", "1 0 obj << /S /Launch >> endobj");

            assertThat(codes("form.pdf", zip(Member.of("mimetype", "application/pdf"), page)))
                    .contains(ATTACHMENT_NAME_DISAGREES);
            assertThat(
                            codes(
                                    "form.pdf",
                                    zip(
                                            Member.of(
                                                    "[Content_Types].xml",
                                                    "<T><O ContentType='application/pdf.main'/></T>"),
                                            page)))
                    .contains(ATTACHMENT_NAME_DISAGREES);
        }

        @Test
        void isRefusedUnderAPassword() {
            assertThat(codes("secret.docx", ole2("EncryptedPackage")))
                    .containsExactly(ATTACHMENT_ENCRYPTED);
            assertThat(codes("secret.odt", odt("<m><encryption-data/></m>")))
                    .containsExactly(ATTACHMENT_ENCRYPTED);
        }

        @Test
        void isRefusedWithAProgramInside() {
            var program = new Member("word/embeddings/picture.bin", SampleFiles.PROGRAM);

            assertThat(problems("plan.docx", docx(program)))
                    .extracting(Problem::detail)
                    .anyMatch(
                            detail ->
                                    detail.startsWith("plan.docx/word/embeddings/picture.bin is"));
        }
    }
}
