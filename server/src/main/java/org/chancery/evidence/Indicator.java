// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

/// A series of numbers of one kind.
///
/// @param id `US_REFUGEE_CEILING`
/// @param calendar `FISCAL_YEAR`, `CALENDAR_YEAR` or `OTHER`
public record Indicator(String id, String title, Metric metric, String unit, String calendar) {}
