// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door of the directory. Offices, governments and collectives are few and change rarely; they are
/// read whole.
@Component
public class Offices {

    private final DirectoryRepository repository;
    private final Clock clock;

    Offices(DirectoryRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    public List<Office> all() {
        return repository.offices();
    }

    public List<Office.Post> posts() {
        return all().stream()
                .filter(Office.Post.class::isInstance)
                .map(Office.Post.class::cast)
                .toList();
    }

    public Map<OfficeCode, Office> byCode() {
        return all().stream().collect(Collectors.toMap(Office::code, Function.identity()));
    }

    public Optional<Office> find(OfficeCode code) {
        return repository.office(code);
    }

    /// @throws Refusal `OFFICE_UNKNOWN` if there is none
    public Office get(OfficeCode code) {
        return find(code)
                .orElseThrow(() -> new Refusal(DirectoryRefusal.OFFICE_UNKNOWN, code.value()));
    }

    /// The office and those above it: a bureau reads what is addressed to headquarters.
    public List<OfficeCode> withParents(OfficeCode code) {
        return repository.withParents(code);
    }

    /// Collectives with the members of today.
    public List<Collective> collectives() {
        return repository.collectives(LocalDate.now(clock));
    }

    /// @throws Refusal `COLLECTIVE_UNKNOWN` if there is none
    public Collective collective(String code, LocalDate day) {
        return repository.collectives(day).stream()
                .filter(collective -> collective.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(DirectoryRefusal.COLLECTIVE_UNKNOWN, code));
    }

    public List<Government> governments() {
        return repository.governments();
    }

    public Map<GovernmentCode, Government> governmentsByCode() {
        return governments().stream()
                .collect(Collectors.toMap(Government::code, Function.identity()));
    }

    /// @throws Refusal `GOVERNMENT_NOT_ASSIGNED` (MEA-001) if the code is neither assigned nor
    ///   registered
    public Government government(GovernmentCode code) {
        return repository
                .government(code)
                .orElseThrow(
                        () -> new Refusal(DirectoryRefusal.GOVERNMENT_NOT_ASSIGNED, code.value()));
    }

    public Optional<StaffMember> staff(StaffId id) {
        return repository.staff(id);
    }

    public Optional<StaffMember> staffBySignIn(String signIn) {
        return repository.staffBySignIn(signIn);
    }

    public List<StaffMember> staffOf(OfficeCode office) {
        return repository.staffOf(office);
    }

    @Transactional
    public void register(Collection<Government> governments) {
        governments.forEach(repository::insertGovernment);
    }

    @Transactional
    public void open(Office office) {
        repository.insertOffice(office);
    }

    /// @param until last day of membership, null while it lasts
    @Transactional
    public void join(CollectiveMembership membership, Names collectiveNames) {
        repository.insertMembership(membership, collectiveNames);
    }

    /// @throws Refusal `SIGN_IN_TAKEN` if somebody signs in by that name already
    @Transactional
    public StaffMember appoint(
            String signIn, String displayName, OfficeCode office, Names function) {
        if (staffBySignIn(signIn).isPresent()) {
            throw new Refusal(DirectoryRefusal.SIGN_IN_TAKEN, signIn);
        }
        var member =
                new StaffMember(
                        new StaffId(UUID.randomUUID()), signIn, displayName, office, function);
        repository.insertStaff(member);
        return member;
    }
}
