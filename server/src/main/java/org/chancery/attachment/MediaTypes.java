// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// What kind of file something is, by its first bytes and by its name.
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String TEXT = "text/plain";
    static final String XML = "application/xml";
    static final String MAIL = "message/rfc822";

    static final String UNKNOWN = "application/octet-stream";

    /// What a mail may seem to be by its first bytes.
    private static final Set<String> LIKE_MAIL =
            Set.of("application/mbox", "text/html", "application/xhtml+xml");

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,12}$");

    private MediaTypes() {}

    /// By content alone. What is inside a zip is for [ArchiveInspection] to say.
    static String ofContent(byte[] bytes) {
        var type = detect(bytes, new Metadata());
        // XML need not begin with a declaration, and without one only its root element tells.
        return type.equals(TEXT) && beginsWithElement(bytes) ? ofUndeclaredXml(bytes) : type;
    }

    private static String ofUndeclaredXml(byte[] bytes) {
        var declaration = "<?xml version=\"1.0\"?>".getBytes(US_ASCII);
        var declared = new byte[declaration.length + bytes.length];
        System.arraycopy(declaration, 0, declared, 0, declaration.length);
        System.arraycopy(bytes, 0, declared, declaration.length, bytes.length);
        return detect(declared, new Metadata());
    }

    private static boolean beginsWithElement(byte[] bytes) {
        for (var one : bytes) {
            if (!Character.isWhitespace(one)) {
                return one == '<';
            }
        }
        return false;
    }

    /// By the ending alone. A text may have only the usual ending of its type, because programs go by
    /// the ending: `.htc` and `.bsh` are plain text too.
    static String ofName(String name) {
        var ending = ENDING.matcher(name);
        if (!ending.find()) {
            return UNKNOWN;
        }
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file" + ending.group());
        var type = detect(null, metadata);
        var usual = ending.group().toLowerCase(Locale.ROOT).equals(ending(type));
        return isText(type) && !usual ? UNKNOWN : type;
    }

    private static String detect(byte @Nullable [] bytes, Metadata metadata) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(bytes == null ? null : new ByteArrayInputStream(bytes), metadata)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// What content and name together say: a text can be told apart only by its name, everything else
    /// is what its content says.
    ///
    /// @return `ofContent` itself where the name says something else
    static String agreed(String ofContent, String ofName) {
        var nameIsFiner =
                ofContent.equals(TEXT) && isText(ofName)
                        || ofContent.equals(XML) && specialises(ofName, XML);
        // A mail program reads whatever text there is as a mail, also one with HTML in it.
        if (ofName.equals(MAIL) && (isText(ofContent) || LIKE_MAIL.contains(ofContent))) {
            return MAIL;
        }
        // A memorandum that begins with "From:" looks like mail, and is read as text all the same.
        var looksLikeMore =
                ofName.equals(TEXT) && (ofContent.equals(MAIL) || ofContent.equals(XML));
        return nameIsFiner || looksLikeMore ? ofName : ofContent;
    }

    /// The usual ending with its dot, `.pdf`; empty for a type without one.
    static String ending(String type) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
        } catch (MimeTypeException e) {
            throw new IllegalArgumentException("not a media type: " + type, e);
        }
    }

    /// The usual endings of the types, for a person: `csv, docx, pdf`.
    static String endings(Collection<String> types) {
        return types.stream()
                .map(type -> ending(type).isEmpty() ? type : ending(type).substring(1))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isText(String type) {
        return type.equals(TEXT) || specialises(type, TEXT);
    }

    private static boolean specialises(String type, String general) {
        return MimeTypes.getDefaultMimeTypes()
                .getMediaTypeRegistry()
                .isSpecializationOf(MediaType.parse(type), MediaType.parse(general));
    }
}
