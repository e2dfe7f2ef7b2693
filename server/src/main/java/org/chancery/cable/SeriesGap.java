// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;

/// Numbers of a series that were given and stand on no cable: a record is lost (MSG-029).
///
/// @param missing numbers in order, at most 100
public record SeriesGap(String series, int year, List<Integer> missing) {

    public SeriesGap {
        missing = List.copyOf(missing);
    }
}
