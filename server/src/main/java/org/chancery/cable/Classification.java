// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// The banner where it stands above every portion, and on whose authority the cable is classified.
///
/// @param banner code of a level above the highest portion, empty for the highest portion
/// @param compilationReason why the whole is higher than its parts (MSG-014), else empty
/// @param classifiedBy person by office and function, for original classification
/// @param reason why, for original classification
/// @param derivedFrom source, for derivative classification
/// @param declassifyOn day as `2051-11-24`, empty while not said
public record Classification(
        String banner,
        String compilationReason,
        String classifiedBy,
        String reason,
        String derivedFrom,
        String declassifyOn) {

    public static final Classification NONE = new Classification("", "", "", "", "", "");
}
