// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.util.List;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// A rule of a jurisdiction, or a package of rules: how it is coded now. Its steps are findings.
///
/// @param version of the coding, from 1 on
/// @param derived direction of a package from its provisions; null without any (MEA-004)
/// @param reportedBy office, empty where it came from a file
/// @param codedBy office that made this version
public record Measure(
        MeasureId id,
        GovernmentCode government,
        long version,
        Coding coding,
        @Nullable Direction derived,
        CodingState state,
        String reportedBy,
        String codedBy,
        Instant recordedAt,
        Label label) {

    public enum CodingState {
        CODED_BY_POST,
        SECOND_CODED,
        RECONCILED
    }

    /// @param kind `ENTERED`, `CORRECTED`, `RECONCILED`
    /// @param reason of a correction, empty for the first
    public record Version(
            long version,
            String kind,
            String reason,
            Coding coding,
            String by,
            String office,
            Instant at) {}

    /// The same version coded again, blind.
    ///
    /// @param magnitude empty where the coder gave none
    public record SecondCoding(
            long version,
            String area,
            Direction direction,
            String magnitude,
            String by,
            String office,
            Instant at) {

        /// Both coders say the same of area, direction and magnitude.
        public boolean agrees(Coding first) {
            return area.equals(first.classes().area())
                    && direction == first.effect().direction()
                    && magnitude.equals(Measure.magnitude(first));
        }
    }

    /// How often two coders agreed; a count of fields, never a score of states.
    ///
    /// @param agreed measures on which both said the same
    /// @param coded measures coded twice
    public record Agreement(String subject, String area, int agreed, int coded) {}

    /// A measure with everything that hangs on it, as one reader may see it.
    ///
    /// @param state steps up to the day, null if none was certainly taken by then
    /// @param replaced steps recorded wrongly, oldest first
    /// @param second null where nobody coded it again, or it is not for this reader yet
    /// @param notices what is said beside it: conflicts, an end that passed, a stall
    public record File(
            Measure measure,
            @Nullable MeasureState state,
            List<Replaced> replaced,
            List<Version> versions,
            List<Document> documents,
            List<Measure> provisions,
            @Nullable SecondCoding second,
            List<Problem> notices) {

        public File {
            replaced = List.copyOf(replaced);
            versions = List.copyOf(versions);
            documents = List.copyOf(documents);
            provisions = List.copyOf(provisions);
            notices = List.copyOf(notices);
        }

        /// Two coders differ and nobody has settled it: no direction may be shown as fact.
        public boolean codedDifferently() {
            return second != null
                    && measure.state() == CodingState.SECOND_CODED
                    && !second.agrees(measure.coding());
        }
    }

    /// A step that was recorded wrongly.
    public record Replaced(Finding step, String reason, String by, String office, Instant at) {}

    static String magnitude(Coding coding) {
        var magnitude = coding.effect().magnitude();
        return magnitude == null ? "" : magnitude.name();
    }

    /// Of a package that has provisions theirs, else the coded one.
    public Direction direction() {
        return derived == null ? coding.effect().direction() : derived;
    }

    /// What differs within one scheme (MEA-006).
    public List<LegalReference.Conflict> conflicts() {
        return LegalReference.conflicts(coding.references());
    }

    /// Direction of a package from those of its provisions: neutral ones do not count, one way is
    /// that way, both ways are mixed, and what is unclear stays unclear.
    static Direction derive(List<Direction> provisions) {
        var ways = provisions.stream().filter(d -> d != Direction.NEUTRAL).distinct().toList();
        if (ways.isEmpty()) {
            return Direction.NEUTRAL;
        }
        if (ways.contains(Direction.MORE_RESTRICTIVE)
                && ways.contains(Direction.LESS_RESTRICTIVE)) {
            return Direction.MIXED;
        }
        return ways.size() == 1 ? ways.getFirst() : Direction.UNCLEAR;
    }
}
