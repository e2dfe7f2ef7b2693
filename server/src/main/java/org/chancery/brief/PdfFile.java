// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
        var stream = PdfFile.class.getResourceAsStream("/brief/fonts/" + name + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("The jar has no font " + name);
        }
        return stream;
    }
}
