// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteRepository {

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("a number says nothing of any note")
    int nextNumber(OfficeCode office, int year) {
        return jdbc.sql(
                        """
                        insert into engagement.note_series (office, year, last) values (:office, :year, 1)
                        on conflict (office, year) do update set last = note_series.last + 1
                        returning last
                        """)
                .param("office", office.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /// @param answers our note it answers, null for none
    /// @return false if a note of that number is on record already
    boolean insert(Note note, @Nullable NoteId answers) {
        var what = note.what();
        var instruction = what.instruction();
        return jdbc.sql(
                                """
                                insert into engagement.note
                                       (id, direction, office, government, kind, number, day, subject, body,
                                        language, way, instruction, ask, answers, by_name, recorded_at, level,
                                        captions, readers)
                                values (:id, :direction, :office, :government, :kind, :number, :day, :subject,
                                        :body, :language, :way, :instruction, :ask, :answers, :by, :at, :level,
                                        cast(:captions as text[]), cast(:readers as text[]))
                                on conflict on constraint note_number_key do nothing
                                """)
                        .param("id", note.id().value())
                        .param("direction", what.direction().name())
                        .param("office", note.office().value())
                        .param("government", what.government().value())
                        .param("kind", what.kind().name())
                        .param("number", what.number())
                        .param("day", what.day())
                        .param("subject", what.subject())
                        .param("body", what.body())
                        .param("language", what.language())
                        .param("way", what.way().name())
                        .param("instruction", instruction == null ? null : instruction.value())
                        .param("ask", what.ask())
                        .param("answers", answers == null ? null : answers.value())
                        .param("by", note.by())
                        .param("at", note.recordedAt().atOffset(ZoneOffset.UTC))
                        .params(note.label().params())
                        .update()
                == 1;
    }

    void insertStep(NoteId note, NoteState state, String by, Instant at) {
        var to = state instanceof NoteState.Transferred moved ? moved.to().value() : null;
        var answer = state instanceof NoteState.Answered done ? done.answer().value() : null;
        jdbc.sql(
                        """
                        insert into engagement.note_event
                               (note, state, holder, office, answer, reason, by_name, at)
                        values (:note, :state, :holder, :office, :answer, :reason, :by, :at)
                        """)
                .param("note", note.value())
                .param("state", state.code())
                .param("holder", state.holder())
                .param("office", to)
                .param("answer", answer)
                .param("reason", state.reason())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One act at a time on a note, until the transaction ends.
    void lock(NoteId note) {
        jdbc.sql("select id from engagement.note where id = :id for no key update")
                .param("id", note.value())
                .query(UUID.class)
                .optional();
    }

    Optional<Note> find(NoteId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, direction, office, holding, government, kind, number, day, subject, body,
                               language, way, instruction, ask, answers_number, by_name, recorded_at,
                               state, holder, moved_to, answer, reason, level, captions, readers
                          from engagement.note_now
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[])
                                or passed_to && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(NoteRepository::toNote)
                .optional();
    }

    /// A note the post has sent.
    Optional<Note> sent(
            OfficeCode office, GovernmentCode government, String number, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, direction, office, holding, government, kind, number, day, subject, body,
                               language, way, instruction, ask, answers_number, by_name, recorded_at,
                               state, holder, moved_to, answer, reason, level, captions, readers
                          from engagement.note_now
                         where office = :office and government = :government and number = :number
                           and direction = 'OUT'
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[])
                                or passed_to && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .param("government", government.value())
                .param("number", number)
                .params(reader.params())
                .query(NoteRepository::toNote)
                .optional();
    }

    /// The latest day first.
    List<Note> list(ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, direction, office, holding, government, kind, number, day, subject, body,
                               language, way, instruction, ask, answers_number, by_name, recorded_at,
                               state, holder, moved_to, answer, reason, level, captions, readers
                          from engagement.note_now
                         where true
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[])
                                or passed_to && cast(:offices as text[]))
                         order by day desc, recorded_at desc, id
                         limit 500
                        """)
                .params(reader.params())
                .query(NoteRepository::toNote)
                .list();
    }

    /// The way of a note from its first step, if the reader may see the note.
    List<Note.Step> steps(NoteId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select e.state, e.holder, e.office as moved_to, e.answer, e.reason, e.by_name, e.at
                          from engagement.note_event e
                          join engagement.note_now n on n.id = e.note
                         where e.note = :id
                           and n.level <= :level and n.captions <@ cast(:captions as text[])
                           and (n.readers = '{}' or n.readers && cast(:offices as text[])
                                or n.passed_to && cast(:offices as text[]))
                         order by e.id
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(
                        (row, number) ->
                                new Note.Step(
                                        state(row),
                                        row.getString("by_name"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Note toNote(ResultSet row, int number) throws SQLException {
        var instruction = row.getString("instruction");
        var answers = row.getString("answers_number");
        return new Note(
                new NoteId(row.getObject("id", UUID.class)),
                new OfficeCode(row.getString("office")),
                new OfficeCode(row.getString("holding")),
                new NewNote(
                        NewNote.Direction.valueOf(row.getString("direction")),
                        new GovernmentCode(row.getString("government")),
                        NoteKind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("language"),
                        NoteWay.valueOf(row.getString("way")),
                        instruction == null ? null : new InstructionId(instruction),
                        row.getString("ask"),
                        answers == null ? "" : answers),
                state(row),
                row.getString("by_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Label.of(row));
    }

    private static NoteState state(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var holder = row.getString("holder");
        return switch (row.getString("state")) {
            case "SENT" -> new NoteState.Sent();
            case "RECEIVED" -> new NoteState.Received();
            case "DISTRIBUTED" -> new NoteState.Distributed(holder);
            case "ACCEPTED" -> new NoteState.Accepted(holder);
            case "REJECTED" -> new NoteState.Rejected(reason);
            case "REASSIGNED" -> new NoteState.Reassigned(holder, reason);
            case "TRANSFERRED" ->
                    new NoteState.Transferred(new OfficeCode(row.getString("moved_to")), reason);
            case "ANSWERED" ->
                    new NoteState.Answered(new NoteId(row.getObject("answer", UUID.class)));
            case "FILED" -> new NoteState.Filed(reason);
            default -> throw new IllegalStateException("no state " + row.getString("state"));
        };
    }
}
