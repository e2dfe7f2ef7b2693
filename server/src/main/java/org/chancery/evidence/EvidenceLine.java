// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

/// One piece of evidence for or against a claim, with what a reader must know to weigh it.
///
/// @param certainty how sure the source lets us be: `HIGH`, `MODERATE`, `LOW`
/// @param gist what it says, in our own words
/// @param measure what was counted
/// @param value with its unit
/// @param denominator share of what
/// @param population who was counted
/// @param place and period it covers
/// @param adjustment what was held constant
/// @param design how it was found out
/// @param kind of source
/// @param source title
/// @param uri http or https address
public record EvidenceLine(
        ClaimId claim,
        Direction direction,
        String certainty,
        String gist,
        String measure,
        String value,
        String denominator,
        String population,
        String place,
        String period,
        String adjustment,
        String design,
        String kind,
        String source,
        String uri) {

    public enum Direction {
        SUPPORTS,
        DISPUTES,
        QUALIFIES
    }
}
