// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A cable this one refers to.
///
/// @param number as written: `26 STATE 7`
/// @param notal not sent to, or not needed by, all addressees
/// @param external not in this archive and known not to be (MSG-022)
public record Reference(String number, Relation relation, boolean notal, boolean external) {

    /// What this cable is to the one it refers to.
    public enum Relation {
        REFERS,
        ANSWERS,
        /// Goes on with an instruction, which stays in force.
        SUPPLEMENTS,
        /// Replaces the text of the other for everybody who received it (MSG-024).
        CORRECTS,
        /// Takes the other back (MSG-026).
        CANCELS,
        /// Sends the other, unchanged, to further addressees.
        READDRESSES
    }

    public static Reference to(String number) {
        return new Reference(number, Relation.REFERS, false, false);
    }
}
