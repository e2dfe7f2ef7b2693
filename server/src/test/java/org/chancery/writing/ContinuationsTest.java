// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Mrn;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.clearance.Clearances;
import org.chancery.directory.CollectiveMembership;
import org.chancery.directory.Names;
import org.chancery.directory.NewCollective;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A released cable is not edited but continued.
@DatabaseTest
class ContinuationsTest {

    private static final String NUMBER = "25 STATE 1";

    private final Continuations continuations;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Offices offices;
    private final Cable original;
    private final Actor director;
    private final Actor desk;
    private final Actor berlin;

    ContinuationsTest(
            Continuations continuations,
            Drafts drafts,
            Clearances clearances,
            Cables cables,
            Offices offices,
            Accounts accounts) {
        this.continuations = continuations;
        this.clearances = clearances;
        this.offices = offices;
        this.director = accounts.actor("director").orElseThrow();
        this.drafts = drafts;
        this.desk = accounts.actor("desk").orElseThrow();
        this.berlin = accounts.actor("berlin").orElseThrow();
        this.original = cables.get(Mrn.parse(NUMBER), desk.scope());
    }

    private Draft start(Continuation as, Actor actor) {
        return continuations.start(NUMBER, as, actor).draft();
    }

    private Set<OfficeCode> reached(Draft draft) {
        return drafts.addressees(draft).stream().map(Addressee::office).collect(Collectors.toSet());
    }

    private Set<OfficeCode> received() {
        return original.addressees().stream().map(Addressee::office).collect(Collectors.toSet());
    }

    private static List<String> texts(List<Paragraph> rows) {
        return rows.stream().map(Paragraph::text).toList();
    }

    private static List<String> marks(List<Paragraph> rows) {
        return rows.stream().map(Paragraph::mark).toList();
    }

    @Nested
    class AReply {

        @Test
        void goesToTheSenderAndAnswersWithExerciseLevelAndCaptionsKept() {
            var content = start(Continuation.REPLY, berlin).content();

            assertThat(content.addresses())
                    .singleElement()
                    .satisfies(
                            line -> {
                                assertThat(line.target()).isEqualTo(original.from().value());
                                assertThat(line.role()).isEqualTo(Addressing.ACTION);
                            });
            assertThat(content.reference(Reference.Relation.ANSWERS))
                    .contains(new Reference(NUMBER, Reference.Relation.ANSWERS, false, false));
            assertThat(content.subject()).isEqualTo("Re: " + original.content().subject());
            assertThat(content.exercise()).isEqualTo(original.content().exercise());
            assertThat(content.captions()).isEqualTo(original.content().captions());
            assertThat(content.subjectMark()).isEqualTo(original.content().subjectMark());
            assertThat(content.paragraphs()).allMatch(row -> row.text().isEmpty());
        }
    }

    @Nested
    class AForward {

        @Test
        void carriesTheTextAsQuotedRowsAtTheirMarksAndAsksNothing() {
            var content = start(Continuation.FORWARD, berlin).content();
            var rows = original.content().paragraphs();

            assertThat(texts(content.paragraphs())).isEqualTo(texts(rows));
            assertThat(marks(content.paragraphs())).isEqualTo(marks(rows));
            assertThat(content.paragraphs()).allMatch(row -> row.is("TEXT"));
            assertThat(content.paragraphs().getFirst().heading()).isEqualTo("25 STATE 1, 1");
            assertThat(content.instructs()).isFalse();
            assertThat(content.addresses()).isEmpty();
            assertThat(content.reference(Reference.Relation.READDRESSES)).isPresent();
        }
    }

    @Nested
    class ASupplement {

        @Test
        void goesToTheSameAddressees() {
            var draft = start(Continuation.SUPPLEMENT, desk);

            assertThat(reached(draft)).isEqualTo(received());
            assertThat(draft.content().reference(Reference.Relation.SUPPLEMENTS)).isPresent();
            assertThat(draft.content().paragraphs()).isEmpty();
        }
    }

