// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@Import({MovableClock.Time.class, ReleasedCables.class})
class NoteTest {

    private final DemarcheDoors doors;
    private final Notes notes;
    private final JsonMapper json;
    private final MovableClock clock;
    private final Actor berlin;
    private final Actor ottawa;

    NoteTest(MockMvc web, Accounts accounts, JsonMapper json, Notes notes, MovableClock clock) {
        this.doors = new DemarcheDoors(web, accounts, json);
        this.notes = notes;
        this.json = json;
        this.clock = clock;
        this.berlin = accounts.actor("berlin").orElseThrow();
        this.ottawa = accounts.actor("ottawa").orElseThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    }

    private Map<String, String> fields(String direction) {
        return Map.of(
                "direction", direction,
                "government", "DE",
                "kind", "NOTE_VERBALE",
                "number", direction.equals("IN") ? "AA " + UUID.randomUUID() : "",
                "day", today().toString(),
                "subject", "On the rivers",
                "body", "The Ministry presents its compliments.",
                "language", "de",
                "way", "COURIER",
                "instruction", "I-25-0001");
    }

    private NoteId kept(String direction) throws Exception {
        var to =
                Objects.requireNonNull(
                        doors.form("berlin", "/notes", fields(direction)).getRedirectedUrl());
        return NoteId.parse(to.substring(to.lastIndexOf('/') + 1));
    }

    private NoteState state(NoteId id) {
        return notes.get(id, berlin.scope()).state();
    }

    private static void refused(ThrowingCallable act, String code, String detail, String mend) {
        var refusal = catchThrowableOfType(Refusal.class, act);
        assertThat(refusal.first().code().code()).isEqualTo(code);
        assertThat(refusal).hasMessage(detail);
        assertThat(refusal.mend()).isEqualTo(mend);
    }

    @Nested
    class ANoteThatGoesOut {

        @Test
        void getsTheNextNumberOfThePost() throws Exception {
            var first = notes.get(kept("OUT"), berlin.scope());
            var second = notes.get(kept("OUT"), berlin.scope());

            var year = String.valueOf(today().getYear());
            assertThat(first.what().number()).matches("BERLIN \\d+/" + year);
            assertThat(serial(second)).isEqualTo(serial(first) + 1);
            assertThat(first.state()).isEqualTo(new NoteState.Sent());
            refused(
                    () -> notes.file(first.id(), "Done", berlin),
                    "NTE-001",
                    "A note in the state SENT cannot become FILED.",
                    "Take the steps in order: distribute, accept, answer, file.");
        }

        private static int serial(Note note) {
            return Integer.parseInt(note.what().number().replaceAll("BERLIN (\\d+)/.*", "$1"));
        }
    }

    @Nested
    class ANoteThatComesIn {

        @Test
        void isDistributedAcceptedAnsweredAndFiled() throws Exception {
            var note = kept("IN");
            var ours = notes.get(kept("OUT"), berlin.scope());
            assertThat(state(note)).isEqualTo(new NoteState.Received());

            doors.form(
                    "berlin",
                    "/notes/" + note,
                    Map.of("do", "distribute", "holder", "Political section"));
            assertThat(state(note)).isEqualTo(new NoteState.Distributed("Political section"));
            doors.form("berlin", "/notes/" + note, Map.of("do", "accept"));
            assertThat(state(note)).isEqualTo(new NoteState.Accepted("Political section"));
            doors.api(
                    "berlin",
                    "POST",
                    "/api/v1/notes/" + note + "/answer",
                    Map.of("answer", ours.what().number()));
            assertThat(state(note)).isEqualTo(new NoteState.Answered(ours.id()));
            doors.api("berlin", "POST", "/api/v1/notes/" + note + "/file", Map.of());

            assertThat(state(note)).isEqualTo(new NoteState.Filed(""));
            assertThat(notes.steps(note, berlin.scope()))
                    .extracting(step -> step.state().code())
                    .containsExactly("DISTRIBUTED", "ACCEPTED", "ANSWERED", "FILED");
            assertThat(doors.page("berlin", "/notes/" + note))
                    .contains("On the rivers", "Political section", "Filed");
            assertThat(doors.page("berlin", "/notes")).contains("On the rivers");
            assertThat(doors.page("berlin", "/notes.csv")).contains("FILED");
        }

