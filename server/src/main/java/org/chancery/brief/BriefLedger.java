// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.Map;
import org.chancery.access.Actor;
import org.chancery.audit.AuditEntry;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps briefs and writes down who made and opened them. The log is locked while an entry is
/// written, so files are made between two short transactions, never in one.
@Component
class BriefLedger {

    private final BriefRepository repository;
    private final AuditTrail audit;

    BriefLedger(BriefRepository repository, AuditTrail audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /// The entry a brief names, written before its file exists; the file's own hash follows with
    /// [#keep].
    @Transactional
    public AuditEntry begin(String number, Map<String, String> facts, Actor actor) {
        return audit.append(entry("brief.made", number, facts, actor));
    }

    @Transactional
    public void keep(Brief brief, Map<String, byte[]> files, Actor actor) {
        repository.insert(brief);
        for (var file : brief.files()) {
            var content = files.get(file.ending());
            if (content == null) {
                throw new IllegalStateException(brief.number() + " has no " + file.ending());
            }
            repository.insert(brief.number(), file, content);
            audit.append(
                    entry(
                            "brief.exported",
                            brief.number(),
                            Map.of("file", file.ending(), "sha256", file.sha256()),
                            actor));
        }
    }

    @Transactional
    public void opened(Brief brief, String ending, Actor actor) {
        audit.append(entry("brief.opened", brief.number(), Map.of("file", ending), actor));
    }

    private static NewAuditEntry entry(
            String act, String number, Map<String, String> facts, Actor actor) {
        return new NewAuditEntry(
                actor.signIn(), actor.office().value(), act, "brief", number, facts);
    }
}
