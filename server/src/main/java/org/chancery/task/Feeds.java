// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the calendar addresses of people. Whoever knows the secret sees due times, so it is kept
/// only as a hash, shown once, and ended by its owner; what it shows is asked anew each time.
@Component
public class Feeds {

    private static final int SECRET_BYTES = 32;

    private final FeedRepository repository;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(
            FeedRepository repository,
            Tasks tasks,
            Accounts accounts,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.tasks = tasks;
        this.accounts = accounts;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Addresses in force.
    public List<Feed> of(Actor actor) {
        return repository.of(actor.person());
    }

    /// @return the secret, shown this once
    @Transactional
    public String create(Actor actor) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var feed = new Feed(UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.insert(feed, actor.person(), Sha256.hex(secret));
        record("feed.created", feed.id(), actor);
        return secret;
    }

    /// @throws Refusal `ABSENT` if the person has no such address
    @Transactional
    public void revoke(UUID id, Actor actor) {
        if (!repository.revoke(id, actor.person(), clock.instant())) {
            throw Refusal.absent(id.toString());
        }
        record("feed.revoked", id, actor);
    }

    private void record(String act, UUID id, Actor actor) {
        audit.append(actor.signIn(), actor.office().value(), act, "feed", id.toString());
    }

    /// Whose secret it is, as they may act and read now; empty for one that is unknown or ended.
    public Optional<Actor> owner(String secret) {
        return repository
                .owner(Sha256.hex(secret))
                .flatMap(offices::staff)
                .map(StaffMember::signIn)
                .flatMap(accounts::actor);
    }

    /// What the owner has to do: their own tasks and those of the office nobody has.
    public List<Task> tasks(Actor owner) {
        return tasks.open(owner.office(), owner.scope()).stream()
                .filter(task -> task.assignee() == null || task.assignee().equals(owner.person()))
                .toList();
    }
}
