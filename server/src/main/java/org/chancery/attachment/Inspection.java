// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;

/// One look into an uploaded file and everything packed inside it (MSG-033). Collects what is wrong
/// and goes on; stops early only where going on would cost more than an upload may cost.
final class Inspection {

    /// Files packed inside one upload, at all depths together.
    static final int MOST_FILES = 1000;

    /// Bytes unpacked from one upload, in multiples of the largest size.
    static final int MOST_TIMES_LARGEST = 20;

    /// Bytes unpacked for each byte uploaded; asked only after the first 100 KB, because little files
    /// of one repeated line pack better than this and harm nobody.
    static final int MOST_RATIO = 100;

    private static final int RATIO_FREE = 100 * 1024;

    private static final int LONGEST_PATH = 300;

    /// The field of the form a problem stands at.
    private static final String FIELD = "file";

    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /// @param ofContent type by content alone
    /// @param agreed type by content and name, see [MediaTypes#agreed]
    record Types(String ofContent, String agreed) {}

    private final AttachmentLimits limits;
    private final String uploaded;
    private final long uploadedBytes;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private int files;
    private long unpackedBytes;

    private Inspection(AttachmentLimits limits, String uploaded, long uploadedBytes) {
        this.limits = limits;
        this.uploaded = uploaded;
        this.uploadedBytes = uploadedBytes;
    }

    /// @param bytes the whole file, or one byte more than is accepted
    /// @throws Refusal with everything found wrong
    static Types of(String name, byte[] bytes, AttachmentLimits limits) {
        var inspection = new Inspection(limits, name, bytes.length);
        try {
            StoredFile.requireName(name);
        } catch (Refusal malformed) {
            inspection.problems.add(
                    Problem.at(
                            FIELD,
                            malformed.first().code(),
                            malformed.first().arguments().toArray()));
        }
        var types = inspection.lookUntilItCostsTooMuch(name, bytes);
        if (!inspection.problems.isEmpty()) {
            throw new Refusal(List.copyOf(inspection.problems));
        }
        return types;
    }

    /// What stopped the look stands among the problems, so the types returned then go nowhere.
    private Types lookUntilItCostsTooMuch(String name, byte[] bytes) {
        try {
            return look(name, bytes, 0);
        } catch (Refusal tooMuch) {
            problems.addAll(tooMuch.problems());
            return new Types(MediaTypes.UNKNOWN, MediaTypes.UNKNOWN);
        }
    }

    /// @param name path through the archives around it: `folder.zip/report.pdf`
    /// @param depth archives around it, 0 for the upload itself
    Types look(String name, byte[] bytes, int depth) {
        if (bytes.length == 0) {
            add(AttachmentRefusal.ATTACHMENT_EMPTY, name);
            return new Types(MediaTypes.UNKNOWN, MediaTypes.UNKNOWN);
        }
        if (bytes.length > limits.largestInBytes()) {
            add(AttachmentRefusal.ATTACHMENT_TOO_LARGE, name, limits.largestInWords());
            // A piece of a zip tells nothing of what is inside; the name must do.
            return judge(
                    name,
                    ArchiveInspection.isZip(bytes)
                            ? MediaTypes.ofName(name)
                            : MediaTypes.ofContent(bytes));
        }
        try {
            return lookInside(name, bytes, depth);
        } catch (IOException e) {
            add(AttachmentRefusal.ATTACHMENT_UNREADABLE, name);
            return new Types(MediaTypes.UNKNOWN, MediaTypes.UNKNOWN);
        }
    }

    private Types lookInside(String name, byte[] bytes, int depth) throws IOException {
        if (ArchiveInspection.isZip(bytes)) {
            return judge(name, new ArchiveInspection(this, name, depth).look(bytes));
        }
        if (isOle2(bytes)) {
            return lookInsideOle2(name, bytes);
        }
        var types = judge(name, MediaTypes.ofContent(bytes));
        if (types.ofContent().equals(MediaTypes.PDF)) {
            new PdfInspection(this, name).look(bytes);
        }
        if (types.agreed().equals(MediaTypes.MAIL)) {
            new MailInspection(this, name, depth).look(bytes);
        }
        return types;
    }

