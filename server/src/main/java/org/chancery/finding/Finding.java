// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing a post or a file reports of a government.
public sealed interface Finding {

    Facts facts();

    /// Word in data and API: `MEASURE`, `STATEMENT`, `STATISTIC`, `EVENT`.
    default String kind() {
        return switch (this) {
            case Measure _ -> "MEASURE";
            case Statement _ -> "STATEMENT";
            case Statistic _ -> "STATISTIC";
            case Event _ -> "EVENT";
        };
    }

    /// A step of a rule: what the government did.
    ///
    /// @param family groups the steps of one rule; the finding's own id if it stands alone
    /// @param effectiveTo last day it is known to apply after this step, null if it does not end
    /// @param ask label of the ask a person linked it to, empty if none
    record Measure(
            Facts facts,
            String family,
            Stage stage,
            Direction direction,
            String area,
            String targetGroup,
            String legalReference,
            @Nullable LocalDate effectiveTo,
            String ask)
            implements Finding {}

    /// What the government said, by the office of the speaker.
    ///
    /// @param original the words as they were said, empty where a file gives none
    /// @param language of the original: `de`; empty where there is none
    /// @param translation into the language of the report, empty if none
    /// @param officialTranslation the government's own, not the post's
    /// @param speaker office and function, never a private person; empty where a file gives none
    /// @param onRecord said in public, not in confidence
    /// @param stance step on the scale, or the collector's word: `OPPOSES`, `ALIGNED`; empty if none
    /// @param ask label of the ask it is about, empty if none
    record Statement(
            Facts facts,
            String original,
            String language,
            String translation,
            boolean officialTranslation,
            String speaker,
            boolean onRecord,
            String stance,
            String ask)
            implements Finding {

        /// One of a file, which gives no words.
        public Statement(Facts facts, String stance) {
            this(facts, "", "", "", false, "", true, stance, "");
        }
    }

    /// A number, with everything needed to know what it says (RPT-001).
    record Statistic(
            Facts facts,
            String value,
            String unit,
            String population,
            String denominator,
            String period,
            String method)
            implements Finding {}

    /// Something that happened.
    ///
    /// @param family rule it ended, if it is a step of one, else empty
    /// @param stage for example `STRUCK_DOWN`, empty if it is no step of a rule
    record Event(Facts facts, String family, String stage) implements Finding {}
}
