// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.chancery.access.Accounts;
import org.chancery.archive.Import;
import org.chancery.kernel.LoadReport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The worked example of a first run: the migration instruction of November 2025, from public facts.
@Component
class WorkedExample implements FirstRun {

    static final String NAME = "migration-2025";
    private static final String FOLDER = "/example/";

    private final String example;
    private final Accounts accounts;
    private final ExampleDirectory directory;
    private final ExampleInstruction instruction;
    private final ExampleEvidence evidence;
    private final Import files;
    private final TransactionTemplate transaction;

    WorkedExample(
            @Value("${chancery.example:}") String example,
            Accounts accounts,
            ExampleDirectory directory,
            ExampleInstruction instruction,
            ExampleEvidence evidence,
            Import files,
            PlatformTransactionManager transactions) {
        this.example = example;
        this.accounts = accounts;
        this.directory = directory;
        this.instruction = instruction;
        this.evidence = evidence;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Consumer<String> say) {
        if (!example.equals(NAME) || !accounts.nobodyYet()) {
            return;
        }
        // One transaction: a start that is killed while loading leaves nothing half.
        transaction.executeWithoutResult(
                status -> {
                    directory.load(FOLDER, say);
                    for (var file : List.of("measures.csv", "press.csv", "indicators.csv")) {
                        report(load(file), say);
                    }
                    evidence.loadClaims(say);
                    instruction.load(say);
                    report(evidence.loadPositions(), say);
                    report(evidence.loadGovernmentChanges(), say);
                });
    }

    private LoadReport load(String file) {
        var stream = WorkedExample.class.getResourceAsStream("/example/" + file);
        if (stream == null) {
            throw new IllegalStateException("The jar has no example/" + file);
        }
        return files.load(file, new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static void report(LoadReport report, Consumer<String> say) {
        say.accept(ImportCommand.line(report));
        for (var row : report.refused()) {
            row.problems().forEach(p -> say.accept("  line " + row.line() + ": " + p.detail()));
        }
    }

    @Override
    public void farewell(Consumer<String> say) {
        if (example.equals(NAME)) {
            directory.greet(FOLDER, say);
        }
    }
}
