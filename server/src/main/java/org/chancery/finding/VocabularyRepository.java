// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.Unscoped;
import org.chancery.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Vocabularies and exceptions of procedure: open to everybody who is signed in.
@Repository
@Unscoped("codebooks say nothing of any record")
class VocabularyRepository {

    private final JdbcClient jdbc;

    VocabularyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false if this version is here already
    boolean insert(Vocabulary vocabulary, String source, String by, Instant at) {
        return jdbc.sql(
                                """
                                insert into finding.vocabulary
                                       (subject, version, valid_from, source, hash, kept_by, kept_at)
                                values (:subject, :version, :from, :source, :hash, :by, :at)
                                on conflict (subject, version) do nothing
                                """)
                        .param("subject", vocabulary.subject())
                        .param("version", vocabulary.version())
                        .param("from", vocabulary.validFrom())
                        .param("source", source)
                        .param("hash", Sha256.hex(source))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<String> source(String subject, int version) {
        return jdbc.sql(
                        """
                        select source from finding.vocabulary
                         where subject = :subject and version = :version
                        """)
                .param("subject", subject)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /// The newest version valid by that day.
    Optional<String> valid(String subject, LocalDate day) {
        return jdbc.sql(
                        """
                        select source from finding.vocabulary
                         where subject = :subject and valid_from <= :day
                         order by version desc
                         limit 1
                        """)
                .param("subject", subject)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    List<String> subjects() {
        return jdbc.sql("select distinct subject from finding.vocabulary order by subject")
                .query(String.class)
                .list();
    }

    List<Integer> versions(String subject) {
        return jdbc.sql(
                        """
                        select version from finding.vocabulary
                         where subject = :subject
                         order by version desc
                        """)
                .param("subject", subject)
                .query(Integer.class)
                .list();
    }

    /// Pairs of stages `EARLIER LATER` that may stand so in this jurisdiction (MEA-003).
    Set<String> exceptions(String jurisdiction) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select earlier || ' ' || later from finding.procedure_exception
                                 where jurisdiction = :jurisdiction
                                """)
                        .param("jurisdiction", jurisdiction)
                        .query(String.class)
                        .list());
    }

    void insertException(String jurisdiction, Stage earlier, Stage later, String reason) {
        jdbc.sql(
                        """
                        insert into finding.procedure_exception (jurisdiction, earlier, later, reason)
                        values (:jurisdiction, :earlier, :later, :reason)
                        on conflict (jurisdiction, earlier, later) do update set reason = excluded.reason
                        """)
                .param("jurisdiction", jurisdiction)
                .param("earlier", earlier.name())
                .param("later", later.name())
                .param("reason", reason)
                .update();
    }

    List<ProcedureException> exceptions() {
        return jdbc.sql(
                        """
                        select jurisdiction, earlier, later, reason from finding.procedure_exception
                         order by jurisdiction, earlier, later
                        """)
                .query(
                        (row, number) ->
                                new ProcedureException(
                                        row.getString("jurisdiction"),
                                        Stage.valueOf(row.getString("earlier")),
                                        Stage.valueOf(row.getString("later")),
                                        row.getString("reason")))
                .list();
    }
}
