// SPDX-License-Identifier: Apache-2.0
package org.chancery.archive;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door for files that come in. Finds by the header row which module takes the table.
@Component
public class Import {

    private final List<TableIntake> intakes;
    private final AuditTrail audit;

    Import(List<TableIntake> intakes, AuditTrail audit) {
        this.intakes = List.copyOf(intakes);
        this.audit = audit;
    }

    /// Loads all rows in one transaction: either the report of every row comes back, or nothing is
    /// stored.
    ///
    /// @param name of the file, for the report
    /// @throws Refusal `FILE_NOT_RECOGNISED` if no module knows the header
    @Transactional
    public LoadReport load(String name, Reader content) {
        try (var table = new Table(name, content)) {
            var header = table.header();
            var report =
                    intakes.stream()
                            .filter(intake -> intake.recognises(header))
                            .findFirst()
                            .orElseThrow(() -> new Refusal(KernelRefusal.FILE_NOT_RECOGNISED, name))
                            .load(table);
            audit.append(
                    new NewAuditEntry(
                            "system",
                            "",
                            "file.imported",
                            "file",
                            name,
                            Map.of(
                                    "read", String.valueOf(report.read()),
                                    "stored", String.valueOf(report.stored()),
                                    "refused", String.valueOf(report.refused().size()))));
            return report;
        }
    }
}
