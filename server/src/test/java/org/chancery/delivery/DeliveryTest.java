// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Refusal;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(ReleasedCables.class)
class DeliveryTest {

    private final Deliveries deliveries;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Offices offices;
    private final ReleasedCables released;
    private final JdbcClient jdbc;
    private final Actor berlin;
    private final Actor mission;
    private final Actor ottawa;
    private final Actor desk;

    DeliveryTest(
            Deliveries deliveries,
            Instructions instructions,
            Tasks tasks,
            Offices offices,
            ReleasedCables released,
            JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.instructions = instructions;
        this.tasks = tasks;
        this.offices = offices;
        this.released = released;
        this.jdbc = jdbc;
        this.berlin = released.actor("berlin");
        this.mission = released.actor("hom.berlin");
        this.ottawa = released.actor("ottawa");
        this.desk = released.actor("desk");
    }

    private Delivery copy(Cable cable, Actor actor) {
        return deliveries.of(cable, actor.office()).orElseThrow();
    }

    private List<String> history(Cable cable, Actor actor) {
        return deliveries.history(cable, actor).stream().map(DeliveryEvent::state).toList();
    }

    private static String code(Refusal refusal) {
        return refusal.first().code().code();
    }

    @Nested
    class AtRelease {

        @Test
        void anOfficeInsideChanceryHasItsCopy() {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA"));

            assertThat(copy(cable, berlin).state())
                    .isEqualTo(new DeliveryState.Delivered(cable.releasedAt()));
            assertThat(history(cable, berlin)).containsExactly("DELIVERED");
        }

        @Test
        void aCorrespondentsCopyWaitsForTheMailGateway() {
            var code = new OfficeCode("PARTNER DELIVERY");
            offices.open(
                    new Office.Correspondent(
                            Office.Entry.of(
                                    code,
                                    Names.of("Partner", "Partner"),
                                    ZoneId.of("UTC"),
                                    new Office.WorkingHours(
                                            LocalTime.of(8, 0), LocalTime.of(17, 0))),
                            "desk@partner.example"));

            var cable = released.release(List.of("BERLIN", code.value()), List.of());

            var copy = deliveries.of(cable, code).orElseThrow();
            assertThat(copy.state()).isEqualTo(new DeliveryState.Queued(cable.releasedAt()));
            assertThat(copy.due()).isNull();
        }

        @Test
        void anInformationCopyOwesNothing() {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA/IMMEDIATE"));

            assertThat(copy(cable, berlin).due()).isNotNull();
            assertThat(copy(cable, ottawa).due()).isNull();
            assertThatThrownBy(
                            () ->
                                    jdbc.sql(
                                                    """
                                                    insert into delivery.delivery
                                                    (cable, office, role, precedence, via, due_at,
                                                     state, state_at, delivered_at)
                                                    values (:id, 'PARIS', 'INFO', 'ROUTINE', '',
                                                            now(), 'DELIVERED', now(), now())
                                                    """)
                                            .param("id", cable.id().value())
                                            .update())
                    .hasMessageContaining("delivery_info_owes_nothing");
        }
    }

    @Nested
    class WhenItIsOpened {

        @Test
        void theFirstReaderMovesTheCopyAndLaterOnesDoNot() {
            var cable = released.release(List.of("BERLIN"), List.of());

            deliveries.open(cable.mrn(), berlin);
            deliveries.open(cable.mrn(), mission);

            assertThat(copy(cable, berlin).openedBy()).isEqualTo("berlin");
            assertThat(history(cable, berlin)).containsExactly("DELIVERED", "OPENED");
        }

        @Test
        void eachPersonIsNotedOnce() {
            var cable = released.release(List.of("BERLIN"), List.of());

            deliveries.open(cable.mrn(), berlin);
            deliveries.open(cable.mrn(), berlin);
            deliveries.open(cable.mrn(), mission);

            assertThat(ledger(cable, desk, "BERLIN").readers())
                    .extracting(Reading::person)
                    .containsExactly(berlin.person(), mission.person());
        }
    }

