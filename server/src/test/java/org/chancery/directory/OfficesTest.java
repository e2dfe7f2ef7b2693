// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.TestDatabase;
import org.chancery.access.Accounts;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class OfficesTest {

    private static final OfficeCode BERLIN = new OfficeCode("BERLIN");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-14");
    private static final Names NAMES = Names.of("Name", "Name");
    private static final Office.WorkingHours HOURS =
            new Office.WorkingHours(LocalTime.of(8, 30), LocalTime.of(17, 30));

    private final Offices offices;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OfficesTest(
            Offices offices,
            Accounts accounts,
            JdbcClient jdbc,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.offices = offices;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static OfficeCode code(String code) {
        return new OfficeCode(code);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Office.Entry entry(String code) {
        return Office.Entry.of(code(code), NAMES, ZoneId.of("Europe/Berlin"), HOURS);
    }

    private static Office.Entry entry(String code, Standing standing) {
        var plain = entry(code);
        return new Office.Entry(
                plain.code(), plain.names(), plain.zone(), plain.hours(), plain.plad(), standing);
    }

    private static Office.Post post(Office.Entry entry, String parent) {
        return new Office.Post(
                entry,
                code(parent),
                NAMES,
                new Office.Place(0, 0),
                List.of(new GovernmentCode("DE")));
    }

    private Offices door(JdbcClient jdbc, MovableClock clock) {
        var names = new NamesColumn(JsonMapper.builder().build());
        return new Offices(
                new DirectoryRepository(jdbc, names),
                new CollectiveRepository(jdbc, names),
                new CalendarRepository(jdbc, names),
                audit,
                clock);
    }

    @Nested
    class InTheWorkedExample {

        @Test
        void postsInEuropeBelongToEurOttawaToWhaCanberraAndWellingtonToEap() {
            assertThat(offices.regionalBureau(BERLIN)).contains(code("EUR"));
            assertThat(offices.regionalBureau(code("OTTAWA"))).contains(code("WHA"));
            assertThat(offices.regionalBureau(code("CANBERRA"))).contains(code("EAP"));
            assertThat(offices.regionalBureau(code("WELLINGTON"))).contains(code("EAP"));
        }

        @Test
        void everyPostHasARegionalBureauAndNoBureauHasOne() {
            assertThat(offices.posts())
                    .hasSizeGreaterThanOrEqualTo(39)
                    .allSatisfy(
                            post ->
                                    assertThat(offices.regionalBureau(post.code()))
                                            .as(post.code().value())
                                            .isPresent());
            assertThat(offices.regionalBureau(code("EUR"))).isEmpty();
        }

        @Test
        void aPostDoesNotReadWhatItsBureauGets() {
            assertThat(offices.get(BERLIN).parent()).isEqualTo(code("EUR"));
            assertThat(offices.withParents(BERLIN)).containsExactly(BERLIN);
            assertThat(accounts.actor("berlin").orElseThrow().scope().offices())
                    .containsExactly(BERLIN);
        }

        @Test
        void aBureauReadsWhatHeadquartersGet() {
            assertThat(offices.withParents(code("EUR")))
                    .containsExactly(code("EUR"), code("STATE"));
            assertThat(accounts.actor("desk").orElseThrow().scope().offices())
                    .containsExactlyInAnyOrder(code("EUR"), code("STATE"));
        }

        @Test
        void allPostsMeansEachOfThem() {
            var all = offices.collective("ALLPOSTS", TODAY);

            assertThat(all.allPosts()).isTrue();
            assertThat(all.keptBy()).isEqualTo(code("OPS"));
            assertThat(all.members())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            offices.posts().stream().map(Office::code).toList());
        }

        @Test
        void europeMeansThoseListed() {
            var europe = offices.collective("EUROPE", TODAY);

            assertThat(europe.allPosts()).isFalse();
            assertThat(europe.members()).hasSize(36).doesNotContain(code("OTTAWA"));
        }

        @Test
        void theBureausOutsideEuropeAndTheOperationsCenterHaveSomebodyWhoClears() {
            assertThat(offices.staff())
                    .extracting(StaffMember::signIn)
                    .isSorted()
                    .contains("wha", "eap", "ops");
            for (var office : List.of("wha", "eap", "ops")) {
                var clearer = accounts.actor(office).orElseThrow();
                assertThat(clearer.office().value()).isEqualToIgnoringCase(office);
                assertThat(clearer.may(Permission.CLEAR)).isTrue();
                assertThat(clearer.may(Permission.RELEASE)).isFalse();
            }
        }

        @Test
        void theDesignatorIsThePrintedOne() {
            assertThat(offices.get(BERLIN).plad()).isEqualTo("AMEMBASSY BERLIN");
        }

        @Test
        void noPostIsOnMinimiseAndNoCountryHasADeskOfItsOwn() {
            assertThat(offices.onMinimise(TODAY)).isEmpty();
            assertThat(offices.countryOffices()).isEmpty();
        }
    }

    @Nested
    class WhenATransactionWrites {

        private boolean othersKnow(OfficeCode code) {
            return CompletableFuture.supplyAsync(() -> offices.find(code).isPresent()).join();
        }

        private Office partner(String code) {
            return new Office.Correspondent(entry(code), "desk@partner.example");
        }

        @Test
        void othersSeeItAtOnceAfterTheCommitAndNotBefore() {
            var code = code("PARTNER 1");
            assertThat(othersKnow(code)).isFalse();

            transaction.executeWithoutResult(
                    status -> {
                        offices.open(partner("PARTNER 1"));
                        assertThat(othersKnow(code)).isFalse();
                    });

            assertThat(othersKnow(code)).isTrue();
            assertThat(offices.calendars()).containsKey(code);
        }

        @Test
        void itSeesItsOwnWriteAtOnce() {
            transaction.executeWithoutResult(
                    status -> {
                        offices.open(partner("PARTNER 2"));
                        assertThat(offices.find(code("PARTNER 2"))).isPresent();
                        offices.open(partner("PARTNER 3"));
                        assertThat(offices.find(code("PARTNER 3"))).isPresent();
                    });
        }

        @Test
        void nobodySeesWhatWasRolledBack() {
            transaction.executeWithoutResult(
                    status -> {
                        offices.open(partner("PARTNER 4"));
                        status.setRollbackOnly();
                    });

            assertThat(offices.find(code("PARTNER 4"))).isEmpty();
            assertThat(othersKnow(code("PARTNER 4"))).isFalse();
        }

        @Test
        void anotherServerSeesItAfter5Seconds() {
            var clock = new MovableClock(Instant.parse("2026-01-14T12:00:00Z"));
            var elsewhere = door(jdbc, clock);
            assertThat(elsewhere.find(code("PARTNER 5"))).isEmpty();

            offices.open(partner("PARTNER 5"));

            assertThat(elsewhere.find(code("PARTNER 5"))).isEmpty();
            clock.move(DirectoryCache.LONGEST);
            assertThat(elsewhere.find(code("PARTNER 5"))).isPresent();
        }
    }

    /// A directory of its own: headquarters HQ, its bureau EUR, embassies ROME and BERLIN, and the
    /// consulate MILAN.
    @Nested
    class InASmallService {

        private final MovableClock clock = new MovableClock(Instant.parse("2026-01-14T12:00:00Z"));
        private final Offices small;
        private final TransactionTemplate acts;

        InASmallService() {
            var source = TestDatabase.fresh().dataSource();
            small = door(JdbcClient.create(source), clock);
            acts = new TransactionTemplate(new JdbcTransactionManager(source));
            act(
                    () -> {
                        small.register(
                                List.of(
                                        new Government(
                                                new GovernmentCode("DE"),
                                                Government.Scheme.ISO,
                                                NAMES,
                                                "EUROPE")));
                        small.open(new Office.Bureau(entry("HQ"), null, true));
                        small.open(new Office.Bureau(entry("EUR"), code("HQ"), true));
                        small.open(post(entry("ROME"), "EUR"));
                        small.open(post(entry("BERLIN"), "EUR"));
                        small.open(post(entry("MILAN"), "ROME"));
                    });
        }

        private void act(Runnable act) {
            acts.executeWithoutResult(status -> act.run());
        }

        private Refusal refusalOf(Runnable act) {
            return catchThrowableOfType(Refusal.class, () -> act(act));
        }

        @Test
        void aConsulateIsAnsweredForByItsEmbassy() {
            assertThat(small.constituents(code("ROME"))).containsExactly(code("MILAN"));
            assertThat(small.constituents(BERLIN)).isEmpty();
            assertThat(small.constituents(code("EUR"))).isEmpty();
        }

        @Test
        void aConsulateBelongsToTheBureauOfItsEmbassy() {
            assertThat(small.regionalBureau(code("MILAN"))).contains(code("EUR"));
        }

        @Test
        void aConsulateReadsNeitherItsEmbassyNorItsBureau() {
            assertThat(small.withParents(code("MILAN"))).containsExactly(code("MILAN"));
        }

        @Test
        void everyKindOfOfficeComesBackAsItWasOpened() {
            var standing = new Standing(TODAY, TODAY.plusDays(9), "CONFIDENTIAL", true);
            var sundays = EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
            var entry =
                    new Office.Entry(
                            code("PARTNER"),
                            Names.of("Partner", "Partner"),
                            ZoneId.of("Africa/Cairo"),
                            new Office.WorkingHours(sundays, LocalTime.of(9, 0), LocalTime.NOON),
                            "PARTNER CAIRO",
                            standing);
            var bureau = new Office.Bureau(entry("AF", standing), code("HQ"), true);
            var travelling = post(entry("DELEGATION", standing), "EUR");
            var partner = new Office.Correspondent(entry, "desk@Partner.example");

            act(() -> List.of(bureau, travelling, partner).forEach(small::open));

            assertThat(small.get(code("AF"))).isEqualTo(bureau);
            assertThat(small.get(code("DELEGATION"))).isEqualTo(travelling);
            assertThat(small.get(code("PARTNER"))).isEqualTo(partner);
            assertThat(partner.domain()).isEqualTo("partner.example");
        }

        @Test
        void anOfficeUnderNoneIsRefused() {
            assertThat(refusalOf(() -> small.open(post(entry("PARIS"), "NOWHERE"))))
                    .hasMessageContaining("NOWHERE");
        }

        @Test
        void aHolidayIsInTheCalendarOfThatOfficeOnly() {
            act(() -> small.holiday(BERLIN, TODAY, NAMES));

            assertThat(small.calendar(BERLIN).works(TODAY)).isFalse();
            assertThat(small.calendar(code("ROME")).works(TODAY)).isTrue();
            assertThat(small.calendars()).hasSize(small.all().size());
        }

        @Test
        void anUnknownOfficeHasNoCalendar() {
            assertThatThrownBy(() -> small.calendar(code("NOWHERE")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("NOWHERE");
        }

        @Test
        void aPostIsOnMinimiseFromTheFirstDayToTheLast() {
            act(() -> small.minimise(BERLIN, TODAY, TODAY.plusDays(2), "The line is down."));

            assertThat(small.onMinimise(TODAY.minusDays(1))).isEmpty();
            assertThat(small.onMinimise(TODAY)).containsExactly(BERLIN);
            assertThat(small.onMinimise(TODAY.plusDays(2))).containsExactly(BERLIN);
            assertThat(small.onMinimise(TODAY.plusDays(3))).isEmpty();
        }

        @Test
        void minimiseWithoutAnEndLastsUntilOneIsSet() {
            act(() -> small.minimise(BERLIN, TODAY, null, "The line is down."));
            assertThat(small.onMinimise(TODAY.plusYears(1))).containsExactly(BERLIN);

            act(() -> small.minimise(BERLIN, TODAY, TODAY.plusDays(1), "It is up again."));
            assertThat(small.onMinimise(TODAY.plusYears(1))).isEmpty();
        }

        @Test
        void everythingWrongWithMinimiseIsSaidAtOnce() {
            var refusal =
                    refusalOf(
                            () -> small.minimise(code("NOWHERE"), TODAY, TODAY.minusDays(1), " "));

            assertThat(refusal.problems())
                    .extracting((Problem problem) -> problem.code().name())
                    .containsExactly(
                            "OFFICE_UNKNOWN", "PERIOD_REVERSED", "MINIMISE_WITHOUT_REASON");
        }

        @Test
        void aCountryHasOneOfficeTheLastNamed() {
            var germany = new GovernmentCode("DE");
            act(() -> small.countryOffice(germany, code("EUR")));
            act(() -> small.countryOffice(germany, code("HQ")));

            assertThat(small.countryOffices()).containsOnly(Map.entry(germany, code("HQ")));
        }

        @Test
        void aCountryOfficeOfNoCountryAndNoOfficeIsRefusedForBoth() {
            assertThat(
                            refusalOf(
                                            () ->
                                                    small.countryOffice(
                                                            new GovernmentCode("XX"),
                                                            code("NOWHERE")))
                                    .problems())
                    .extracting((Problem problem) -> problem.code().name())
                    .containsExactly("GOVERNMENT_NOT_ASSIGNED", "OFFICE_UNKNOWN");
        }

        @Test
        void aCollectiveOfAllPostsTakesInThoseValidOnTheDayAndThoseListed() {
            act(
                    () -> {
                        var only = new Standing(day("2026-02-01"), day("2026-02-10"), "", false);
                        small.open(post(entry("DELEGATION", only), "EUR"));
                        small.keep(new NewCollective("ALL", NAMES, true, code("HQ")));
                        small.join(new CollectiveMembership("ALL", code("HQ"), TODAY, null));
                    });

            assertThat(small.collective("ALL", TODAY).members())
                    .containsExactly(BERLIN, code("HQ"), code("MILAN"), code("ROME"));
            assertThat(small.collective("ALL", day("2026-02-10")).members())
                    .contains(code("DELEGATION"));
            assertThat(small.collective("ALL", TODAY.minusDays(1)).members())
                    .doesNotContain(code("HQ"));
        }

        @Test
        void aCollectiveHasTheMembersOfTheDay() {
            act(
                    () -> {
                        small.keep(new NewCollective("SOME", NAMES, false, null));
                        small.join(
                                new CollectiveMembership("SOME", BERLIN, TODAY, TODAY.plusDays(1)));
                        small.join(
                                new CollectiveMembership(
                                        "SOME", code("ROME"), TODAY.plusDays(1), null));
                    });

            assertThat(small.collectives())
                    .singleElement()
                    .extracting(Collective::members)
                    .isEqualTo(List.of(BERLIN));
            assertThat(small.collective("SOME", TODAY.plusDays(1)).members())
                    .containsExactly(BERLIN, code("ROME"));
            clock.move(Duration.ofDays(2));
            assertThat(small.collectives().getFirst().members()).containsExactly(code("ROME"));
        }

        @Test
        void joiningWhatIsNotThereIsRefusedForBoth() {
            var membership = new CollectiveMembership("NONE", code("NOWHERE"), TODAY, null);

            assertThat(refusalOf(() -> small.join(membership)).problems())
                    .extracting((Problem problem) -> problem.code().name())
                    .containsExactly("COLLECTIVE_UNKNOWN", "OFFICE_UNKNOWN");
        }

        @Test
        void everybodyIsListedByTheNameTheySignInWith() {
            act(
                    () -> {
                        small.appoint("zoe", "Desk", BERLIN, NAMES);
                        small.appoint("adam", "Desk", code("ROME"), NAMES);
                    });

            assertThat(small.staff())
                    .extracting(StaffMember::signIn)
                    .containsExactly("adam", "zoe");
        }
    }

    @Nested
    class OnPaper {

        @Test
        void aTravellingOfficeIsValidFromItsFirstDayToItsLast() {
            var standing = new Standing(day("2026-02-01"), day("2026-02-10"), "", false);

            assertThat(standing.validOn(day("2026-01-31"))).isFalse();
            assertThat(standing.validOn(day("2026-02-01"))).isTrue();
            assertThat(standing.validOn(day("2026-02-10"))).isTrue();
            assertThat(standing.validOn(day("2026-02-11"))).isFalse();
            assertThat(Standing.PERMANENT.validOn(LocalDate.EPOCH)).isTrue();
        }

        @Test
        void aPeriodDoesNotEndBeforeItBegins() {
            assertThatThrownBy(() -> new Standing(TODAY, TODAY.minusDays(1), "", false))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("2026-01-13 lies before 2026-01-14.");
            assertThatThrownBy(
                            () ->
                                    new CollectiveMembership(
                                            "EUROPE", BERLIN, TODAY, TODAY.minusDays(1)))
                    .isInstanceOf(Refusal.class);
        }

        @Test
        void noOfficeStandsAboveItself() {
            assertThatThrownBy(() -> post(entry("ROME"), "ROME"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Office.Bureau(entry("EUR"), code("EUR"), true))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void aCorrespondentIsReachedAtAnAddress() {
            for (var wrong :
                    List.of("", "desk", "@a.example", "a b@c.example", "a@b\r\nBcc: c@d.example")) {
                assertThatThrownBy(() -> new Office.Correspondent(entry("PARTNER"), wrong))
                        .as(wrong)
                        .isInstanceOf(Refusal.class);
            }
        }

        @Test
        void aDesignatorIsOneLine() {
            assertThatThrownBy(
                            () ->
                                    new Office.Entry(
                                            BERLIN,
                                            NAMES,
                                            ZoneId.of("Europe/Berlin"),
                                            HOURS,
                                            "AMEMBASSY\nBERLIN",
                                            Standing.PERMANENT))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("BERLIN");
            assertThat(entry("ROME").plad()).isEmpty();
        }
    }
}
