// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Instant;
import org.chancery.cable.Content;

/// A version a draft once had, or has.
///
/// @param by sign-in name of who wrote it
public record DraftVersion(long version, Content content, String by, Instant at) {}
