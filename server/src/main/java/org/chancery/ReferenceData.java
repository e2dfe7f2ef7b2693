// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.Offices;
import org.chancery.kernel.Table;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The governments of the world, needed by every installation.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferenceData implements FirstRun {

    private final Offices offices;

    ReferenceData(Offices offices) {
        this.offices = offices;
    }

    @Override
    public void run(Consumer<String> say) {
        if (!offices.governments().isEmpty()) {
            return;
        }
        register("/reference/governments.csv", say);
    }

    /// @param file of the jar; a jurisdiction without a code in ISO 3166-1 has the scheme `CHANCERY`
    void register(String file, Consumer<String> say) {
        var governments = new ArrayList<Government>();
        try (var table = Table.ofResource(file)) {
            table.forEach(
                    row ->
                            governments.add(
                                    new Government(
                                            new GovernmentCode(row.get("code")),
                                            Government.Scheme.valueOf(row.get("scheme")),
                                            Names.of(row.get("name_en"), row.get("name_de")),
                                            row.get("region"))));
        }
        offices.register(governments);
        say.accept("governments.csv: " + governments.size() + " governments");
    }

    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }
}
