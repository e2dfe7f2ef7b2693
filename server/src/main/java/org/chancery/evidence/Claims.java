// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.CableReleasing;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.ReleaseCheck;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to claims and what backs them. Claims carry no label: whoever may sign in may know what the
/// evidence says; where a claim is made is shown only with the cable it stands in.
@Component
public class Claims implements ReleaseCheck {

    private final ClaimRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    Claims(ClaimRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /// In the order of their names, parts after the whole.
    public List<Claim> all() {
        return repository.all();
    }

    /// @throws Refusal `ABSENT` if there is none
    public Claim get(ClaimId id) {
        return find(id).orElseThrow(() -> Refusal.absent(id.value()));
    }

    public Optional<Claim> find(ClaimId id) {
        return all().stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    public List<EvidenceLine> lines(ClaimId id) {
        return repository.lines(id);
    }

    /// All assessments there ever were, newest first.
    public List<Assessment> history(ClaimId id) {
        return repository.history(id);
    }

    /// Released cables that make the claim; the caller shows those the reader may read.
    public List<ClaimSite> sites(ClaimId id) {
        return repository.sitesOf(id);
    }

    /// What stands in the margin of these rows.
    public Map<UUID, Verdict> verdicts(Collection<UUID> paragraphs) {
        var sites = repository.sitesAt(paragraphs);
        if (sites.isEmpty()) {
            return Map.of();
        }
        var claims = new HashMap<ClaimId, Claim>();
        all().forEach(claim -> claims.put(claim.id(), claim));
        var verdicts = new HashMap<UUID, Verdict>();
        for (var site : sites) {
            var claim = claims.get(site.claim());
            if (claim != null) {
                verdicts.put(
                        site.paragraph(), new Verdict(claim, claim.status(), site.atRelease()));
            }
        }
        return verdicts;
    }

    /// Says that a row of a draft rests on a claim; an empty claim takes the link away.
    @Transactional
    public void link(UUID paragraph, Draft draft, Optional<ClaimId> claim, Actor actor) {
        actor.require(Permission.DRAFT);
        draft.state().requireOpen();
        claim.ifPresent(this::get);
        repository.unlink(paragraph);
        claim.ifPresent(id -> repository.link(id, paragraph, draft.id()));
    }

    /// @param place government code, empty for the claim as a whole
    /// @throws Refusal with everything that stands against it (RPT-005, CLM-001, CLM-003, CLM-005)
    @Transactional
    public void assess(ClaimId id, String place, ClaimStatus status, String reason, Actor actor) {
        actor.require(Permission.ASSESS_CLAIM);
        var claim = get(id);
        var problems = new Problems();
        var needsLine =
                status == ClaimStatus.SUPPORTED
                        || status == ClaimStatus.CONTRADICTED
                        || status == ClaimStatus.CONTESTED;
        problems.require(
                !needsLine || !lines(id).isEmpty(),
                "status",
                status == ClaimStatus.SUPPORTED
                        ? EvidenceRefusal.EVIDENCE_MISSING
                        : EvidenceRefusal.NOTHING_REVIEWED);
        problems.require(
                status != ClaimStatus.UNSUPPORTED || claim.noDataOffered() != null,
                "status",
                EvidenceRefusal.NOTHING_REVIEWED);
        problems.require(
                status == ClaimStatus.NOT_ASSESSED || !reason.isBlank(),
                "reason",
                EvidenceRefusal.REASON_NEEDED);
        problems.require(
                !(needsLine
                        && (claim.type().equals("NORMATIVE") || claim.type().equals("PREDICTION"))),
                "status",
                EvidenceRefusal.NOT_CHECKABLE_TYPE);
        problems.refuse();
        repository.assess(
                id,
                new Assessment(
                        place,
                        status,
                        reason.strip(),
                        List.of(),
                        actor.signIn(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.append(actor.signIn(), actor.office().value(), "claim.assessed", "claim", id.value());
    }

    /// Takes over a claim of the worked example with its assessments and lines.
    @Transactional
    public void register(Claim claim, List<EvidenceLine> lines) {
        repository.insert(claim);
        claim.assessments().forEach(assessment -> repository.assess(claim.id(), assessment));
        lines.forEach(repository::insert);
    }

    /// A point that rests on an unsupported or contradicted claim needs the approver's word; on a
    /// contested or unassessed one it is said (CLM-006).
    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var rows = draft.content().paragraphs();
        var verdicts = verdicts(rows.stream().map(row -> row.id()).toList());
        var checks = new ArrayList<Check>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var verdict = verdicts.get(row.id());
            if (verdict == null) {
                continue;
            }
            weight(verdict.status())
                    .ifPresent(
                            weight ->
                                    checks.add(
                                            new Check(
                                                    weight,
                                                    Problem.at(
                                                            "text-" + row.id(),
                                                            EvidenceRefusal.RESTS_ON_CLAIM,
                                                            row.label(),
                                                            verdict.claim().id().value(),
                                                            verdict.status().name()),
                                                    row.id())));
        }
        return checks;
    }

    private static Optional<Check.Weight> weight(ClaimStatus status) {
        return switch (status) {
            case UNSUPPORTED, CONTRADICTED -> Optional.of(Check.Weight.ACKNOWLEDGE);
            case CONTESTED, NOT_ASSESSED -> Optional.of(Check.Weight.WARNS);
            case SUPPORTED, NOT_CHECKABLE -> Optional.empty();
        };
    }

    /// Fixes what the evidence said when the cable went out.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(CableReleasing event) {
        var mrn = event.cable().mrn().toString();
        for (var site : repository.sitesOfDraft(event.cable().draft())) {
            repository.freeze(site.paragraph(), mrn, get(site.claim()).status());
        }
    }
}
