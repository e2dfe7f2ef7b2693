// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_ENCRYPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PDF_ACTIVE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNREADABLE;
import static org.chancery.attachment.Looking.codes;
import static org.chancery.attachment.Looking.pass;
import static org.chancery.attachment.Looking.problems;
import static org.chancery.attachment.SampleFiles.bytes;
import static org.chancery.attachment.SampleFiles.pdf;
import static org.chancery.attachment.SampleFiles.pdfOf;

import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfInspectionTest {

    @Nested
    class APdf {

        @Test
        void isRefusedWithAScript() {
            var problem =
                    problems(
                                    "form.pdf",
                                    pdf(
                                            document ->
                                                    document.getDocumentCatalog()
                                                            .setOpenAction(
                                                                    new PDActionJavaScript(
                                                                            "app.alert(1)"))))
                            .getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_PDF_ACTIVE);
            assertThat(problem.detail())
                    .isEqualTo("form.pdf does more than show pages: it has /JS, /JavaScript.");
            assertThat(problem.mend()).startsWith("Print it to a new PDF");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1 0 obj << /S /Launch /F (calc.exe) >> endobj",
                    "1 0 obj << /S /laUNCH >> endobj",
                    "1 0 obj << /S /J#61vaScr#69pt >> endobj",
                    "1 0 obj <</A(x)/JS(app.alert\\)\\(1)>> endobj",
                    "1 0 obj << /Type /EmbeddedFile >> stream\nabc\nendstream endobj",
                    "1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >> endobj",
                    "1 0 obj << /AcroForm << /XFA 2 0 R >> >> endobj",
                    // Skipped by programs that expect a name there.
                    "1 0 obj << /A 1 endobj /S /JavaScript >> endobj",
                    // Found by programs at the position of its header.
                    "1 0 obj << /Length 99 >> stream\n2 0 obj << /S /JavaScript >> endobj endstream",
                    "1 0 obj (2 0 obj << /S /JavaScript >> endobj) endobj",
                })
        void isRefusedHoweverTheActionIsWritten(String object) {
            assertThat(codes("form.pdf", pdfOf(object))).containsExactly(ATTACHMENT_PDF_ACTIVE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1 0 obj << /URI (https://example.org/JavaScript/js/launch) >> endobj",
                    "1 0 obj << /Length 30 >> stream\nq /JS /JavaScript /Launch Q\nendstream endobj",
                    "1 0 obj << /Title <2F4A53> >> % /JS\nendobj",
                })
        void passesWhenItOnlySpeaksOfActions(String object) {
            assertThat(pass("speech.pdf", pdfOf(object)).agreed()).isEqualTo("application/pdf");
        }

        @Test
        void isRefusedWithAScriptInPackedObjects() {
            var script = "7 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>";

            assertThat(
                            codes(
                                    "form.pdf",
                                    pdfOf(
                                            SampleFiles.objectStream(
                                                    "/Filter /FlateDecode", script))))
                    .containsExactly(ATTACHMENT_PDF_ACTIVE);
            assertThat(
                            pass(
                                            "form.pdf",
                                            pdfOf(
                                                    SampleFiles.objectStream(
                                                            "/Filter [ /FlateDecode ]",
                                                            "7 0 << /Type /Page >>")))
                                    .agreed())
                    .isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/Filter [ /FlateDecode /FlateDecode ]",
                    "/Filter [ /FlateDecode 4 0 R ]",
                    "/Filter 4 0 R /Other /FlateDecode",
                    "/Filter /FlateDecode /Filter /LZWDecode",
                    "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
                })
        void isRefusedWhenItsPackedObjectsCannotBeLookedInto(String filter) {
            assertThat(
                            codes(
                                    "form.pdf",
                                    pdfOf(SampleFiles.objectStream(filter, "7 0 << /S /Page >>"))))
                    .containsExactly(ATTACHMENT_UNREADABLE);
        }

        @Test
        void isRefusedUnderAPassword() {
            var problem = problems("secret.pdf", SampleFiles.pdfUnderPassword()).getFirst();

            assertThat(problem.code()).isEqualTo(ATTACHMENT_ENCRYPTED);
            assertThat(problem.mend()).isEqualTo("Save it without a password.");
        }

        @Test
        void isRefusedWhenDamaged() {
            assertThat(codes("cut.pdf", bytes("%PDF-1.7\n%\u00E2\u00E3\n")))
                    .containsExactly(ATTACHMENT_UNREADABLE);
        }

        @Test
        void isReadInTimeThatDoesNotGrowWithTricks() {
            assertThat(codes("slow.pdf", pdfOf("1 0 obj (".repeat(100_000))))
                    .containsExactly(ATTACHMENT_UNREADABLE);
        }
    }
}
