// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door of the policy: the one in use, and every one that was.
@Component
public class Policies {

    private final Policy policy;
    private final PolicySource source;
    private final PolicyRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    Policies(
            Policy policy,
            PolicySource source,
            PolicyRepository repository,
            AuditTrail audit,
            Clock clock) {
        this.policy = policy;
        this.source = source;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    public Policy current() {
        return policy;
    }

    /// Every version that was in use, the one in use last first.
    public List<PolicyVersion> versions() {
        return repository.versions();
    }

    /// The file as it was, comments included.
    ///
    /// @throws Refusal `ABSENT` if no version has the hash
    public String text(String hash) {
        return repository.text(hash).orElseThrow(() -> Refusal.absent(hash));
    }

    /// Keeps the file in use, if it is not the one in use before.
    @Transactional
    void use() {
        var before = repository.lockInUse().orElse("");
        if (before.equals(policy.hash())) {
            return;
        }
        repository.insert(policy, source.text(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.append(
                new NewAuditEntry(
                        "system",
                        "",
                        "policy.changed",
                        "policy",
                        policy.name() + " " + policy.version(),
                        Map.of("hash", policy.hash(), "before", before)));
    }
}
