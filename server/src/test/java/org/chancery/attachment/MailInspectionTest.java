// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_DISAGREES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NESTED_TOO_DEEP;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TYPE_NOT_ACCEPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNREADABLE;
import static org.chancery.attachment.Looking.codes;
import static org.chancery.attachment.Looking.pass;
import static org.chancery.attachment.Looking.problems;
import static org.chancery.attachment.SampleFiles.bytes;
import static org.chancery.attachment.SampleFiles.docx;
import static org.chancery.attachment.SampleFiles.mail;
import static org.chancery.attachment.SampleFiles.ole2;
import static org.chancery.attachment.SampleFiles.pdf;

import java.util.List;
import org.chancery.attachment.SampleFiles.Member;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailInspectionTest {

    @Nested
    class AMail {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Disposition: attachment; filename=plan.docx",
                    "Content-Disposition: attachment;\n filename*=UTF-8''pl%61n.docx",
                    "Content-Disposition: attachment; filename*0=plan.; filename*1=docx",
                    "Content-Type: application/x; name=\"=?utf-8?B?cGxhbi5kb2N4?=\"",
                    "Content-Type: application/x; name=\"=?utf-8?Q?plan=2E?= =?utf-8?Q?docx?=\"",
                })
        void isRefusedForAFileItCarriesThatWouldBeRefusedByItself(String head) {
            var plan = docx(new Member("word/vbaProject.bin", ole2("VBA")));

            assertThat(problems("papers.eml", mail(head, plan)))
                    .extracting(Problem::detail)
                    .containsExactly(
                            "Attachments with macros are not accepted. papers.eml/plan.docx has macros.");
        }

        @Test
        void isRefusedForAProgramUnderTheNameOfAText() {
            assertThat(
                            codes(
                                    "papers.eml",
                                    mail(
                                            "Content-Type: text/plain; name=a.txt",
                                            SampleFiles.PROGRAM)))
                    .containsExactlyInAnyOrder(
                            ATTACHMENT_TYPE_NOT_ACCEPTED, ATTACHMENT_NAME_DISAGREES);
        }

        @Test
        void isRefusedWhenTwoProgramsCouldReadItInTwoWays() {
            for (var head :
                    List.of(
                            "Content-Type: text/plain\nContent-Type: application/pdf; name=a.pdf",
                            "Content-Type: multipart/mixed")) {
                assertThat(codes("papers.eml", mail(head, pdf())))
                        .containsExactly(ATTACHMENT_UNREADABLE);
            }
        }

        @Test
        void isRefusedWithANameTooLongToRead() {
            var name = "a\\\"".repeat(100_000);

            assertThat(
                            codes(
                                    "papers.eml",
                                    mail("Content-Type: image/png; name=\"" + name + "\"", pdf())))
                    .containsExactly(ATTACHMENT_NAME_DISAGREES);
        }

        @Test
        void isRefusedInMailInMail() {
            var third = mail("Content-Type: application/pdf; name=a.pdf", pdf());
            var second = mail("Content-Type: message/rfc822", third);

            assertThat(codes("first.eml", mail("Content-Type: message/rfc822", second)))
                    .containsExactly(ATTACHMENT_NESTED_TOO_DEEP);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From desk Mon Nov 24 10:00:00 2025\nFrom: desk@example.org\n\nHello",
                    "From: desk@example.org\nContent-Type: text/html\n\n<html><p>Hello</p></html>",
                    "X-Priority: 1\n\n<html xmlns='http://www.w3.org/1999/xhtml'>Hello</html>",
                    "Subject: Receipt\nContent-Type: message/delivery-status\n\nAction: delivered",
                })
        void passesWithNothingButWords(String text) {
            assertThat(pass("words.eml", bytes(text)).agreed()).isEqualTo("message/rfc822");
        }

        @Test
        void passesWithMailInIt() {
            var inner = mail("Content-Type: application/pdf; name=a.pdf", pdf());

            assertThat(pass("outer.eml", mail("Content-Type: message/rfc822", inner)).agreed())
                    .isNotEmpty();
        }
    }
}
