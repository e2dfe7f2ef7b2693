// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.function.Consumer;
import org.chancery.access.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The worked example of a first run: the migration instruction of November 2025, from public facts.
@Component
class WorkedExample implements FirstRun {

    private final String example;
    private final Accounts accounts;
    private final ExampleDirectory directory;

    WorkedExample(
            @Value("${chancery.example:}") String example,
            Accounts accounts,
            ExampleDirectory directory) {
        this.example = example;
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public void run(Consumer<String> say) {
        if (example.isEmpty() || !accounts.nobodyYet()) {
            return;
        }
        directory.load(say);
    }

    @Override
    public void farewell(Consumer<String> say) {
        if (example.isEmpty()) {
            return;
        }
        say.accept("Sign in as one of these, password " + ExampleDirectory.PASSWORD + ":");
        directory.signIns().forEach(line -> say.accept("  " + line));
    }
}
