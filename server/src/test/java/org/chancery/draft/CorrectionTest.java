// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.NewCable;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CorrectionTest {

    private final BothDoors state;
    private final BothDoors berlin;
    private final Actor approver;
    private final Drafts drafts;
    private final Cables cables;
    private final TransactionTemplate transaction;

    CorrectionTest(
            MockMvc web,
            ApplicationContext beans,
            Drafts drafts,
            Cables cables,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.cables = cables;
        this.transaction = transaction;
        var people = new BothDoors(web, beans);
        approver = people.person("EUR", Role.APPROVER);
        state = people.as(people.person("EUR", Role.DRAFTER), approver);
        berlin =
                new BothDoors(web, beans)
                        .as(
                                people.person("BERLIN", Role.OFFICER),
                                people.person("BERLIN", Role.HEAD_OF_MISSION));
    }

    private static List<AddressLine> to(String... offices) {
        return java.util.Arrays.stream(offices)
                .map(office -> new AddressLine(office, Addressing.ACTION))
                .toList();
    }

    private Cable original() {
        return state.released(plain().with().addresses(to("BERLIN", "ROME")).build());
    }

    private static Content that(Reference.Relation relation, String number, String... offices) {
        return plain().with()
                .addresses(to(offices))
                .references(List.of(new Reference(number, relation, false, false)))
                .build();
    }

    private static Content correcting(Cable cable, String... offices) {
        return that(Reference.Relation.CORRECTS, cable.mrn().toString(), offices);
    }

    @Nested
    class AReleasedCable {

        @Test
        void cannotBeAlteredThroughEitherDoor() {
            var cable = original();
            var draft = drafts.get(cable.draft(), approver.scope());
            var altered = plain().with().subject("Another subject").build();
            var answers =
                    new BothDoors.Both(
                            state.save(draft, draft.version(), BothDoors.form(altered)),
                            state.change(draft, draft.version(), altered));

            var said = answers.web().of("MSG-001");
            assertThat(said.detail())
                    .startsWith(cable.mrn() + " was released on ")
                    .endsWith(" and cannot be altered.");
            answers.refuse("MSG-001", said.detail(), "Issue a corrected copy or a cancellation.");
            assertThat(answers.api().status()).isEqualTo(409);
        }

        @Test
        void isCorrectedByItsOwnOfficeOnly() {
            var cable = original();

            berlin.release(correcting(cable, "BERLIN", "ROME"))
                    .refuse(
                            "MSG-001",
                            cable.mrn() + " was sent by EUR and cannot be altered from here.",
                            "Ask EUR to issue a corrected copy or a cancellation.")
                    .at("MSG-001", "ref-0");
        }
    }

    @Nested
    class ACorrectedCopy {

        @Test
        void goesToEverybodyTheOriginalWentTo() {
            state.release(correcting(original(), "BERLIN"))
                    .refuse(
                            "MSG-024",
                            "Add ROME: it received the original.",
                            "A corrected copy goes to everybody the original went to.")
                    .at("MSG-024", "action");
            state.release(correcting(original(), "PARIS"))
                    .refuse(
                            "MSG-024",
                            "Add BERLIN, ROME: they received the original.",
                            "A corrected copy goes to everybody the original went to.");
            state.release(correcting(original(), "BERLIN", "ROME", "PARIS")).let();
        }

        @Test
        void isNotLowerThanTheOriginal() {
            var high =
                    state.released(
                            plain().with()
                                    .paragraphs(List.of(row("TEXT", "The wrong hours.", "SBU")))
                                    .build());

            state.release(correcting(high, "BERLIN"))
                    .refuse(
                            "MSG-025",
                            high.mrn() + " is SBU; a corrected copy of it cannot be UNCLASSIFIED.",
                            "Use downgrade review, not a corrected copy.")
                    .at("MSG-025", "banner");
        }

        @Test
        void keepsTheCaptionsOfTheOriginal() {
            var captioned = state.released(plain().with().captions(Set.of("EXDIS")).build());

            state.release(correcting(captioned, "BERLIN"))
                    .refuse(
                            "MSG-025",
                            captioned.mrn()
                                    + " carries EXDIS; a corrected copy of it cannot leave that"
                                    + " out.",
                            "Use downgrade review, not a corrected copy.")
                    .at("MSG-025", "captions");
        }

        @Test
        void cannotCorrectItself() {
            var year = original().mrn().year() % 100;

            state.release(that(Reference.Relation.CORRECTS, year + " STATE 999999", "BERLIN"))
                    .refuse(
                            "MSG-023",
                            "A cable cannot correct itself.",
                            "Name the released cable it corrects or cancels; "
                                    + year
                                    + " STATE 999999 is none.")
                    .at("MSG-023", "ref-0");
        }

        @Test
        void namesACableThatIsThereEvenIfItIsCalledExternal() {
            var external = new Reference("25 PARIS 99999", Reference.Relation.CANCELS, false, true);

            state.release(plain().with().references(List.of(external)).build())
                    .refuse(
                            "MSG-023",
                            "25 PARIS 99999 is not in the archive and cannot be corrected or"
                                    + " cancelled.",
                            "Check the number; only a released cable can be corrected or"
                                    + " cancelled.");
        }

        @Test
        void doesNotCloseACircle() {
            var last = cables.get(original().mrn(), approver.scope());
            var next = last.mrn().serial() + 2;
            var first = imported(number(last, next));
            var second = imported(first.mrn().toString());
            assertThat(second.mrn().serial()).isEqualTo(next);

            state.release(correcting(second, "BERLIN"))
                    .refuse(
                            "MSG-023",
                            "The corrections of " + second.mrn() + " lead back to itself.",
                            "Name the last cable of the chain.")
                    .at("MSG-023", "ref-0");
        }

        private String number(Cable like, int serial) {
            return "%02d %s %d".formatted(like.mrn().year() % 100, like.mrn().office(), serial);
        }

        /// A cable that came into the archive past the rules, as from an old system.
        private Cable imported(String corrects) {
            return Objects.requireNonNull(
                    transaction.execute(
                            status ->
                                    cables.release(
                                            new NewCable(
                                                    new DraftId(UUID.randomUUID()),
                                                    new OfficeCode("EUR"),
                                                    that(
                                                            Reference.Relation.CORRECTS,
                                                            corrects,
                                                            "BERLIN"),
                                                    List.of(
                                                            new Addressee(
                                                                    new OfficeCode("BERLIN"),
                                                                    Addressing.ACTION,
                                                                    "ROUTINE",
                                                                    "")),
                                                    0,
                                                    Set.of(),
                                                    false),
                                            approver,
                                            Instant.now())));
        }
    }

    @Nested
    class ACancellation {

        @Test
        void saysThatOpenTasksEnd() {
            var number = original().mrn().toString();

            state.warn(
                    that(Reference.Relation.CANCELS, number, "BERLIN", "ROME"),
                    "MSG-026",
                    "Open tasks of "
                            + number
                            + " end as waived, and a cancellation itself creates none.",
                    "Nothing need be done; what you still ask goes into a cable of its own.");
        }

        @Test
        void tellsWhoWillNotLearnOfIt() {
            var number = original().mrn().toString();

            state.warn(
                    that(Reference.Relation.CANCELS, number, "BERLIN"),
                    "MSG-024",
                    "ROME received " + number + " and will not learn that it is cancelled.",
                    "Add ROME to the addressees.");
        }
    }

    @Nested
    class AReaddressedCable {

        @Test
        void carriesTheOriginalUnchanged() {
            var cable = original();
            var number = cable.mrn().toString();
            var onwards = that(Reference.Relation.READDRESSES, number, "PARIS");
            var changed = onwards.with().paragraphs(List.of(row("TEXT", "Other.", "SBU"))).build();
            var same =
                    cable.content().paragraphs().stream()
                            .map(row -> row("TEXT", row.text(), row.mark()))
                            .toArray(Paragraph[]::new);

            state.release(changed)
                    .refuse(
                            "MSG-024",
                            "Paragraph 1 of " + number + " is missing or changed.",
                            "A readdressed cable carries the original unchanged; take the paragraph"
                                    + " over as it stands.")
                    .at("MSG-024", "ref-0");
            state.release(onwards.with().paragraphs(List.of(same)).build()).let();
        }
    }
}
