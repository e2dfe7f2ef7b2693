// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// Knows of discrepancies a brief must print. Filled in by whoever may call the module that keeps
/// them: the press from the pages, conflicting legal references from the measures.
public interface OpenQuestions {

    /// @param families rules the brief prints
    /// @param press the brief uses what the press reports
    record Subject(
            InstructionId instruction,
            @Nullable GovernmentCode government,
            LocalDate asOf,
            Instant knownAt,
            Set<String> families,
            boolean press) {

        public Subject {
            families = Set.copyOf(families);
        }
    }

    /// In an order that does not change; nothing the reader may not read.
    List<OpenQuestion> about(Subject subject, ReadScope reader);
}
