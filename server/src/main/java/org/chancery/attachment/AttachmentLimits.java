// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import java.util.Set;
import org.springframework.util.unit.DataSize;

/// What an organisation accepts as attachment.
///
/// @param largest size of one file, 1 byte to 100 MB; it is read into memory as a whole
/// @param mediaTypes accepted types, at least one, for example `application/pdf`
public record AttachmentLimits(DataSize largest, Set<String> mediaTypes) {

    private static final DataSize CEILING = DataSize.ofMegabytes(100);

    public AttachmentLimits {
        mediaTypes = Set.copyOf(mediaTypes);
        if (largest.toBytes() < 1 || largest.compareTo(CEILING) > 0) {
            throw new IllegalArgumentException(
                    "the largest attachment has 1 byte to 100 MB, but " + largest);
        }
        if (mediaTypes.isEmpty()) {
            throw new IllegalArgumentException("name at least one type of attachment");
        }
    }

    public boolean accepts(String mediaType) {
        return mediaTypes.contains(mediaType);
    }

    /// Fits, because the ceiling does.
    int largestInBytes() {
        return Math.toIntExact(largest.toBytes());
    }

    /// The largest size as a person writes it: `10 MB`, `64 KB`, `100 B`.
    String largestInWords() {
        return inWords(largest.toBytes());
    }

    static String inWords(long bytes) {
        if (bytes % DataSize.ofMegabytes(1).toBytes() == 0) {
            return DataSize.ofBytes(bytes).toMegabytes() + " MB";
        }
        if (bytes % DataSize.ofKilobytes(1).toBytes() == 0) {
            return DataSize.ofBytes(bytes).toKilobytes() + " KB";
        }
        return bytes + " B";
    }
}
