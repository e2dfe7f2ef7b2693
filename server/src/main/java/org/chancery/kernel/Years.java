// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

/// The year in a number. Two digits mean 2000 to 2099 and nothing else, so that no number of 1975 is
/// read as one of 2075.
public final class Years {

    private Years() {}

    /// @param year `2026` gives `26`; a year of another century stands in full, `1975`
    public static String brief(int year) {
        return year >= 2000 && year <= 2099 ? "%02d".formatted(year % 100) : String.valueOf(year);
    }
}