        @Test
        void isRejectedReassignedAndTransferredForAReason() throws Exception {
            var note = kept("IN");
            notes.distribute(note, "Consular section", berlin);

            refused(
                    () -> notes.reject(note, " ", berlin),
                    "NTE-003",
                    "No reason is given.",
                    "Say why, in one sentence.");
            refused(
                    () -> notes.reassign(note, "", "Not ours", berlin),
                    "NTE-003",
                    "Who is to act on the note is missing.",
                    "Name the section or office, not a person.");
            refused(
                    () -> notes.transfer(note, new OfficeCode("EUR"), "Not ours", berlin),
                    "NTE-003",
                    "EUR is no other post.",
                    "Choose the post that is to act on it.");

            notes.reassign(note, "Economic section", "It is about trade", berlin);
            notes.reject(note, "Not about trade", berlin);
            assertThat(state(note)).isEqualTo(new NoteState.Rejected("Not about trade"));
            notes.distribute(note, "Political section", berlin);
            assertThat(state(note)).isEqualTo(new NoteState.Distributed("Political section"));
        }

        @Test
        void goesOnAtThePostItIsTransferredTo() throws Exception {
            var note = kept("IN");
            assertThat(doors.api("ottawa", "GET", "/api/v1/notes/" + note, Map.of()).getStatus())
                    .isEqualTo(404);

            notes.transfer(note, new OfficeCode("OTTAWA"), "Sent to the wrong embassy", berlin);

            notes.distribute(note, "Political section", ottawa);
            assertThat(notes.get(note, ottawa.scope()).at()).isEqualTo(new OfficeCode("OTTAWA"));
            refused(
                    () -> notes.accept(note, berlin),
                    "NTE-005",
                    "This note is not with BERLIN now.",
                    "Ask the post that holds it.");
        }

        @Test
        void isAcceptedOnlyOnceDistributed() throws Exception {
            var note = kept("IN");

            refused(
                    () -> notes.accept(note, berlin),
                    "NTE-001",
                    "A note in the state RECEIVED cannot become ACCEPTED.",
                    "Take the steps in order: distribute, accept, answer, file.");
        }

        @Test
        void isAnsweredByANoteOnRecord() throws Exception {
            var note = kept("IN");
            notes.distribute(note, "Political section", berlin);
            notes.accept(note, berlin);

            refused(
                    () -> notes.answer(note, "BERLIN 99999/2026", berlin),
                    "NTE-004",
                    "There is no note BERLIN 99999/2026 of this post to that government.",
                    "Record the answering note first, then enter its number.");
        }

        @Test
        void isFiledWithoutAnAnswerForAReason() throws Exception {
            var note = kept("IN");
            notes.distribute(note, "Political section", berlin);
            notes.accept(note, berlin);

            refused(
                    () -> notes.file(note, "", berlin),
                    "NTE-003",
                    "No reason is given.",
                    "Say why, in one sentence.");
            notes.file(note, "Needs no answer", berlin);

            assertThat(state(note)).isEqualTo(new NoteState.Filed("Needs no answer"));
        }
    }

    @Nested
    class WithMistakes {

        @Test
        void everyOneIsNamedAtOnceByFormAndApi() throws Exception {
            var wrong =
                    Map.of(
                            "direction", "IN",
                            "government", "PL",
                            "day", today().plusDays(2).toString());

            for (var said :
                    List.of(
                            doors.form("berlin", "/notes", wrong).getContentAsString(),
                            doors.api("berlin", "POST", "/api/v1/notes", wrong)
                                    .getContentAsString())) {
                assertThat(said)
                        .contains("DEM-008", "NTE-002")
                        .contains("The subject of the note is missing.")
                        .contains("Say in one line what it is about.")
                        .contains("The text of the note is missing.")
                        .contains("Enter the text as it stands in the note.")
                        .contains("The number of the note is missing.")
                        .contains("Enter the number as the sender wrote it, or “none”.")
                        .contains("The note is dated in the future.")
                        .contains("Enter the day it was sent or received.");
            }
        }

        @Test
        void theSameNoteIsRecordedOnce() throws Exception {
            var fields = fields("IN");
            doors.form("berlin", "/notes", fields);

            var answer = doors.api("berlin", "POST", "/api/v1/notes", fields);

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(json.readTree(answer.getContentAsString()).get("mend").asString())
                    .isEqualTo("Check the number; the same note is recorded once.");
        }
    }
}
