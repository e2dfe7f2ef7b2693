// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// What became of one talking point.
///
/// @param point label: `P1`
/// @param text the wording used where it was adapted, the reason where it was left out
public record PointDelivery(String point, How how, String text) {

    public enum How {
        RAISED,
        ADAPTED,
        OMITTED
    }
}
