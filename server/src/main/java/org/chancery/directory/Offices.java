// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door of the directory. Offices, collectives and calendars are few and change rarely: they are
/// read whole and kept in memory. What was written here is seen as soon as it is committed, what
/// another server wrote within 5 seconds.
@Component
public class Offices {

    private final DirectoryRepository repository;
    private final CollectiveRepository collectives;
    private final CalendarRepository calendars;
    private final AuditTrail audit;
    private final Clock clock;
    private final DirectoryCache directory;

    Offices(
            DirectoryRepository repository,
            CollectiveRepository collectives,
            CalendarRepository calendars,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.collectives = collectives;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
        this.directory = new DirectoryCache(this::read, clock);
    }

    /// Offices last: whoever a collective or a holiday names is then among them.
    private Directory read() {
        var lists = collectives.collectives();
        var holidays = calendars.holidays();
        return Directory.of(repository.offices(), lists, holidays);
    }

    /// In the order of their codes.
    public List<Office> all() {
        return List.copyOf(byCode().values());
    }

    public List<Office.Post> posts() {
        return all().stream()
                .filter(Office.Post.class::isInstance)
                .map(Office.Post.class::cast)
                .toList();
    }

    public Map<OfficeCode, Office> byCode() {
        return directory.current().offices();
    }

