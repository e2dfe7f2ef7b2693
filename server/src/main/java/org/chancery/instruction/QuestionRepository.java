// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuestionRepository {

    private final JdbcClient jdbc;

    QuestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param insiders offices that read it before it is answered, and know who asked
    void ask(
            QuestionId id,
            InstructionId instruction,
            String text,
            Actor by,
            List<OfficeCode> insiders,
            Instant at) {
        jdbc.sql(
                        """
                        insert into instruction.question
                               (id, instruction, office, by_name, text, at, insiders)
                        values (:id, :instruction, :office, :by, :text, :at,
                                cast(:insiders as text[]))
                        """)
                .param("id", id.value())
                .param("instruction", instruction.value())
                .param("office", by.office().value())
                .param("by", by.signIn())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("insiders", insiders.stream().map(OfficeCode::value).toArray(String[]::new))
                .update();
    }

    void answer(QuestionId question, String text, boolean namesAsker, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into instruction.answer
                               (question, office, by_name, text, names_asker, at)
                        values (:question, :office, :by, :text, :names, :at)
                        """)
                .param("question", question.value())
                .param("office", by.office().value())
                .param("by", by.signIn())
                .param("text", text)
                .param("names", namesAsker)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Open ones first, then the newest.
    ///
    /// @param question null for all
    List<Question> of(InstructionId instruction, @Nullable QuestionId question, ReadScope reader) {
        var known = new LinkedHashMap<QuestionId, Question>();
        jdbc.sql(
                        """
                        select q.id, q.text, q.at,
                               case when q.insiders && cast(:offices as text[])
                                         or exists (select 1 from instruction.answer n
                                                     where n.question = q.id and n.names_asker)
                                    then q.office end as office,
                               a.office as answered_by, a.text as answer, a.at as answered_at
                          from instruction.question q
                          join instruction.instruction i on i.id = q.instruction
                          left join instruction.answer a on a.question = q.id
                         where q.instruction = :instruction
                           and (cast(:question as uuid) is null or q.id = :question)
                           and (a.id is not null or q.insiders && cast(:offices as text[]))
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by a.id is not null, q.at desc, q.id, a.id
                        """)
                .param("instruction", instruction.value())
                .param("question", question == null ? null : question.value())
                .params(reader.params())
                .query(
                        (row, n) -> {
                            var office = row.getString("office");
                            var answered = row.getString("answered_by");
                            var answers = new ArrayList<Question.Answer>();
                            if (answered != null) {
                                answers.add(
                                        new Question.Answer(
                                                new OfficeCode(answered),
                                                row.getString("answer"),
                                                row.getObject("answered_at", OffsetDateTime.class)
                                                        .toInstant()));
                            }
                            return new Question(
                                    new QuestionId(row.getObject("id", UUID.class)),
                                    instruction,
                                    office == null ? null : new OfficeCode(office),
                                    row.getString("text"),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    answers);
                        })
                .list()
                .forEach(line -> known.merge(line.id(), line, QuestionRepository::join));
        return List.copyOf(known.values());
    }

    private static Question join(Question first, Question second) {
        var answers = new ArrayList<>(first.answers());
        answers.addAll(second.answers());
        return new Question(
                first.id(), first.instruction(), first.office(), first.text(), first.at(), answers);
    }
}
