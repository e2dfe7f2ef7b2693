// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.chancery.cable.Addressing;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;

/// Which copies of an office are wanted, and in which order.
///
/// @param office whose inbox
/// @param role null for both
/// @param precedences codes; empty for all
/// @param dueFirst by due time, what is open first; otherwise newest first
public record InboxQuestion(
        OfficeCode office,
        Folder folder,
        @Nullable Addressing role,
        Set<String> precedences,
        boolean dueFirst) {

    public InboxQuestion {
        precedences = Set.copyOf(precedences);
    }

    public InboxQuestion(OfficeCode office, Folder folder) {
        this(office, folder, null, Set.of(), false);
    }

    /// Place in a list by due time: as [Delivery.Group] orders it, newest first within.
    ///
    /// @param sort the column `sort_at`
    record DueKey(Instant sort, TimeKey newest) {

        static final DueKey START = new DueKey(Instant.EPOCH, TimeKey.START);

        /// @throws Refusal `VALUE_UNKNOWN` for a text that is no key
        static DueKey parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            var parts = text.split("_", 2);
            try {
                return new DueKey(
                        Instant.parse(parts[0]), TimeKey.parse(parts.length > 1 ? parts[1] : "-"));
            } catch (DateTimeParseException e) {
                throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "after=<next>");
            }
        }

        @Override
        public String toString() {
            return sort + "_" + newest;
        }
    }
}