    public Optional<Office> find(OfficeCode code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /// @throws Refusal `OFFICE_UNKNOWN` if there is none
    public Office get(OfficeCode code) {
        return find(code)
                .orElseThrow(() -> new Refusal(DirectoryRefusal.OFFICE_UNKNOWN, code.value()));
    }

    /// The office and, for a bureau, those above it: a bureau reads what is addressed to
    /// headquarters. A post does not read what its bureau or its embassy gets.
    public List<OfficeCode> withParents(OfficeCode code) {
        return directory.current().withParents(code);
    }

    /// The bureau a post belongs to, for a consulate that of its embassy; empty for an office that
    /// is no post (CLR-002).
    public Optional<OfficeCode> regionalBureau(OfficeCode post) {
        return directory.current().regionalBureau(post);
    }

    /// Posts an embassy answers for, its consulates; none for an office that is no post.
    public List<OfficeCode> constituents(OfficeCode embassy) {
        return directory.current().constituents(embassy);
    }

    /// Which office of headquarters answers for a country; not every country has one.
    public Map<GovernmentCode, OfficeCode> countryOffices() {
        return repository.countryOffices();
    }

    /// @throws Refusal `OFFICE_UNKNOWN` if there is no such office
    public Calendar calendar(OfficeCode code) {
        var calendar = calendars().get(code);
        if (calendar == null) {
            throw new Refusal(DirectoryRefusal.OFFICE_UNKNOWN, code.value());
        }
        return calendar;
    }

    /// One for each office.
    public Map<OfficeCode, Calendar> calendars() {
        return directory.current().calendars();
    }

    /// Offices that ask senders to hold non-essential traffic that day (MSG-028).
    public Set<OfficeCode> onMinimise(LocalDate day) {
        return calendars.onMinimise(day);
    }

    /// Holidays of all offices from the day on, the next first.
    public List<Calendar.Holiday> holidays(LocalDate from) {
        return calendars.holidaysFrom(from);
    }

    /// Requests to hold traffic that last on the day or are to come, the first to begin first.
    public List<Minimise> minimise(LocalDate from) {
        return calendars.minimiseFrom(from);
    }

    /// Who belongs to a collective from when to when, past and to come, in the order of the members.
    public List<CollectiveMembership> memberships(String collective) {
        return directory.current().memberships(collective);
    }

    /// Collectives with the members of today.
    public List<Collective> collectives() {
        return directory.current().collectives(LocalDate.now(clock));
    }

    /// @throws Refusal `COLLECTIVE_UNKNOWN` if there is none
    public Collective collective(String code, LocalDate day) {
        return directory.current().collectives(day).stream()
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

    /// Everybody who holds an office, in the order of their names to sign in.
    public List<StaffMember> staff() {
        return repository.staff();
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
        directory.written();
    }

    /// @throws Refusal `OFFICE_UNKNOWN` if there is no office of its parent's code
    @Transactional
    public void open(Office office) {
        var parent = office.parent();
        if (parent != null) {
            requireOffice(parent);
        }
        repository.insertOffice(office);
        directory.written();
    }

    /// A day the office does not work besides its free days of the week.
    ///
    /// @throws Refusal `OFFICE_UNKNOWN` if there is no such office
    @Transactional
    public void holiday(OfficeCode office, LocalDate day, Names called) {
        requireOffice(office);
        calendars.insertHoliday(office, day, called);
        directory.written();
    }

    /// The same by a person, for the audit.
    @Transactional
    public void holiday(OfficeCode office, LocalDate day, Names called, Keeper by) {
        holiday(office, day, called);
        record(by, "holiday.added", "office", office.value(), Map.of("day", day.toString()));
    }

    /// Asks senders to hold non-essential traffic to an office. The same first day again changes the
    /// last day and the reason.
    ///
    /// @param until last day, null while it lasts
    /// @throws Refusal `OFFICE_UNKNOWN`, `PERIOD_REVERSED`, `MINIMISE_WITHOUT_REASON`, all that apply
    @Transactional
    public void minimise(
            OfficeCode office, LocalDate from, @Nullable LocalDate until, String reason) {
        new Problems()
                .attempt("office", () -> requireOffice(office))
                .attempt("until", () -> Period.requireInOrder(from, until))
                .require(!reason.isBlank(), "reason", DirectoryRefusal.MINIMISE_WITHOUT_REASON)
                .refuse();
        calendars.insertMinimise(office, new Period(from, until), reason.strip());
        directory.written();
    }

    /// The same by a person, for the audit.
    @Transactional
    public void minimise(Minimise request, Keeper by) {
        minimise(request.office(), request.from(), request.until(), request.reason());
        var days = Map.of("from", request.from().toString(), "until", orOpen(request.until()));
        record(by, "minimise.asked", "office", request.office().value(), days);
    }

    /// Makes an office answer for a country, in the place of the one that did.
    ///
    /// @throws Refusal `GOVERNMENT_NOT_ASSIGNED`, `OFFICE_UNKNOWN`, both if both are
    @Transactional
    public void countryOffice(GovernmentCode government, OfficeCode office) {
        new Problems()
                .attempt("government", () -> government(government))
                .attempt("office", () -> requireOffice(office))
                .refuse();
        repository.insertCountryOffice(government, office);
        directory.written();
    }

    /// The same by a person, for the audit.
    @Transactional
    public void countryOffice(GovernmentCode government, OfficeCode office, Keeper by) {
        countryOffice(government, office);
        var facts = Map.of("office", office.value());
        record(by, "country-office.named", "government", government.value(), facts);
    }

    /// Sets a collective up, or changes its names, what it means and who keeps it.
    ///
    /// @throws Refusal `OFFICE_UNKNOWN` if there is no office that keeps it
    @Transactional
    public void keep(NewCollective collective) {
        var keptBy = collective.keptBy();
        if (keptBy != null) {
            requireOffice(keptBy);
        }
        collectives.insertCollective(collective);
        directory.written();
    }

    /// The same by a person, for the audit.
    @Transactional
    public void keep(NewCollective collective, Keeper by) {
        keep(collective);
        record(by, "collective.kept", "collective", collective.code(), Map.of());
    }

    /// Makes an office a member. The same first day again changes the last day.
    ///
    /// @throws Refusal `COLLECTIVE_UNKNOWN`, `OFFICE_UNKNOWN`, both if both are
    @Transactional
    public void join(CollectiveMembership membership) {
        new Problems()
                .require(
                        collectives.knows(membership.collective()),
                        "collective",
                        DirectoryRefusal.COLLECTIVE_UNKNOWN,
                        membership.collective())
                .attempt("member", () -> requireOffice(membership.member()))
                .refuse();
        collectives.insertMembership(membership);
        directory.written();
    }

    /// The same by a person, for the audit.
    @Transactional
    public void join(CollectiveMembership membership, Keeper by) {
        join(membership);
        var facts =
                Map.of(
                        "member",
                        membership.member().value(),
                        "from",
                        membership.from().toString(),
                        "until",
                        orOpen(membership.until()));
        record(by, "collective.joined", "collective", membership.collective(), facts);
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
        directory.written();
        return member;
    }

    private void record(Keeper by, String act, String kind, String id, Map<String, String> facts) {
        audit.append(new NewAuditEntry(by.signIn(), by.office().value(), act, kind, id, facts));
    }

    private static String orOpen(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// Asks the database, not the copy in memory: another server may just have opened it.
    private void requireOffice(OfficeCode code) {
        if (!repository.knows(code)) {
            throw new Refusal(DirectoryRefusal.OFFICE_UNKNOWN, code.value());
        }
    }
}
