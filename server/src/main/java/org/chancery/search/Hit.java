// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

/// One record found.
///
/// @param collection `CABLE`, `FINDING` or `PRESS`
/// @param key number, identity or item id within the collection
/// @param date ISO date, as exactly as known
/// @param excerpt words around the match with `<mark>` as only markup, already escaped
public record Hit(
        String collection, String key, String title, String date, String place, String excerpt) {

    /// Where it is read.
    public String address() {
        return switch (collection) {
            case "CABLE" -> "/cables/" + key.replace(' ', '-');
            case "FINDING" -> "/findings/" + key;
            default -> "/press/items/" + key;
        };
    }
}
