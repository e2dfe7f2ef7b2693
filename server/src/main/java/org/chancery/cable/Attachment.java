// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.UUID;

/// A file a cable carries; its bytes are kept by the module attachment under their hash.
///
/// @param hash SHA-256, 64 lower-case hexadecimal digits
/// @param name as shown and saved
/// @param size bytes
/// @param mark code of the level of this file, empty while unmarked
public record Attachment(
        UUID id, String hash, String name, String mediaType, long size, String mark) {}
