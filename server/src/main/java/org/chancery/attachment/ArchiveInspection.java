// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks into a zip: an archive of files, or the package of one office document. Goes by the central
/// directory, as the programs do that open it.
final class ArchiveInspection {

    /// An archive in an archive is opened, a third one is not; an office document may lie in both.
    private static final int DEEPEST_ARCHIVE = 2;

    private static final int DEEPEST_DOCUMENT = 3;

    /// The descriptions inside a package are short; a longer one is cut and then not well-formed.
    private static final int LONGEST_DESCRIPTION = 1 << 20;

    private static final Pattern LEADS_OUTSIDE =
            Pattern.compile(
                    "[/\\\\].*|[A-Za-z]:.*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?", Pattern.DOTALL);
    private static final Pattern MAIN_PART =
            Pattern.compile(
                    "(application/vnd\\.(?:openxmlformats-officedocument|ms-)[a-z0-9.-]*)"
                            + "\\.main(?:\\+xml)?");
    private static final Pattern ACTIVE_PART =
            Pattern.compile(".*(?:macroenabled|vbaproject|macrosheet|activex).*");
    private static final Pattern OPEN_DOCUMENT =
            Pattern.compile("application/vnd\\.oasis\\.opendocument\\.[a-z-]+");
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:.*/)?(?:basic|scripts)/.*");
    private static final String OPEN_XML = "application/x-tika-ooxml";

    private final Inspection inspection;
    private final String name;
    private final int depth;

    /// @param name path of the archive
    /// @param depth archives around it
    ArchiveInspection(Inspection inspection, String name, int depth) {
        this.inspection = inspection;
        this.name = name;
        this.depth = depth;
    }

    static boolean isZip(byte[] bytes) {
        return Inspection.beginsWith(bytes, "PK\u0003\u0004")
                || Inspection.beginsWith(bytes, "PK\u0005\u0006")
                || Inspection.beginsWith(bytes, "PK\u0007\b");
    }

    /// @return type of the whole: that of the office document it is, or `application/zip`
    /// @throws IOException if it is damaged, or packed in a way that cannot be looked into
    String look(byte[] bytes) throws IOException {
        requireFewEntries(bytes);
        try (var zip = open(bytes)) {
            var entries = Collections.list(zip.getEntries());
            inspection.packed(entries.size());
            for (var entry : entries) {
                requireInside(entry);
            }
            if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                inspection.add(AttachmentRefusal.ATTACHMENT_ENCRYPTED, name);
                return MediaTypes.ZIP;
            }
            if (entries.stream().allMatch(ZipEntry::isDirectory)) {
                inspection.add(AttachmentRefusal.ATTACHMENT_EMPTY, name);
                return MediaTypes.ZIP;
            }
            return lookAtEntries(zip, entries);
        }
    }

    private static ZipFile open(byte[] bytes) throws IOException {
        try {
            return ZipFile.builder().setByteArray(bytes).get();
        } catch (IllegalArgumentException e) {
            throw new IOException("a zip with fields out of range", e);
        }
    }

    /// Asked before the directory is read, because reading it takes memory for each entry.
    private void requireFewEntries(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int signatures = 0;
        for (int at = text.indexOf("PK\u0001\u0002");
                at >= 0;
                at = text.indexOf("PK\u0001\u0002", at + 4)) {
            signatures++;
        }
        if (signatures > Inspection.MOST_FILES) {
            inspection.packed(signatures);
        }
    }

    private void requireInside(ZipArchiveEntry entry) {
        if (entry.isUnixSymlink() || LEADS_OUTSIDE.matcher(entry.getName()).matches()) {
            inspection.add(
                    AttachmentRefusal.ATTACHMENT_PATH_UNSAFE,
                    name,
                    entry.getName().substring(0, Math.min(entry.getName().length(), 200)));
        }
    }

    private String lookAtEntries(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        var contentTypes = contentTypes(zip, entries);
        var type = type(zip, entries, contentTypes);
        var archive = type.equals(MediaTypes.ZIP);
        if (depth >= (archive ? DEEPEST_ARCHIVE : DEEPEST_DOCUMENT)) {
            inspection.add(AttachmentRefusal.ATTACHMENT_NESTED_TOO_DEEP, name);
            return type;
        }
        if (!archive && hasMacros(type, entries, contentTypes)) {
            inspection.add(AttachmentRefusal.ATTACHMENT_WITH_MACROS, name);
        }
        if (isOpenDocument(type) && encryptsParts(zip, entries)) {
            inspection.add(AttachmentRefusal.ATTACHMENT_ENCRYPTED, name);
        }
        for (var entry : entries) {
            if (archive) {
                lookAtMember(zip, entry);
            } else {
                lookAtPart(zip, entry);
            }
        }
        return type;
    }

    /// An empty member carries nothing, and a folder is none.
    private void lookAtMember(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var bytes = read(zip, entry, inspection.largestInBytes() + 1);
        if (bytes.length > 0) {
            inspection.look(Inspection.path(name, entry.getName()), bytes, depth + 1);
        }
    }

    /// The parts of a document are not files by themselves and may be of any type, except where one is
    /// a file embedded in it.
    private void lookAtPart(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var head = read(zip, entry, 8);
        var embedded =
                isZip(head)
                        || Inspection.isOle2(head)
                        || Inspection.beginsWith(head, "MZ")
                        || Inspection.beginsWith(head, "%PDF");
        if (embedded && !isVbaProject(entry)) {
            lookAtMember(zip, entry);
        }
    }

    private static boolean isVbaProject(ZipArchiveEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
    }

    private static boolean hasMacros(
            String type, List<ZipArchiveEntry> entries, Set<String> contentTypes) {
        return contentTypes.stream().anyMatch(part -> ACTIVE_PART.matcher(part).matches())
                || entries.stream().anyMatch(ArchiveInspection::isVbaProject)
                || isOpenDocument(type) && entries.stream().anyMatch(ArchiveInspection::isScript);
    }

    private static boolean isScript(ZipArchiveEntry entry) {
        return !entry.isDirectory() && SCRIPT.matcher(entry.getName()).matches();
    }

    private static boolean isOpenDocument(String type) {
        return OPEN_DOCUMENT.matcher(type).matches();
    }

    /// A zip may call itself anything; only what an office document may be called is believed.
    private String type(ZipFile zip, List<ZipArchiveEntry> entries, Set<String> contentTypes)
            throws IOException {
        for (var entry : entries) {
            if (entry.getName().equals("mimetype")) {
                var type = new String(read(zip, entry, 200), ISO_8859_1).strip();
                if (isOpenDocument(type)) {
                    return type;
                }
            }
        }
        return contentTypes.isEmpty() ? MediaTypes.ZIP : typeOfOpenXml(contentTypes);
    }

    /// The type of the main part is that of the document. Two main parts are no known document.
    private static String typeOfOpenXml(Set<String> contentTypes) {
        var main = new TreeSet<String>();
        for (var part : contentTypes) {
            var match = MAIN_PART.matcher(part);
            if (match.matches()) {
                main.add(match.group(1) + (part.contains("macroenabled") ? ".12" : ""));
            }
        }
        return main.size() == 1 ? main.getFirst() : OPEN_XML;
    }

    /// Types of all parts of an Office Open XML package, in small letters, and the empty string for the
    /// package itself; nothing if it is none.
    private Set<String> contentTypes(ZipFile zip, List<ZipArchiveEntry> entries)
            throws IOException {
        var types = new HashSet<String>();
        for (var entry : entries) {
            if (entry.getName().equalsIgnoreCase("[Content_Types].xml")) {
                types.add("");
                eachElement(
                        read(zip, entry, LONGEST_DESCRIPTION),
                        element -> {
                            var type = element.getAttributeValue(null, "ContentType");
                            if (type != null) {
                                types.add(type.toLowerCase(Locale.ROOT).strip());
                            }
                        });
            }
        }
        return types;
    }

    private boolean encryptsParts(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (entry.getName().equals("META-INF/manifest.xml")) {
                eachElement(
                        read(zip, entry, LONGEST_DESCRIPTION),
                        element -> names.add(element.getLocalName()));
            }
        }
        return names.contains("encryption-data");
    }

    private static void eachElement(byte[] xml, Consumer<XMLStreamReader> action)
            throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    action.accept(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("a description that is not well-formed XML", e);
        }
    }

    /// Unpacks the whole entry, so that it is counted, and keeps the first bytes of it.
    private byte[] read(ZipFile zip, ZipArchiveEntry entry, int keep) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new IOException("packed by method " + entry.getMethod());
        }
        var kept = new ByteArrayOutputStream();
        try (var stream = zip.getInputStream(entry)) {
            var piece = new byte[8192];
            for (int n = stream.read(piece); n >= 0; n = stream.read(piece)) {
                inspection.unpacked(n);
                kept.write(piece, 0, Math.min(n, keep - kept.size()));
            }
        }
        return kept.toByteArray();
    }
}
