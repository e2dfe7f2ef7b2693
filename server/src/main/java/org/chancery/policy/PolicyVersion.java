// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Instant;

/// A policy file this installation once ran with.
///
/// @param hash SHA-256 of its text, 64 hexadecimal digits
/// @param version as written in the file; two files may say the same
/// @param since when it came into use for the last time
public record PolicyVersion(
        String hash, String name, String version, Instant firstUsedAt, Instant since) {}
