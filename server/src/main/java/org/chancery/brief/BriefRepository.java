// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BriefRepository {

    private final JdbcClient jdbc;

    BriefRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Brief brief) {
        jdbc.sql(
                        """
                        insert into brief.brief
                               (number, instruction, government, title, as_of, known_at, office,
                                by_name, made_at, language, data_hash, audit, level, captions,
                                readers)
                        values (:number, :instruction, :government, :title, :asOf, :knownAt, :office,
                                :by, :madeAt, :language, :dataHash, :audit, :level,
                                cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("number", brief.number())
                .param("instruction", brief.instruction().value())
                .param("government", code(brief.government()))
                .param("title", brief.title())
                .param("asOf", brief.asOf())
                .param("knownAt", utc(brief.knownAt()))
                .param("office", brief.office().value())
                .param("by", brief.maker())
                .param("madeAt", utc(brief.madeAt()))
                .param("language", brief.language().getLanguage())
                .param("dataHash", brief.dataHash())
                .param("audit", brief.audit())
                .params(brief.label().params())
                .update();
    }

    void insert(String number, Brief.File file, byte[] content) {
        jdbc.sql(
                        """
                        insert into brief.file (brief, ending, sha256, size, content)
                        values (:brief, :ending, :sha256, :size, :content)
                        """)
                .param("brief", number)
                .param("ending", file.ending())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("content", content)
                .update();
    }

    private static @Nullable String code(@Nullable GovernmentCode government) {
        return government == null ? null : government.value();
    }

    /// Newest first.
    List<Brief> page(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select b.*
                          from brief.brief b
                         where b.office = :office
                           and b.level <= :level and b.captions <@ cast(:captions as text[])
                           and (b.readers = '{}' or b.readers && cast(:offices as text[]))
                         order by b.made_at desc, b.number
                         limit 200
                        """)
                .param("office", office.value())
                .params(reader.params())
                .query(this::toBrief)
                .list();
    }

    /// The office's last brief of the same thing at or below a level.
    Optional<Brief> last(
            InstructionId instruction,
            @Nullable GovernmentCode government,
            OfficeCode office,
            int upTo,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select b.*
                          from brief.brief b
                         where b.instruction = :instruction
                           and b.government is not distinct from cast(:government as text)
                           and b.office = :office and b.level <= :upTo
                           and b.level <= :level and b.captions <@ cast(:captions as text[])
                           and (b.readers = '{}' or b.readers && cast(:offices as text[]))
                         order by b.made_at desc, b.number
                         limit 1
                        """)
                .param("instruction", instruction.value())
                .param("government", code(government))
                .param("office", office.value())
                .param("upTo", upTo)
                .params(reader.params())
                .query(this::toBrief)
                .optional();
    }

    Optional<Brief> find(String number, ReadScope reader) {
        return jdbc.sql(
                        """
                        select b.*
                          from brief.brief b
                         where b.number = :number
                           and b.level <= :level and b.captions <@ cast(:captions as text[])
                           and (b.readers = '{}' or b.readers && cast(:offices as text[]))
                        """)
                .param("number", number)
                .params(reader.params())
                .query(this::toBrief)
                .optional();
    }

    Optional<byte[]> content(String number, String ending, ReadScope reader) {
        return jdbc.sql(
                        """
                        select f.content
                          from brief.file f
                          join brief.brief b on b.number = f.brief
                         where f.brief = :number and f.ending = :ending
                           and b.level <= :level and b.captions <@ cast(:captions as text[])
                           and (b.readers = '{}' or b.readers && cast(:offices as text[]))
                        """)
                .param("number", number)
                .param("ending", ending)
                .params(reader.params())
                .query(byte[].class)
                .optional();
    }

    private Brief toBrief(ResultSet row, int number) throws SQLException {
        var government = row.getString("government");
        return new Brief(
                row.getString("number"),
                new InstructionId(row.getString("instruction")),
                government == null ? null : new GovernmentCode(government),
                row.getString("title"),
                row.getObject("as_of", LocalDate.class),
                instant(row, "known_at"),
                new OfficeCode(row.getString("office")),
                row.getString("by_name"),
                instant(row, "made_at"),
                Locale.of(row.getString("language")),
                row.getString("data_hash"),
                row.getLong("audit"),
                Label.of(row),
                files(row.getString("number")));
    }

    private List<Brief.File> files(String number) {
        return jdbc.sql(
                        """
                        select f.ending, f.sha256, f.size
                          from brief.file f
                         where f.brief = :number
                         order by array_position(
                                      array['pdf', 'docx', 'html', 'csv', 'json'], f.ending)
                        """)
                .param("number", number)
                .query(
                        (row, n) ->
                                new Brief.File(
                                        row.getString("ending"),
                                        row.getString("sha256"),
                                        row.getLong("size")))
                .list();
    }
}