    @Nested
    class ACorrectedCopy {

        @Test
        void hasTheSameRowsUnderIdentitiesOfTheirOwn() {
            var started = continuations.start(NUMBER, Continuation.CORRECTION, desk);
            var rows = started.draft().content().paragraphs();
            var before = original.content().paragraphs();

            assertThat(texts(rows)).isEqualTo(texts(before));
            assertThat(marks(rows)).isEqualTo(marks(before));
            assertThat(rows.stream().map(Paragraph::label).toList())
                    .isEqualTo(before.stream().map(Paragraph::label).toList());
            assertThat(rows.stream().map(Paragraph::id).toList())
                    .doesNotContainAnyElementsOf(before.stream().map(Paragraph::id).toList())
                    .containsExactlyElementsOf(
                            before.stream().map(row -> started.rows().get(row.id())).toList());
            assertThat(started.draft().content().subject()).startsWith("CORRECTED COPY: ");
        }

        @Test
        void reachesEverybodyWhoReceivedTheOriginal() {
            assertThat(reached(start(Continuation.CORRECTION, desk)))
                    .containsAll(received())
                    .hasSizeGreaterThan(30);
        }
    }

    @Nested
    class WhenACollectiveHasLostAMemberSince {

        @Test
        void theMemberIsAddressedByName() {
            var list =
                    "LIST-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
            offices.keep(new NewCollective(list, Names.of("A list", "Eine Liste"), false, null));
            offices.join(
                    new CollectiveMembership(
                            list, new OfficeCode("OTTAWA"), LocalDate.of(2020, 1, 1), null));
            offices.join(
                    new CollectiveMembership(
                            list,
                            new OfficeCode("WELLINGTON"),
                            LocalDate.of(2020, 1, 1),
                            LocalDate.of(2026, 1, 31)));
            var sent = released(list, Instant.parse("2026-01-15T12:00:00Z"));
            assertThat(sent.addressees()).hasSize(2);

            var draft =
                    continuations
                            .start(sent.mrn().toString(), Continuation.CORRECTION, desk)
                            .draft();

            assertThat(draft.content().addresses())
                    .extracting(AddressLine::target)
                    .containsExactly(list, "WELLINGTON");
            assertThat(reached(draft))
                    .containsExactlyInAnyOrder(
                            new OfficeCode("OTTAWA"), new OfficeCode("WELLINGTON"));
        }

        private Cable released(String list, Instant at) {
            var content =
                    Content.blank("CABLE", "UNCLASSIFIED", "ROUTINE")
                            .with()
                            .subject("To a list")
                            .topics(List.of("SMIG"))
                            .addresses(List.of(new AddressLine(list, Addressing.ACTION)))
                            .paragraphs(
                                    List.of(
                                            new Paragraph(
                                                    UUID.randomUUID(),
                                                    "TEXT",
                                                    "",
                                                    "",
                                                    "Hello.",
                                                    "UNCLASSIFIED",
                                                    Map.of())))
                            .build();
            var draft = drafts.start(content, desk);
            clearances.send(draft.id(), 1, Set.of(), desk);
            return drafts.releaseAt(draft.id(), 1, director, at);
        }
    }

    @Nested
    class ACancellation {

        @Test
        void saysWhichCableIsCancelledToEverybodyWhoReceivedIt() {
            var draft = start(Continuation.CANCELLATION, desk);

            assertThat(texts(draft.content().paragraphs()))
                    .containsExactly("25 STATE 1 is cancelled.");
            assertThat(reached(draft)).containsAll(received());
            assertThat(draft.content().reference(Reference.Relation.CANCELS)).isPresent();
        }
    }

    @Nested
    class OfACableTheReaderMayNotOpen {

        @Test
        void isAnsweredLikeANumberNeverGiven() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> continuations.start("26 STATE 999999", Continuation.REPLY, desk));

            assertThat(refusal.first().code().code()).isEqualTo("ACC-001");
        }
    }
}
