// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A page of HTML as a tagged PDF for reading aloud and for keeping (PDF/UA-1 and PDF/A-3a), with
/// every font in it. Nothing is fetched while it is written.
final class PdfFile {

    private PdfFile() {}

    static byte[] of(String xhtml, String number) {
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useFont(() -> font("SourceSans3-Regular"), "Sans", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("SourceSans3-Bold"), "Sans", 700, FontStyle.NORMAL, true);
            for (var script : new String[] {"Arabic", "Hebrew"}) {
                builder.useFont(
                        () -> font("NotoSans" + script + "-Regular"),
                        script,
                        400,
                        FontStyle.NORMAL,
                        true);
                builder.useFont(
                        () -> font("NotoSans" + script + "-Bold"),
                        script,
                        700,
                        FontStyle.NORMAL,
                        true);
            }
            builder.useUnicodeBidiSplitter(IcuBidi.Splitter::new);
            builder.useUnicodeBidiReorderer(new IcuBidi.Reorderer());
            builder.withHtmlContent(xhtml, null);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing brief " + number, e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String name) {
        var file = "/brief/fonts/" + name + ".ttf";
        try (var stream = PdfFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The jar has no font " + name);
            }
            return new ByteArrayInputStream(withoutLigatures(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the font " + name, e);
        }
    }

    /// Hides the table of ligatures: the sign for "ft" stands for no letters, so a reader by ear would
    /// not hear them, and PDF/UA forbids it (7.21.7). Twelve bytes of head, then sixteen for a table.
    private static byte[] withoutLigatures(byte[] font) {
        var tables = (font[4] & 0xFF) << 8 | font[5] & 0xFF;
        for (int at = 12; at < 12 + 16 * tables; at += 16) {
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[at] = 'X';
            }
        }
        return font;
    }
}
