// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Small real files, made when they are needed.
final class SampleFiles {

    static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /// Begins as every program for Windows does.
    static final byte[] PROGRAM = bytes("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00FF\u00FF\0\0");

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String WORD_WITH_MACROS =
            "application/vnd.ms-word.document.macroEnabled.main+xml";

    static final Member LETTER = Member.of("letter.txt", "Dear colleague,");

    private SampleFiles() {}

    static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// @param name path inside the archive
    record Member(String name, byte[] bytes) {

        static Member of(String name, String text) {
            return new Member(name, text.getBytes(UTF_8));
        }
    }

    static byte[] zip(Member... members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members) {
                zip.putNextEntry(new ZipEntry(member.name()));
                zip.write(member.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The same archive with the flag of encryption set on each entry, in both of its places.
    static byte[] zipUnderPassword(Member... members) {
        var bytes = zip(members);
        var text = new String(bytes, ISO_8859_1);
        for (int at = 0; at < bytes.length - 4; at++) {
            if (text.startsWith("PK\u0003\u0004", at)) {
                bytes[at + 6] |= 1;
            } else if (text.startsWith("PK\u0001\u0002", at)) {
                bytes[at + 8] |= 1;
            }
        }
        return bytes;
    }

    static byte[] docx(Member... further) {
        return word(WORD, further);
    }

    static byte[] docm(Member... further) {
        return word(WORD_WITH_MACROS, further);
    }

    private static byte[] word(String mainType, Member... further) {
        var types =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="bin" ContentType="application/octet-stream"/>
                <Override PartName="/word/document.xml" ContentType="%s"/></Types>"""
                        .formatted(mainType);
        var members = new Member[further.length + 2];
        members[0] = Member.of("[Content_Types].xml", types);
        members[1] = Member.of("word/document.xml", "<document/>");
        System.arraycopy(further, 0, members, 2, further.length);
        return zip(members);
    }

    static byte[] odt(String manifest, Member... further) {
        var members = new Member[further.length + 2];
        members[0] = Member.of("mimetype", "application/vnd.oasis.opendocument.text");
        members[1] = Member.of("META-INF/manifest.xml", manifest);
        System.arraycopy(further, 0, members, 2, further.length);
        return zip(members);
    }

    static byte[] ole2(String nameOfAStream) {
        return joined(OLE2, new byte[504], nameOfAStream.getBytes(UTF_16LE), new byte[512]);
    }

    static byte[] pdf(Consumer<PDDocument> change) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] pdf() {
        return pdf(document -> {});
    }

    static byte[] pdfUnderPassword() {
        return pdf(
                document -> {
                    try {
                        document.protect(
                                new StandardProtectionPolicy("owner", "", new AccessPermission()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// @param objects written as they stand, one after the other
    static byte[] pdfOf(String... objects) {
        return bytes(
                "%PDF-1.7\n" + String.join("\n", objects) + "\ntrailer << /Root 1 0 R >>\n%%EOF");
    }

    /// An object stream of PDF 1.5, which hides what it holds from a search through the bytes.
    static String objectStream(String dictionary, String objects) {
        return "9 0 obj << /Type /ObjStm /N 1 /First 4 "
                + dictionary
                + " >> stream\n"
                + new String(deflated(objects), ISO_8859_1)
                + "\nendstream endobj";
    }

    static byte[] deflated(String text) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes(text));
            deflater.finish();
            var piece = new byte[text.length() + 100];
            int n = deflater.deflate(piece);
            return Arrays.copyOf(piece, n);
        }
    }

    /// A mail that carries one file.
    static byte[] mail(String headOfFile, byte[] file) {
        return bytes(
                """
                From: desk@example.org
                To: berlin@example.org
                Subject: Papers
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="cut here"

                --cut here
                Content-Type: text/plain

                Please see the file.
                --cut here
                %s
                Content-Transfer-Encoding: base64

                %s
                --cut here--
                """
                        .formatted(headOfFile, Base64.getMimeEncoder().encodeToString(file))
                        .replace("\n", "\r\n"));
    }
}
