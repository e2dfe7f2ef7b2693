// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks every night whether each number ever given still stands on its cable, and raises the alarm
/// where one does not: in the log, and in the audit for the security officer.
@Component
class SeriesWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesWatch.class);

    private final NumberSeries numbers;
    private final AuditTrail audit;

    SeriesWatch(NumberSeries numbers, AuditTrail audit) {
        this.numbers = numbers;
        this.audit = audit;
    }

    @Scheduled(cron = "0 15 0 * * *", zone = "UTC")
    @Transactional
    List<NumberSeries.Gap> look() {
        var gaps = numbers.gaps();
        for (var gap : gaps) {
            var missing =
                    gap.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
            LOG.error("{} {}: {} missing (MSG-029)", gap.series(), gap.year(), missing);
            audit.append(
                    new NewAuditEntry(
                            "system",
                            "",
                            "series.gap",
                            "series",
                            gap.series() + " " + gap.year(),
                            Map.of("missing", missing)));
        }
        return gaps;
    }
}
