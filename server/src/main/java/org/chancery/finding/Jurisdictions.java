// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to jurisdictions that ISO 3166-1 does not assign: supranational ones and others the
/// organisation deals with (MEA-001).
@Component
public class Jurisdictions {

    private final Offices offices;
    private final AuditTrail audit;

    Jurisdictions(Offices offices, AuditTrail audit) {
        this.offices = offices;
        this.audit = audit;
    }

    /// Registered besides the assigned ones, by code.
    public List<Government> registered() {
        return offices.governments().stream()
                .filter(government -> government.scheme() == Government.Scheme.CHANCERY)
                .toList();
    }

    /// Regions of the reference file, to choose from.
    public Set<String> regions() {
        return new java.util.TreeSet<>(
                offices.governments().stream().map(Government::region).toList());
    }

    /// @param code two letters, as in `XK`
    /// @throws Refusal with every mistake; `JURISDICTION_CODE_TAKEN` if the code is assigned or
    ///   registered
    @Transactional
    public Government register(
            String code, String english, String german, String region, Actor actor) {
        actor.require(Permission.ADMINISTER);
        var given = code.strip();
        var regions = regions();
        new Problems()
                .attempt(
                        "code",
                        () -> {
                            if (offices.governmentsByCode()
                                    .containsKey(new GovernmentCode(given))) {
                                throw new Refusal(MeasureRefusal.JURISDICTION_CODE_TAKEN, given);
                            }
                        })
                .require(
                        !english.isBlank(),
                        "en",
                        MeasureRefusal.JURISDICTION_NAME_MISSING,
                        "English")
                .require(
                        !german.isBlank(),
                        "de",
                        MeasureRefusal.JURISDICTION_NAME_MISSING,
                        "Deutsch")
                .require(
                        regions.contains(region),
                        "region",
                        KernelRefusal.VALUE_UNKNOWN,
                        region,
                        String.join(", ", regions))
                .refuse();
        var government =
                new Government(
                        new GovernmentCode(given),
                        Government.Scheme.CHANCERY,
                        Names.of(english.strip(), german.strip()),
                        region);
        offices.register(List.of(government));
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "jurisdiction.registered",
                        "government",
                        given,
                        Map.of()));
        return government;
    }
}
