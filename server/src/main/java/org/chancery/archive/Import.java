// SPDX-License-Identifier: Apache-2.0
package org.chancery.archive;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.chancery.kernel.TextIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door for files that come in. Finds by the file’s name, or for a table by its header row, which
/// module takes it.
@Component
public class Import {

    private final List<TableIntake> intakes;
    private final List<TextIntake> texts;
    private final AuditTrail audit;

    Import(List<TableIntake> intakes, List<TextIntake> texts, AuditTrail audit) {
        this.intakes = List.copyOf(intakes);
        this.texts = List.copyOf(texts);
        this.audit = audit;
    }

    /// Loads all rows in one transaction: either the report of every row comes back, or nothing is
    /// stored.
    ///
    /// @param name of the file, for the report
    /// @throws Refusal `FILE_NOT_RECOGNISED` if no module knows the header
    @Transactional
    public LoadReport load(String name, Reader content) {
        var report =
                texts.stream()
                        .filter(intake -> intake.recognises(name))
                        .findFirst()
                        .map(intake -> intake.load(name, all(content)))
                        .orElseGet(() -> table(name, content));
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

    private LoadReport table(String name, Reader content) {
        try (var table = new Table(name, content)) {
            var header = table.header();
            return intakes.stream()
                    .filter(intake -> intake.recognises(header))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(KernelRefusal.FILE_NOT_RECOGNISED, name))
                    .load(table);
        }
    }

    private static String all(Reader content) {
        var text = new StringWriter();
        try {
            content.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a file", e);
        }
        return text.toString();
    }
}
