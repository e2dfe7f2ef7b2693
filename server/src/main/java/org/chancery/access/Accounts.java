// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door of access: who somebody is when they act, and what lets them in.
@Component
public class Accounts {

    public static final int SHORTEST_PASSWORD = 12;

    private final AccountRepository repository;
    private final Offices offices;
    private final Delegations delegations;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            AccountRepository repository,
            Offices offices,
            Delegations delegations,
            PasswordEncoder encoder,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.delegations = delegations;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
    }

    /// The person as they may act now. Read anew for each request, so that a right taken away is
    /// gone at the next one.
    public Optional<Actor> actor(String signIn) {
        return offices.staffBySignIn(signIn).flatMap(this::actor);
    }

    private Optional<Actor> actor(StaffMember member) {
        return repository.find(member.id()).map(account -> toActor(member, account));
    }

    private Actor toActor(StaffMember member, Account account) {
        var permissions = new HashSet<Permission>();
        account.roles().forEach(role -> permissions.addAll(role.permissions()));
        var scope =
                new ReadScope(
                        account.clearance(),
                        account.captions(),
                        Set.of(),
                        Set.copyOf(offices.withParents(member.office())),
                        delegations.scopes(account));
        return new Actor(
                member.id(),
                member.signIn(),
                member.displayName(),
                member.office(),
                permissions,
                scope);
    }

    /// Everybody of the office who can sign in.
    public List<Actor> people(OfficeCode office) {
        return offices.staffOf(office).stream().flatMap(member -> actor(member).stream()).toList();
    }

    /// Everybody who may do this for the office today: its own people and those they delegated it to.
    public List<Actor> holders(OfficeCode office, Permission permission) {
        var own = people(office).stream().filter(actor -> actor.may(permission));
        var delegates =
                delegations.active(office, permission).stream()
                        .flatMap(delegation -> offices.staff(delegation.to()).stream())
                        .flatMap(member -> actor(member).stream())
                        .map(actor -> delegations.standIn(actor, office, permission));
        return Stream.concat(own, delegates).toList();
    }

    public Optional<Account> account(StaffId person) {
        return repository.find(person);
    }

    /// How many people may read what carries this label: cleared for it, in an office it is for.
    public int readers(Label label) {
        var cleared = repository.cleared(label.level(), label.captions());
        return (int)
                offices.staff().stream()
                        .filter(member -> cleared.contains(member.id()))
                        .filter(
                                member ->
                                        label.readers().isEmpty()
                                                || offices.withParents(member.office()).stream()
                                                        .anyMatch(label.readers()::contains))
                        .count();
    }

    public boolean nobodyYet() {
        return repository.count() == 0;
    }

    /// @throws Refusal `PASSWORD_TOO_SHORT` under 12 characters
    @Transactional
    public void create(NewAccount account) {
        new Problems()
                .require(
                        account.password().length() >= SHORTEST_PASSWORD,
                        "password",
                        AccessRefusal.PASSWORD_TOO_SHORT,
                        SHORTEST_PASSWORD)
                .refuse();
        repository.insert(
                new Account(
                        account.person(),
                        String.valueOf(encoder.encode(account.password())),
                        account.clearance(),
                        account.captions(),
                        account.roles(),
                        new Account.Settings(account.language(), "system", "normal", true)));
        audit.append(
                "system", "", "account.created", "account", account.person().value().toString());
    }

    @Transactional
    public void change(Actor actor, Account.Settings settings) {
        repository.update(actor.person(), settings);
    }

    /// @throws Refusal `SIGN_IN_FAILED` if the current one is wrong, `PASSWORD_TOO_SHORT` under 12
    ///   characters
    @Transactional
    public void changePassword(Actor actor, String current, String next) {
        var account =
                repository
                        .find(actor.person())
                        .orElseThrow(() -> new Refusal(AccessRefusal.SIGN_IN_FAILED));
        new Problems()
                .require(
                        encoder.matches(current, account.passwordHash()),
                        "current",
                        AccessRefusal.SIGN_IN_FAILED)
                .require(
                        next.length() >= SHORTEST_PASSWORD,
                        "next",
                        AccessRefusal.PASSWORD_TOO_SHORT,
                        SHORTEST_PASSWORD)
                .refuse();
        repository.changePassword(actor.person(), String.valueOf(encoder.encode(next)));
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "password.changed",
                "account",
                actor.signIn());
    }

    /// A token for the API, shown once and kept only as a hash.
    ///
    /// @throws Refusal `PERSON_UNKNOWN` if nobody signs in by that name
    @Transactional
    public String issueToken(String signIn) {
        var member =
                offices.staffBySignIn(signIn)
                        .orElseThrow(() -> new Refusal(AccessRefusal.PERSON_UNKNOWN, signIn));
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = "chy_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        repository.insertToken(UUID.randomUUID(), member.id(), Sha256.hex(token), clock.instant());
        audit.append(signIn, member.office().value(), "token.issued", "account", signIn);
        return token;
    }

    /// The person a token stands for.
    public Optional<Actor> byToken(String token) {
        return repository
                .personOfToken(Sha256.hex(token))
                .flatMap(offices::staff)
                .flatMap(this::actor);
    }

    /// A password nobody chose: 20 letters and digits without look-alikes.
    public String randomPassword() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