    private LedgerLine ledger(Cable cable, Actor reader, String office) {
        return deliveries.ledger(cable, reader).stream()
                .filter(line -> line.copy().office().value().equals(office))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class TheLedgerOfReaders {

        @Test
        void namesEverybodyToTheSenderAndToWhoMayReadTheAudit() {
            var cable = released.release(List.of("BERLIN"), List.of("DS"));
            deliveries.open(cable.mrn(), berlin);

            for (var entitled : List.of(desk, released.actor("security"))) {
                var line = ledger(cable, entitled, "BERLIN");
                assertThat(line.named()).isTrue();
                assertThat(line.copy().openedBy()).isEqualTo("berlin");
                assertThat(line.readers()).hasSize(1);
            }
        }

        @Test
        void namesOnlyItsOwnPeopleToAnAddressedOffice() {
            var cable = released.release(List.of("BERLIN", "OTTAWA"), List.of());
            deliveries.open(cable.mrn(), berlin);
            deliveries.open(cable.mrn(), ottawa);

            assertThat(ledger(cable, ottawa, "OTTAWA").readers()).hasSize(1);
            var other = ledger(cable, ottawa, "BERLIN");
            assertThat(other.named()).isFalse();
            assertThat(other.readers()).isEmpty();
            assertThat(other.copy().openedBy()).isNull();
            assertThat(other.copy().state().code()).isEqualTo("OPENED");
            assertThat(other.copy().state().by()).isEmpty();
        }
    }

    @Nested
    class Acknowledging {

        @Test
        void isOnRecordWithNameAndTime() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var copy = deliveries.acknowledge(cable.mrn(), berlin);

            assertThat(copy.acknowledged()).isTrue();
            assertThat(copy.state().by()).isEqualTo("berlin");
            assertThat(history(cable, berlin)).containsExactly("DELIVERED", "ACKNOWLEDGED");
        }

        @Test
        void aSecondTimeIsRefusedAndSaysWhoDid() {
            var cable = released.release(List.of("BERLIN"), List.of());
            deliveries.acknowledge(cable.mrn(), berlin);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> deliveries.acknowledge(cable.mrn(), mission));

            assertThat(code(refusal)).isEqualTo("DLV-003");
            assertThat(refusal).hasMessage("It was acknowledged by berlin already.");
        }

        @Test
        void needsThePermissionToReceive() {
            var cable = released.release(List.of("BERLIN"), List.of("EUR"));

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> deliveries.acknowledge(cable.mrn(), desk));

