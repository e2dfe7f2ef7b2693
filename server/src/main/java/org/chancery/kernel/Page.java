// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some rows and the key of the next ones. Page 1000 costs what page 1 costs.
///
/// @param rows at most the limit asked for
/// @param next opaque key for the rows after these, null at the end
public record Page<T>(List<T> rows, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        rows = List.copyOf(rows);
    }

    /// Cuts a list that was read with one row more than wanted.
    ///
    /// @param read rows read with `limit + 1`
    /// @param key of the last row that is shown
    public static <T> Page<T> cut(List<T> read, int limit, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        var rows = read.subList(0, limit);
        return new Page<>(rows, key.apply(rows.getLast()));
    }

    /// @throws Refusal `NUMBER_MALFORMED` outside 1 to 200
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw new Refusal(KernelRefusal.NUMBER_MALFORMED, String.valueOf(wanted), 1, MAX_LIMIT);
        }
        return wanted;
    }
}
