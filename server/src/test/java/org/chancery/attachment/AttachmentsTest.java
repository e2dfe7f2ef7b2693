// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_EMPTY;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_ENCRYPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_DISAGREES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NAME_MALFORMED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_NESTED_TOO_DEEP;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PATH_UNSAFE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_PDF_ACTIVE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TOO_LARGE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TOO_MANY_FILES;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_TYPE_NOT_ACCEPTED;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNPACKS_TOO_LARGE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_UNREADABLE;
import static org.chancery.attachment.AttachmentRefusal.ATTACHMENT_WITH_MACROS;
import static org.chancery.attachment.SampleFiles.LETTER;
import static org.chancery.attachment.SampleFiles.bytes;
import static org.chancery.attachment.SampleFiles.docx;
import static org.chancery.attachment.SampleFiles.mail;
import static org.chancery.attachment.SampleFiles.odt;
import static org.chancery.attachment.SampleFiles.ole2;
import static org.chancery.attachment.SampleFiles.pdf;
import static org.chancery.attachment.SampleFiles.pdfOf;
import static org.chancery.attachment.SampleFiles.zip;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.attachment.SampleFiles.Member;
import org.chancery.audit.AuditTrail;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AttachmentsTest {

    private final Attachments attachments;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Actor desk;
    private final Actor analyst;

    AttachmentsTest(
            Attachments attachments,
            Accounts accounts,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.attachments = attachments;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.desk = accounts.actor("desk").orElseThrow();
        this.analyst = accounts.actor("analyst").orElseThrow();
    }

    private StoredFile store(String name, byte[] content) {
        return attachments.store(name, new ByteArrayInputStream(content), desk);
    }

    private long rows(String hash) {
        return jdbc.sql("select count(*) from attachment.content where hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .single();
    }

    @Nested
    class AFileThatPasses {

        @Test
        void isStoredUnderTheHashOfItsContent() {
            var content = bytes("Talking points, first version.");

            var file = store("points.txt", content);

            assertThat(file)
                    .isEqualTo(
                            new StoredFile(
                                    Sha256.hex(content),
                                    "points.txt",
                                    "text/plain",
                                    content.length));
            assertThat(attachments.bytes(file.hash())).hasValue(content);
            assertThat(attachments.intact(file.hash())).isTrue();
        }

        @Test
        void isOneRowHoweverOftenAndUnderWhateverNamesItComes() {
            var content = bytes("a,b\n1,2\n");

            var table = store("table.csv", content);
            var text = store("table.txt", content);
            var again = store("table.csv", content);

            assertThat(table.hash()).isEqualTo(text.hash());
            assertThat(again).isEqualTo(table);
            assertThat(table.mediaType()).isEqualTo("text/csv");
            assertThat(text.mediaType()).isEqualTo("text/plain");
            assertThat(rows(table.hash())).isEqualTo(1);
        }

        @Test
        void isRecordedWithTheActorAndWithoutItsName() {
            var file = store("agreement with X.txt", bytes("Recorded."));

            var entry = audit.page(Long.MAX_VALUE, 1).rows().getFirst();
            assertThat(entry.act()).isEqualTo("attachment.stored");
            assertThat(entry.actor()).isEqualTo("desk");
            assertThat(entry.objectId()).isEqualTo(file.hash());
            assertThat(entry.facts()).containsEntry("mediaType", "text/plain").hasSize(2);
        }

        @Test
        void mayBeAnyOfTheTypesAccepted() {
            assertThat(store("note.pdf", pdf()).mediaType()).isEqualTo("application/pdf");
            assertThat(store("note.docx", docx()).mediaType())
                    .endsWith("wordprocessingml.document");
            assertThat(store("note.odt", odt("<manifest/>")).mediaType()).endsWith("text");
            assertThat(
                            store("NOTE.JPG", bytes("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0"))
                                    .mediaType())
                    .isEqualTo("image/jpeg");
            assertThat(store("data.xml", bytes("<data/>")).mediaType())
                    .isEqualTo("application/xml");
            assertThat(store("Straße.txt", "Grüße".getBytes(UTF_8)).mediaType())
                    .isEqualTo("text/plain");
        }

        @Test
        void mayHoldFilesThatPassToo() {
            var inner = zip(LETTER, new Member("note.docx", docx()));
            var outer = zip(new Member("inner.zip", inner), new Member("note.pdf", pdf()));
            var chart = new Member("word/embeddings/Sheet1.docx", docx());

            assertThat(store("all.zip", outer).mediaType()).isEqualTo("application/zip");
            assertThat(store("chart.docx", docx(chart)).size()).isPositive();
            assertThat(
                            store(
                                            "papers.eml",
                                            mail(
                                                    "Content-Type: application/pdf; name=a.pdf",
                                                    pdf()))
                                    .mediaType())
                    .isEqualTo("message/rfc822");
        }

        @Test
        void mayLookLikeMailAndBeReadAsText() {
            assertThat(
                            store("memo.txt", bytes("From: EUR\nTo: L\nDate: today\n\nHello"))
                                    .mediaType())
                    .isEqualTo("text/plain");
        }
    }

    @Nested
    class WhatIsStored {

        @Test
        void isNeverChangedNotEvenInTheDatabase() {
            var hash = store("fixed.txt", bytes("Fixed.")).hash();

            for (var change :
                    List.of(
                            "update attachment.content set media_type = 'x' where hash = :hash",
                            "delete from attachment.content where hash = :hash")) {
                assertThatThrownBy(() -> jdbc.sql(change).param("hash", hash).update())
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("An attachment is never changed (MSG-001)");
            }
            assertThatThrownBy(() -> jdbc.sql("truncate attachment.content").update())
                    .hasMessageContaining("An attachment is never changed (MSG-001)");
            assertThat(rows(hash)).isEqualTo(1);
        }

        @Test
        void isUnderItsOwnHashOnly() {
            assertThatThrownBy(
                            () ->
                                    jdbc.sql(
                                                    """
                                                    insert into attachment.content
                                                    values (repeat('0', 64), 1, 'text/plain', 'a', now())
                                                    """)
                                            .update())
                    .hasMessageContaining("content_hash");
        }

        @Test
        void isKnownToBeDamagedWhenItsBytesAreOthers() {
            var hash = store("damaged.txt", bytes("Whole.")).hash();

            transactions.executeWithoutResult(
                    damage -> {
                        jdbc.sql("alter table attachment.content disable trigger user").update();
                        jdbc.sql("alter table attachment.content drop constraint content_hash")
                                .update();
                        jdbc.sql(
                                        "update attachment.content set bytes = 'Whale.' where hash = :hash")
                                .param("hash", hash)
                                .update();
                        assertThat(attachments.intact(hash)).isFalse();
                        damage.setRollbackOnly();
                    });

            assertThat(attachments.intact(hash)).isTrue();
        }

        @Test
        void isAbsentUnderAHashNobodyStored() {
            assertThat(attachments.bytes("f".repeat(64))).isEmpty();
            assertThat(attachments.bytes("no hash")).isEmpty();
            assertThat(attachments.intact("f".repeat(64))).isFalse();
        }
    }

    @Nested
    class WhoeverMayNotDraft {

        @Test
        void storesNothing() {
            assertThatThrownBy(
                            () ->
                                    attachments.store(
                                            "a.txt",
                                            new ByteArrayInputStream(bytes("Mine.")),
                                            analyst))
                    .isInstanceOf(Refusal.class);
            assertThat(rows(Sha256.hex("Mine."))).isZero();
        }
    }

    @Nested
    class AFileThatIsRefused {

        /// A file for each refusal.
        ///
        /// @param mend what its sender is told to do
        record Sample(AttachmentRefusal code, String name, byte[] content, String mend) {

            @Override
            public String toString() {
                return code.name();
            }
        }

        static List<Sample> samples() {
            var crowd = IntStream.range(0, 1001).mapToObj(n -> Member.of(n + ".txt", "n"));
            return List.of(
                    new Sample(
                            ATTACHMENT_NAME_MALFORMED,
                            "a/b.txt",
                            bytes("Text."),
                            "Rename the file: 1 to 200 characters, without slashes, line breaks or"
                                    + " marks that turn the writing direction."),
                    new Sample(
                            ATTACHMENT_EMPTY,
                            "a.txt",
                            bytes(""),
                            "Check the file and attach it again."),
                    new Sample(
                            ATTACHMENT_TOO_LARGE,
                            "a.txt",
                            bytes("a".repeat(10 * 1024 * 1024 + 1)),
                            "Attach a smaller version, or divide it into several files."),
                    new Sample(
                            ATTACHMENT_TYPE_NOT_ACCEPTED,
                            "a.exe",
                            SampleFiles.PROGRAM,
                            "Save it as one of: csv, docx, eml, jpg, ods, odt, pdf, png, pptx, tiff,"
                                    + " txt, xlsx, xml, zip."),
                    new Sample(
                            ATTACHMENT_NAME_DISAGREES,
                            "a.png",
                            pdf(),
                            "Check that it is the file you meant, and give it the ending that fits"
                                    + " its content."),
                    new Sample(
                            ATTACHMENT_WITH_MACROS,
                            "a.docx",
                            docx(new Member("word/vbaProject.bin", ole2("VBA"))),
                            "Save it without macros or as PDF."),
                    new Sample(
                            ATTACHMENT_PDF_ACTIVE,
                            "a.pdf",
                            pdfOf("1 0 obj << /S /Launch >> endobj"),
                            "Print it to a new PDF, and attach files it carries by themselves."),
                    new Sample(
                            ATTACHMENT_ENCRYPTED,
                            "a.zip",
                            SampleFiles.zipUnderPassword(LETTER),
                            "Save it without a password."),
                    new Sample(
                            ATTACHMENT_TOO_MANY_FILES,
                            "a.zip",
                            zip(crowd.toArray(Member[]::new)),
                            "Attach only the files that are needed, or several archives."),
                    new Sample(
                            ATTACHMENT_UNPACKS_TOO_LARGE,
                            "a.zip",
                            zip(Member.of("a.txt", "a".repeat(5_000_000))),
                            "Attach the files by themselves."),
                    new Sample(
                            ATTACHMENT_NESTED_TOO_DEEP,
                            "a.zip",
                            zip(new Member("b.zip", zip(new Member("c.zip", zip(LETTER))))),
                            "Pack all files into one archive."),
                    new Sample(
                            ATTACHMENT_PATH_UNSAFE,
                            "a.zip",
                            zip(Member.of("../a.txt", "Text.")),
                            "Pack the files again, starting from the folder they are in."),
                    new Sample(
                            ATTACHMENT_UNREADABLE,
                            "a.pdf",
                            bytes("%PDF-1.7"),
                            "Open it, save it anew, and attach that file."));
        }

        @ParameterizedTest
        @MethodSource("samples")
        void isNotStoredAndItsSenderIsToldWhatToDo(Sample sample) {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> store(sample.name(), sample.content()));

            assertThat(refusal.problems()).hasSize(1);
            assertThat(refusal.first().code()).isEqualTo(sample.code());
            assertThat(refusal.first().code().code()).isEqualTo("MSG-033");
            assertThat(refusal.first().detail()).contains(sample.name());
            assertThat(refusal.mend()).isEqualTo(sample.mend());
            assertThat(rows(Sha256.hex(sample.content()))).isZero();
        }

        @Test
        void isOneOfTheseForEveryRefusalThereIs() {
            assertThat(samples()).extracting(Sample::code).contains(AttachmentRefusal.values());
        }
    }
}
