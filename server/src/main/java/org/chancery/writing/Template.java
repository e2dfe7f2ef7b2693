// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.time.Instant;
import java.util.UUID;
import org.chancery.cable.Content;

/// A text an office keeps to start others from.
///
/// @param name chosen by the office, 1 to 80 characters, once in an office
/// @param content without what belongs to one occasion: times, references, attachments
/// @param by sign-in name of whoever kept it last
public record Template(UUID id, String name, Content content, String by, Instant at) {

    public static final int LONGEST_NAME = 80;
}
