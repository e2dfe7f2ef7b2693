// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

/// What a brief may contain, in the order it is printed.
public enum Part {
    /// The file in a few sentences: how much is known, where word and deed lie apart.
    STATE,
    POSITIONS,
    COVERAGE,
    MEASURES,
    STATEMENTS,
    /// Claims the points of the instruction rest on.
    CLAIMS,
    /// Where press reports of the matter disagree.
    PRESS,
    /// Numbers set side by side, with the reason where they may not be (IND-003).
    INDICATORS
}