            assertThat(code(refusal)).isEqualTo("ACC-006");
        }

        @Test
        void isForAddressedOfficesOnly() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> deliveries.acknowledge(cable.mrn(), released.actor("director")));

            assertThat(code(refusal)).isEqualTo("DLV-001");
            assertThat(refusal.mend()).isEqualTo("Ask the sending office to readdress it to you.");
        }

        @Test
        void anOfficeThatMayNotReadItGetsTheAnswerOfANumberNeverGiven() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> deliveries.acknowledge(cable.mrn(), ottawa));

            assertThat(code(refusal)).isEqualTo("ACC-001");
        }
    }

    @Nested
    class MarkingAsDone {

        @Test
        void takesAnInformationCopyOutOfItsFolder() {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA"));
            assertThat(listed(ottawa, Folder.INFO)).contains(cable.mrn().toString());

            deliveries.handled(cable.mrn(), ottawa);

            assertThat(listed(ottawa, Folder.INFO)).doesNotContain(cable.mrn().toString());
            assertThat(listed(ottawa, Folder.ALL)).contains(cable.mrn().toString());
        }

        @Test
        void isRefusedForActionNobodyHasInHand() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> deliveries.handled(cable.mrn(), berlin));

            assertThat(code(refusal)).isEqualTo("DLV-004");
        }

        @Test
        void aSecondTimeIsRefused() {
            var cable = released.release(List.of("BERLIN"), List.of("OTTAWA"));
            deliveries.handled(cable.mrn(), ottawa);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> deliveries.handled(cable.mrn(), ottawa));

            assertThat(code(refusal)).isEqualTo("DLV-005");
        }

        @Test
        void closesNoTask() {
            var cable =
                    released.release(
                            List.of("BERLIN"),
                            List.of(),
                            content ->
                                    content.paragraphs(
                                            List.of(
                                                    ReleasedCables.row(
                                                            "REQUIREMENT",
                                                            "R1",
                                                            "Report.",
                                                            Map.of(
                                                                    "form",
                                                                    "ASSESSMENT",
                                                                    "due",
                                                                    "2099-01-05")))));
            deliveries.acknowledge(cable.mrn(), berlin);

            deliveries.handled(cable.mrn(), berlin);

            var instruction = instructions.of(cable.mrn(), berlin.scope()).orElseThrow();
            assertThat(tasks.open(berlin.office(), berlin.scope()))
                    .anyMatch(task -> task.instruction().equals(instruction.id()));
        }
    }

    private List<String> listed(Actor actor, Folder folder) {
        return deliveries
                .inbox(new InboxQuestion(actor.office(), folder), null, 200, actor)
                .rows()
                .stream()
                .map(row -> row.cable().mrn().toString())
                .toList();
    }

    @Nested
    class Assigning {

        @Test
        void putsItIntoThatPersonsFolderAndKeepsTheNote() {
            var cable = released.release(List.of("BERLIN"), List.of());

            deliveries.assign(cable.mrn(), berlin.person(), "By noon, please.", mission);

            assertThat(listed(berlin, Folder.ASSIGNED)).contains(cable.mrn().toString());
            assertThat(listed(mission, Folder.ASSIGNED)).doesNotContain(cable.mrn().toString());
            assertThat(deliveries.history(cable, berlin))
                    .last()
                    .extracting(DeliveryEvent::note)
                    .isEqualTo("Political officer: By noon, please.");
        }

        @Test
        void isForPeopleOfTheOfficeOnly() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> deliveries.assign(cable.mrn(), ottawa.person(), "", mission));

            assertThat(code(refusal)).isEqualTo("DLV-006");
        }

        @Test
        void needsThePermissionToDistribute() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> deliveries.assign(cable.mrn(), berlin.person(), "", berlin));

            assertThat(code(refusal)).isEqualTo("ACC-006");
        }
    }

    @Nested
    class DistributingByHand {

        @Test
        void namesTheReadersInTheHistory() {
            var cable = released.release(List.of("BERLIN"), List.of());

            deliveries.distribute(cable.mrn(), Set.of(berlin.person(), mission.person()), mission);

            assertThat(history(cable, mission)).last().isEqualTo("DISTRIBUTED");
            assertThat(deliveries.distribution(cable, mission))
                    .extracting(Distribution::how)
                    .containsExactlyInAnyOrder(
                            Distribution.How.OFFICE, Distribution.How.HAND, Distribution.How.HAND);
        }

        @Test
        void needsSomebody() {
            var cable = released.release(List.of("BERLIN"), List.of());

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> deliveries.distribute(cable.mrn(), Set.of(), mission));

            assertThat(code(refusal)).isEqualTo("DLV-007");
            assertThatThrownBy(
                            () ->
                                    deliveries.distribute(
                                            cable.mrn(),
                                            Set.of(new StaffId(UUID.randomUUID())),
                                            mission))
                    .hasMessage("That is nobody of BERLIN.");
        }
    }

    @Nested
    class TheInbox {

        @Test
        void showsWhatIsDueFirstAndWhatIsAcknowledgedAfterIt() {
            var later = released.release(List.of("OTTAWA/ROUTINE"), List.of());
            var urgent = released.release(List.of("OTTAWA/NIACT"), List.of());
            var done = released.release(List.of("OTTAWA/NIACT"), List.of());
            deliveries.acknowledge(done.mrn(), ottawa);
            var question = new InboxQuestion(ottawa.office(), Folder.ACTION, null, Set.of(), true);

            assertThat(deliveries.inbox(question, null, 200, ottawa).rows())
                    .extracting(row -> row.cable().mrn().toString())
                    .containsSubsequence(
                            urgent.mrn().toString(), later.mrn().toString(), done.mrn().toString());
        }

        @Test
        void pagesOnWithoutGapOrDoubleInEitherOrder() {
            for (int i = 0; i < 5; i++) {
                released.release(List.of("BERLIN/ROUTINE"), List.of());
            }
            for (var dueFirst : new boolean[] {true, false}) {
                var question =
                        new InboxQuestion(berlin.office(), Folder.ALL, null, Set.of(), dueFirst);
                var whole =
                        deliveries.inbox(question, null, 200, berlin).rows().stream()
                                .map(row -> row.cable().mrn())
                                .toList();
                var pieces = new java.util.ArrayList<org.chancery.cable.Mrn>();
                String after = null;
                do {
                    var piece = deliveries.inbox(question, after, 2, berlin);
                    piece.rows().forEach(row -> pieces.add(row.cable().mrn()));
                    after = piece.next();
                } while (after != null);

                assertThat(pieces).isEqualTo(whole).doesNotHaveDuplicates();
            }
        }

        @Test
        void countsAreThoseOfTheFolders() {
            released.release(List.of("OTTAWA"), List.of("BERLIN"));

            var counts = deliveries.counts(ottawa);

            for (var folder : List.of(Folder.ACTION, Folder.INFO, Folder.MINE, Folder.TODAY)) {
                assertThat(counts.get(folder))
                        .as(folder.name())
                        .isEqualTo(listed(ottawa, folder).size());
            }
        }

        @Test
        void ofAnotherOfficeIsNotShown() {
            var refusal =
                    catchThrowableOfType(Refusal.class, () -> listedOf(berlin.office(), ottawa));

            assertThat(code(refusal)).isEqualTo("ACC-001");
        }

        private void listedOf(OfficeCode office, Actor actor) {
            deliveries.inbox(new InboxQuestion(office, Folder.ALL), null, 10, actor);
        }
    }

    @Nested
    class TheRecord {

        private void refused(String sql, Cable cable) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("id", cable.id().value()).update())
                    .as(sql)
                    .hasMessageContaining("MSG-001");
        }

        @Test
        void refusesEveryDirectChangeInTheDatabase() {
            var cable =
                    released.release(
                            List.of("BERLIN"),
                            List.of(),
                            content ->
                                    content.references(
                                            List.of(
                                                    org.chancery.cable.Reference.to(
                                                            "25 STATE 1"))));
            deliveries.open(cable.mrn(), berlin);
            deliveries.acknowledge(cable.mrn(), berlin);

            for (var table :
                    List.of(
                            "cable.addressee set precedence = 'FLASH'",
                            "cable.paragraph set text = 'x'",
                            "cable.reference set number = 'x'",
                            "delivery.event set by = 'x'",
                            "delivery.reading set first_at = now()",
                            "delivery.distribution set at = now()",
                            "delivery.delivery set due_at = now()",
                            "delivery.delivery set opened_by = 'x'",
                            "delivery.delivery set state = 'DELIVERED'",
                            "delivery.delivery set state = 'OPENED', state_by = 'x'")) {
                refused("update " + table + " where cable = :id", cable);
            }
            for (var table :
                    List.of(
                            "cable.addressee",
                            "cable.paragraph",
                            "cable.reference",
                            "delivery.delivery",
                            "delivery.event",
                            "delivery.reading",
                            "delivery.distribution")) {
                refused("delete from " + table + " where cable = :id", cable);
                assertThatThrownBy(() -> jdbc.sql("truncate " + table + " cascade").update())
                        .as("truncate " + table)
                        .hasMessageContaining("MSG-001");
            }
        }

        @Test
        void aRecordWithADueTimeForInformationCannotBeBuilt() {
            assertThatThrownBy(
                            () ->
                                    Delivery.first(
                                            berlin.office(),
                                            Addressing.INFO,
                                            "ROUTINE",
                                            "",
                                            new DeliveryState.Delivered(java.time.Instant.EPOCH),
                                            java.time.Instant.EPOCH))
                    .hasMessageContaining("TSK-001");
        }
    }
}
