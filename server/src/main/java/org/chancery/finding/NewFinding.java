// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

/// A finding as a post enters it; texts as typed, checked all at once when the report is filed.
///
/// @param kind `MEASURE`, `STATEMENT`, `STATISTIC` or `EVENT`
/// @param ask label of the ask it is about, empty if none
/// @param value and the five after it: for statistics only
public record NewFinding(
        String kind,
        String title,
        String summary,
        String date,
        String stage,
        String direction,
        String area,
        String ask,
        String sourceTitle,
        String sourceUri,
        String value,
        String unit,
        String population,
        String denominator,
        String period,
        String method) {}
