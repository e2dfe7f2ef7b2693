// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.directory.CollectiveMembership;
import org.chancery.directory.Names;
import org.chancery.directory.NewCollective;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class AddresseeRulesTest {

    private final MockMvc web;
    private final ApplicationContext beans;
    private final BothDoors doors;
    private final Offices offices;
    private final Cables cables;

    AddresseeRulesTest(MockMvc web, ApplicationContext beans, Offices offices, Cables cables) {
        this.web = web;
        this.beans = beans;
        this.doors = new BothDoors(web, beans);
        this.offices = offices;
        this.cables = cables;
    }

    private static Content to(String action, String info) {
        var lines =
                info.isEmpty()
                        ? List.of(new AddressLine(action, Addressing.ACTION))
                        : List.of(
                                new AddressLine(action, Addressing.ACTION),
                                new AddressLine(info, Addressing.INFO));
        return plain().with().addresses(lines).build();
    }

    private static Content sbu(String action) {
        return to(action, "")
                .with()
                .paragraphs(List.of(row("TEXT", "Not for everybody.", "SBU")))
                .build();
    }

    /// Opens a bureau with its own standing and hours, or leaves the one there is.
    private void bureau(String code, Standing standing, Office.WorkingHours hours) {
        var office = new OfficeCode(code);
        if (offices.find(office).isEmpty()) {
            offices.open(
                    new Office.Bureau(
                            new Office.Entry(
                                    office,
                                    Names.of(code, code),
                                    ZoneId.of("UTC"),
                                    hours,
                                    "",
                                    standing),
                            new OfficeCode("STATE"),
                            false));
        }
    }

    private void bureau(String code, @Nullable LocalDate from, @Nullable LocalDate until) {
        bureau(code, new Standing(from, until, "", false), office());
    }

    private static Office.WorkingHours office() {
        return new Office.WorkingHours(LocalTime.of(8, 0), LocalTime.of(17, 0));
    }

    private void partner(String code, String mail) {
        if (offices.find(new OfficeCode(code)).isEmpty()) {
            offices.open(
                    new Office.Correspondent(
                            Office.Entry.of(
                                    new OfficeCode(code),
                                    Names.of(code, code),
                                    ZoneId.of("UTC"),
                                    office()),
                            mail));
        }
    }

    @Nested
    class TheSameOfficeForActionAndInfo {

        @Test
        void isSaidWithTheCollectiveAndActionIsKept() {
            doors.warn(
                    to("EUROPE", "PARIS"),
                    "MSG-005",
                    "PARIS is both ACTION and INFO (through EUROPE).",
                    "ACTION will be kept.");

            var cable = doors.released(to("EUROPE", "PARIS"));

            assertThat(cable.offices(Addressing.ACTION)).contains(new OfficeCode("PARIS"));
            assertThat(cable.offices(Addressing.INFO)).isEmpty();
        }

        @Test
        void isSaidWhenTheCollectiveIsForInfo() {
            doors.warn(
                    to("OSLO", "EUROPE"),
                    "MSG-005",
                    "OSLO is both ACTION and INFO (through EUROPE).",
                    "ACTION will be kept.");
        }

        @Test
        void isNotSaidOfTheOneLeftOut() {
            assertThat(doors.live(to("OSLO", "EUROPE").with().excluded(Set.of("OSLO")).build()))
                    .noneMatch(check -> check.problem().code() == DraftRefusal.ACTION_AND_INFO);
        }
    }

    @Nested
    class AnOfficeLeftOut {

        @Test
        void mustBelongToACollectiveAddressed() {
            doors.release(to("EUROPE", "").with().excluded(Set.of("OTTAWA")).build())
                    .refuse(
                            "MSG-009",
                            "OTTAWA is not in any collective addressed.",
                            "Take it off the list of posts left out.")
                    .at("MSG-009", "excluded");
        }
    }

    @Nested
    class AnOfficeThatMayNotReadIt {

        @Test
        void withoutTheAccreditationIsRefused() {
            bureau("LOWER", new Standing(null, null, "UNCLASSIFIED", false), office());

            doors.release(sbu("LOWER"))
                    .refuse(
                            "MSG-017",
                            "LOWER holds no SBU accreditation.",
                            "Take LOWER off the addressees, or lower the text.")
                    .at("MSG-017", "action");
            doors.release(to("LOWER", "")).let();
        }

        @Test
        void withOtherNationalsIsRefusedUnderNoforn() {
            bureau("NATIONALS", new Standing(null, null, "", true), office());
            var holders =
                    new BothDoors(web, beans)
                            .as(
                                    doors.person("EUR", Role.DRAFTER),
                                    doors.person("EUR", Role.APPROVER));

            holders.release(to("BERLIN", "").with().captions(Set.of("NOFORN")).build())
                    .refuse(
                            "MSG-017",
                            "NOFORN: BERLIN has non-national readers.",
                            "Take BERLIN off the addressees, or take the caption off.");
            assertThat(holders.live(to("EUROPE", "").with().captions(Set.of("NOFORN")).build()))
                    .as("one line for all posts of a collective")
                    .hasSize(1);
            holders.release(to("NATIONALS", "").with().captions(Set.of("NOFORN")).build()).let();
        }
    }

    @Nested
    class APostOnMinimise {

        private Content content() {
            bureau("BESIEGED", Standing.PERMANENT, office());
            offices.minimise(
                    new OfficeCode("BESIEGED"),
                    LocalDate.now().minusDays(1),
                    null,
                    "lines are cut");
            return to("BESIEGED", "");
        }

        @Test
        void needsTheNecessityConfirmed() {
            doors.release(content())
                    .refuse(
                            "MSG-028",
                            "BESIEGED is on minimise.",
                            "Confirm necessity; operations must clear.")
                    .at("MSG-028", "minimizeConsidered");
        }

        @Test
        void isStillSaidOnceItIsConfirmed() {
            doors.warn(
                    content().with().minimizeConsidered(true).build(),
                    "MSG-028",
                    "BESIEGED is on minimise; necessity is confirmed.",
                    "Operations must clear.");
            doors.release(content().with().minimizeConsidered(true).build()).let();
        }
    }

    @Nested
    class AnOfficeNotThereThatDay {

        @Test
        void beforeItOpensIsRefused() {
            var opens = LocalDate.now().plusMonths(2);
            bureau("DELEGATION", opens, opens.plusMonths(1));

            doors.release(to("DELEGATION", ""))
                    .refuse(
                            "MSG-030",
                            "DELEGATION opens on " + opens + ".",
                            "Take it off, or release on " + opens + " or later.")
                    .at("MSG-030", "action");
        }

        @Test
        void afterItClosedIsRefused() {
            var closed = LocalDate.now().minusMonths(2);
            bureau("FORMER", null, closed);

            doors.release(to("FORMER", ""))
                    .refuse(
                            "MSG-030",
                            "FORMER closed on " + closed + ".",
                            "Take it off, or address the office that took over.");
        }
    }

    @Nested
    class ACollective {

        @Test
        void isFrozenAtRelease() {
            offices.keep(new NewCollective("FROZEN", Names.of("Frozen", "Fest"), false, null));
            join("BERLIN");
            var released = doors.release(to("FROZEN", "")).let();

            join("PARIS");

            assertThat(doors.released(to("FROZEN", "")).offices(Addressing.ACTION))
                    .containsExactly(new OfficeCode("BERLIN"), new OfficeCode("PARIS"));
            var reader = doors.person("EUR", Role.APPROVER).scope();
            for (var mrn : List.of(released.web().mrn(), released.api().mrn())) {
                assertThat(cables.get(mrn, reader).offices(Addressing.ACTION))
                        .containsExactly(new OfficeCode("BERLIN"));
            }
        }

        private void join(String member) {
            offices.join(
                    new CollectiveMembership(
                            "FROZEN", new OfficeCode(member), LocalDate.of(2020, 1, 1), null));
        }
    }

    @Nested
    class APartnerOutside {

        @Test
        void receivesUpToTheLevelOfItsDomain() {
            partner("PARTNER", "desk@partner.example");
            var confidential =
                    MarkingRulesTest.confidential().with().addresses(to("PARTNER", "").addresses());

            doors.release(confidential.build())
                    .refuse(
                            "MSG-032",
                            "partner.example may receive up to SBU.",
                            "Take PARTNER off the addressees, or lower the text to SBU.")
                    .at("MSG-032", "action");
            doors.release(sbu("PARTNER")).let();
        }

        @Test
        void ofADomainThePolicyDoesNotNameReceivesNothing() {
            partner("STRANGER", "desk@stranger.example");

            doors.release(to("STRANGER", ""))
                    .refuse(
                            "MSG-032",
                            "The policy lets no cable go to stranger.example.",
                            "Take STRANGER off the addressees, or have the domain added to the"
                                    + " policy.");
        }
    }

    @Nested
    class ThoseItWakes {

        @Test
        void areCountedAndNamed() {
            bureau(
                    "ASLEEP",
                    Standing.PERMANENT,
                    new Office.WorkingHours(
                            EnumSet.of(LocalDate.now().plusDays(3).getDayOfWeek()),
                            LocalTime.of(8, 0),
                            LocalTime.of(17, 0)));

            doors.warn(
                    to("ASLEEP", "").with().precedence("IMMEDIATE", "ROUTINE").build(),
                    "MSG-034",
                    "The precedence wakes 1 office outside working hours: ASLEEP.",
                    "Lower the precedence if it can wait until they open.");
            assertThat(doors.live(to("ASLEEP", "")))
                    .noneMatch(check -> check.problem().code() == DraftRefusal.POSTS_WOKEN);
        }
    }

    @Nested
    class ADueDateOnAFreeDay {

        @Test
        void isSaidWithTheNextWorkingDay() {
            var saturday =
                    LocalDate.now().plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
            var requirement =
                    new Paragraph(
                            UUID.randomUUID(),
                            "REQUIREMENT",
                            "R1",
                            "",
                            "Report.",
                            "UNCLASSIFIED",
                            Map.of("form", "FINDINGS", "due", saturday.toString()));

            doors.warn(
                    plain().with().paragraphs(List.of(requirement)).build(),
                    "TSK-003",
                    "R1 is due on " + saturday + ", a holiday or free day at 1 post: BERLIN.",
                    "The next working day is " + saturday.plusDays(2) + ".");
        }
    }
}
