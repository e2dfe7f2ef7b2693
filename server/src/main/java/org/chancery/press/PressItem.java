// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

/// One article as it was seen.
///
/// @param id `P001`
/// @param headline as printed, empty where it was not seen
/// @param headlineSource `PAGE`, `URL_SLUG` or `NOT_SEEN`
/// @param origin whom the story goes back to: `NYT`, `REUTERS`, `NYT+REUTERS`, `UNKNOWN`, ...
/// @param hops steps from the origin, -1 if not known
/// @param confidence `HIGH`, `MODERATE` or `LOW`
public record PressItem(
        String id,
        String outlet,
        String country,
        String outletType,
        String language,
        String date,
        String uri,
        String headline,
        String headlineSource,
        String attributedTo,
        String attributed,
        String summary,
        String origin,
        int hops,
        String addressees,
        String cableDate,
        String cluster,
        String discrepancy,
        String confidence) {}
