// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.directory.GovernmentCode;
import org.jspecify.annotations.Nullable;

/// “Which measures with direction X on area Y were in force in these states on date D, and which
/// were merely announced?”
///
/// @param jurisdictions empty for all
/// @param direction null for any
/// @param area code, empty for any
/// @param subject code of a vocabulary, empty for any
/// @param standing where on its way it was that day
public record MeasureQuery(
        Set<GovernmentCode> jurisdictions,
        @Nullable Direction direction,
        String area,
        String subject,
        Standing standing,
        LocalDate asOf) {

    public enum Standing {
        ALL,
        IN_FORCE,
        ANNOUNCED,
        ENDED
    }

    public MeasureQuery {
        jurisdictions = Set.copyOf(jurisdictions);
    }

    public static MeasureQuery on(LocalDate day) {
        return new MeasureQuery(Set.of(), null, "", "", Standing.ALL, day);
    }

    String[] codes() {
        return new TreeSet<>(jurisdictions)
                .stream().map(GovernmentCode::value).toArray(String[]::new);
    }

    /// Stages it asks for, as a query takes them.
    String[] stages() {
        return switch (standing) {
            case ALL -> Stage.names(stage -> true);
            case IN_FORCE -> Stage.names(Stage::inForce);
            case ANNOUNCED -> Stage.names(Stage::beforeForce);
            case ENDED -> Stage.names(stage -> !stage.inForce() && !stage.beforeForce());
        };
    }
}
