// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Delegation;
import org.chancery.access.Delegations;
import org.chancery.access.NewDelegation;
import org.chancery.access.Permission;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who acts in whose place, for the caller and their office.
@RestController
@RequestMapping("/api/v1/delegations")
class DelegationsApi {

    private final Delegations delegations;
    private final Offices offices;
    private final Handling handling;

    DelegationsApi(Delegations delegations, Offices offices, Handling handling) {
        this.delegations = delegations;
        this.offices = offices;
        this.handling = handling;
    }

    /// @param permission `CLEAR` or `RELEASE`
    /// @param to sign-in name
    /// @param level code of the highest level it holds for
    /// @param validFrom first day as `2026-11-24`
    /// @param validUntil last day as `2026-12-01`
    record Granting(
            Permission permission, String to, String level, String validFrom, String validUntil) {}

    record DelegationText(
            UUID id,
            String office,
            String permission,
            String from,
            String to,
            String level,
            LocalDate validFrom,
            LocalDate lastDay) {}

    /// Those the caller holds or held, then those of the caller's office.
    @GetMapping
    Listing<DelegationText> list(Actor actor) {
        var known =
                Stream.concat(delegations.of(actor).stream(), delegations.granted(actor).stream())
                        .distinct()
                        .toList();
        return Listing.of(known, this::text);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DelegationText grant(@RequestBody Granting granting, Actor actor) {
        return text(
                delegations.grant(
                        new NewDelegation(
                                actor.office(),
                                granting.permission(),
                                granting.to(),
                                rank(granting.level()),
                                day("validFrom", granting.validFrom()),
                                day("validUntil", granting.validUntil())),
                        actor));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Actor actor) {
        delegations.end(id, actor);
    }

    private int rank(String code) {
        return handling.find(code)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.at(
                                                "level",
                                                KernelRefusal.VALUE_UNKNOWN,
                                                code,
                                                String.join(", ", levels()))))
                .rank();
    }

    private List<String> levels() {
        return handling.levels().stream().map(Handling.Level::code).toList();
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }

    private DelegationText text(Delegation known) {
        return new DelegationText(
                known.id(),
                known.office().value(),
                known.permission().name(),
                signIn(known.from()),
                signIn(known.to()),
                handling.level(Math.min(known.level(), handling.levels().size() - 1)).code(),
                known.validFrom(),
                known.lastDay(offices.get(known.office()).zone()));
    }

    private String signIn(StaffId person) {
        return offices.staff(person).map(StaffMember::signIn).orElse("");
    }
}
