// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

/// Which way a measure goes, compared with the same jurisdiction just before. Never added up over
/// jurisdictions (MEA-005).
public enum Direction {
    MORE_RESTRICTIVE,
    LESS_RESTRICTIVE,
    NEUTRAL,
    MIXED,
    UNCLEAR
}
