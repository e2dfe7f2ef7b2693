// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.ArrayList;
import java.util.List;

/// What became of every row of a file. The four counts add up to the rows read.
///
/// @param source name of the file
/// @param read rows of data, the header not counted
/// @param stored rows that are new
/// @param known rows that were already here, unchanged
/// @param refused rows that were not taken, each with line and reason
public record LoadReport(String source, int read, int stored, int known, List<RefusedRow> refused) {

    public LoadReport {
        refused = List.copyOf(refused);
        if (read != stored + known + refused.size()) {
            throw new IllegalStateException(
                    "Rows of "
                            + source
                            + " do not add up: "
                            + read
                            + " read, "
                            + stored
                            + " stored, "
                            + known
                            + " known, "
                            + refused.size()
                            + " refused");
        }
    }

    /// @param line line in the file, the header is line 1
    public record RefusedRow(long line, List<Problem> problems) {
        public RefusedRow {
            problems = List.copyOf(problems);
        }
    }

    /// Counts while loading.
    public static final class Counter {
        private final String source;
        private int read;
        private int stored;
        private int known;
        private final List<RefusedRow> refused = new ArrayList<>();

        public Counter(String source) {
            this.source = source;
        }

        public void stored() {
            read++;
            stored++;
        }

        public void known() {
            read++;
            known++;
        }

        public void refused(long line, List<Problem> problems) {
            read++;
            refused.add(new RefusedRow(line, problems));
        }

        public LoadReport report() {
            return new LoadReport(source, read, stored, known, refused);
        }
    }
}
