// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import java.util.regex.Pattern;
import org.chancery.kernel.Refusal;

/// A file in the store under the name its sender gave it. The same content under two names is stored
/// once.
///
/// @param hash SHA-256 of the content, 64 lower-case hexadecimal digits
/// @param name 1 to 200 characters, neither separators of a path nor control characters nor marks
///   that turn the writing direction and so hide the ending
/// @param mediaType what name and content agree on, for example `application/pdf`
/// @param size bytes, at least 1
public record StoredFile(String hash, String name, String mediaType, long size) {

    public static final int LONGEST_NAME = 200;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME =
            Pattern.compile("[^/\\\\\\p{Cntrl}\\u0080-\\u009F\\u2028-\\u202E\\u2066-\\u2069]+");

    /// @throws Refusal `ATTACHMENT_NAME_MALFORMED` for any other name
    public StoredFile {
        requireName(name);
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "a hash is 64 lower-case hexadecimal digits, but is " + hash);
        }
        if (mediaType.isBlank()) {
            throw new IllegalArgumentException("a stored file has a media type");
        }
        if (size < 1) {
            throw new IllegalArgumentException("a stored file has 1 byte or more, but " + size);
        }
    }

    static void requireName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.equals(".")
                || name.equals("..")
                || !NAME.matcher(name).matches()) {
            throw new Refusal(
                    AttachmentRefusal.ATTACHMENT_NAME_MALFORMED,
                    name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                    LONGEST_NAME);
        }
    }
}