    static boolean isOle2(byte[] bytes) {
        return beginsWith(bytes, OLE2);
    }

    /// The container of Word, Excel and PowerPoint up to 2003, and of newer ones under a password. An
    /// encrypted one is said to be just that: its type would be fine without the password.
    private Types lookInsideOle2(String name, byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        if (text.contains(utf16("EncryptedPackage"))) {
            add(AttachmentRefusal.ATTACHMENT_ENCRYPTED, name);
            return new Types(MediaTypes.UNKNOWN, MediaTypes.UNKNOWN);
        }
        if (text.contains(utf16("_VBA_PROJECT"))) {
            add(AttachmentRefusal.ATTACHMENT_WITH_MACROS, name);
        }
        return judge(name, MediaTypes.ofContent(bytes));
    }

    private static String utf16(String text) {
        return new String(text.getBytes(UTF_16LE), ISO_8859_1);
    }

    static boolean beginsWith(byte[] bytes, String latin1) {
        return bytes.length >= latin1.length()
                && new String(bytes, 0, latin1.length(), ISO_8859_1).equals(latin1);
    }

    private Types judge(String name, String ofContent) {
        var ofName = MediaTypes.ofName(name);
        var agreed = MediaTypes.agreed(ofContent, ofName);
        if (!limits.accepts(agreed)) {
            add(
                    AttachmentRefusal.ATTACHMENT_TYPE_NOT_ACCEPTED,
                    name,
                    agreed,
                    MediaTypes.endings(limits.mediaTypes()));
        }
        // Where neither is accepted, another name would mend nothing.
        if (!agreed.equals(ofName) && (limits.accepts(agreed) || limits.accepts(ofName))) {
            add(AttachmentRefusal.ATTACHMENT_NAME_DISAGREES, name, agreed);
        }
        return new Types(ofContent, agreed);
    }

    /// The path of a file in an archive or mail, cut at its front where it is too long to be shown; the
    /// ending stays.
    static String path(String around, String inside) {
        var path = around + "/" + inside;
        return path.length() <= LONGEST_PATH
                ? path
                : "…" + path.substring(path.length() - LONGEST_PATH);
    }

    void add(AttachmentRefusal code, Object... arguments) {
        problems.add(Problem.at(FIELD, code, arguments));
    }

    /// Counts files found packed inside.
    ///
    /// @throws Refusal `ATTACHMENT_TOO_MANY_FILES` over 1000, which stops the look
    void packed(int more) {
        files += more;
        if (files > MOST_FILES) {
            throw stop(AttachmentRefusal.ATTACHMENT_TOO_MANY_FILES, uploaded, MOST_FILES);
        }
    }

    /// Counts bytes as they are unpacked.
    ///
    /// @throws Refusal `ATTACHMENT_UNPACKS_TOO_LARGE` over 20 times the largest size or 100 times the
    ///   upload, which stops the look
    void unpacked(int more) {
        unpackedBytes += more;
        var most = limits.largest().toBytes() * MOST_TIMES_LARGEST;
        if (unpackedBytes > most
                || unpackedBytes > RATIO_FREE && unpackedBytes > uploadedBytes * MOST_RATIO) {
            throw stop(
                    AttachmentRefusal.ATTACHMENT_UNPACKS_TOO_LARGE,
                    uploaded,
                    AttachmentLimits.inWords(most),
                    MOST_RATIO);
        }
    }

    private static Refusal stop(AttachmentRefusal code, Object... arguments) {
        return new Refusal(Problem.at(FIELD, code, arguments));
    }

    int largestInBytes() {
        return limits.largestInBytes();
    }
}
