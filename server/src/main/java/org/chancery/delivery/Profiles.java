// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Cable;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.chancery.policy.Precedence;
import org.chancery.policy.Topic;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to how an office distributes what it receives.
@Component
public class Profiles {

    private final ProfileRepository repository;
    private final Offices offices;
    private final Traffic traffic;
    private final Handling handling;
    private final AuditTrail audit;
    private final Clock clock;

    Profiles(
            ProfileRepository repository,
            Offices offices,
            Traffic traffic,
            Handling handling,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.traffic = traffic;
        this.handling = handling;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those of the person's own office, oldest first.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to distribute
    public List<Profile> of(Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        return repository.of(actor.office());
    }

    /// Adds a profile to the person's own office; it counts from the next cable on.
    ///
    /// @throws Refusal `NOT_OF_THIS_OFFICE` for somebody else's staff or a function nobody there
    ///   holds, `VALUE_UNKNOWN` for a topic, caption or precedence the policy does not have, all
    ///   that apply
    @Transactional
    public void add(Profile profile, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        var problems = new Problems();
        problems.require(
                ofOffice(profile, actor),
                "reader",
                DeliveryRefusal.NOT_OF_THIS_OFFICE,
                actor.office().value());
        var topics = traffic.topicsInForce(LocalDate.now(clock)).stream().map(Topic::code).toList();
        profile.topics().forEach(topic -> known(problems, "topics", topic, topics));
        var captions = handling.captions().stream().map(Handling.Caption::code).toList();
        profile.captions().forEach(caption -> known(problems, "captions", caption, captions));
        if (!profile.atLeast().isEmpty()) {
            known(problems, "atLeast", profile.atLeast(), precedences());
        }
        problems.refuse();
        repository.insert(
                actor.office(),
                profile,
                actor.signIn(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(actor, "profile.added", profile.id());
    }

    private boolean ofOffice(Profile profile, Actor actor) {
        return offices.staffOf(actor.office()).stream()
                .anyMatch(
                        member ->
                                member.id().equals(profile.person())
                                        || member.function().english().equals(profile.function()));
    }

    private static void known(Problems problems, String field, String value, List<String> values) {
        problems.require(
                values.contains(value),
                field,
                KernelRefusal.VALUE_UNKNOWN,
                value,
                String.join(", ", values));
    }

    /// Ends a profile; what it has distributed stays on record.
    ///
    /// @throws Refusal `ABSENT` if the office has no such profile
    @Transactional
    public void remove(UUID id, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        if (!repository.remove(actor.office(), id)) {
            throw Refusal.absent(id.toString());
        }
        record(actor, "profile.removed", id);
    }

    /// Distributes a cable just released in every addressed office.
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(Cable cable) {
        repository.apply(cable, precedences());
    }

    private List<String> precedences() {
        return traffic.precedences().stream().map(Precedence::code).toList();
    }

    private void record(Actor actor, String act, UUID id) {
        audit.append(actor.signIn(), actor.office().value(), act, "profile", id.toString());
    }
}
