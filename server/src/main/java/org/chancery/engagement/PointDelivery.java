// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// What became of one talking point.
///
/// @param point label: `P1`
/// @param text the wording used where it was adapted, the reason where it was left out
/// @param original wording of the instruction, kept beside the adapted one (DEM-005); empty where
///   the point was not adapted. It is read from the instruction, whatever is handed in.
public record PointDelivery(String point, How how, String text, String original) {

    public PointDelivery(String point, How how, String text) {
        this(point, how, text, "");
    }

    public enum How {
        RAISED,
        ADAPTED,
        OMITTED
    }

    boolean made() {
        return how != How.OMITTED;
    }
}
