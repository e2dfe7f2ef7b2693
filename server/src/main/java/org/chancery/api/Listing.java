// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.util.List;
import java.util.function.Function;
import org.chancery.kernel.Page;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next key for `after` of the next page, null at the end
record Listing<T>(List<T> items, @Nullable String next) {

    static <S, T> Listing<T> of(Page<S> page, Function<S, T> form) {
        return new Listing<>(page.rows().stream().map(form).toList(), page.next());
    }

    static <S, T> Listing<T> of(List<S> rows, Function<S, T> form) {
        return new Listing<>(rows.stream().map(form).toList(), null);
    }
}
