// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.cable.DraftId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Unscoped("claims are open to everybody who may sign in; sites are shown only with their cable")
class ClaimRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Claim> all() {
        var assessments = current();
        return jdbc.sql(
                        """
                        select id, parent, text, claimant, type, no_data_offered
                          from evidence.claim
                         order by cast(substring(id from '[0-9]+') as int), id
                        """)
                .query(
                        (row, n) -> {
                            var id = new ClaimId(row.getString("id"));
                            var parent = row.getString("parent");
                            return new Claim(
                                    id,
                                    parent == null ? null : new ClaimId(parent),
                                    row.getString("text"),
                                    row.getString("claimant"),
                                    row.getString("type"),
                                    row.getObject("no_data_offered", LocalDate.class),
                                    assessments.getOrDefault(id, List.of()));
                        })
                .list();
    }

    /// The newest assessment per claim and place.
    private Map<ClaimId, List<Assessment>> current() {
        var byClaim = new HashMap<ClaimId, List<Assessment>>();
        jdbc.sql(
                        """
                        select distinct on (claim, place)
                               claim, place, status, reason, flags, by_name, at
                          from evidence.assessment
                         order by claim, place, at desc, id desc
                        """)
                .query(
                        row -> {
                            byClaim.computeIfAbsent(
                                            new ClaimId(row.getString("claim")),
                                            c -> new ArrayList<>())
                                    .add(toAssessment(row));
                        });
        return byClaim;
    }

    List<Assessment> history(ClaimId claim) {
        return jdbc.sql(
                        """
                        select place, status, reason, flags, by_name, at
                          from evidence.assessment
                         where claim = :claim
                         order by at desc, id desc
                        """)
                .param("claim", claim.value())
                .query((row, n) -> toAssessment(row))
                .list();
    }

    List<EvidenceLine> lines(ClaimId claim) {
        return jdbc.sql(
                        """
                        select line from evidence.line where claim = :claim order by position
                        """)
                .param("claim", claim.value())
                .query((row, n) -> json.readValue(row.getString("line"), EvidenceLine.class))
                .list();
    }

    void insert(Claim claim) {
        var parent = claim.parent();
        jdbc.sql(
                        """
                        insert into evidence.claim (id, parent, text, claimant, type, no_data_offered)
                        values (:id, :parent, :text, :claimant, :type, :noDataOffered)
                        """)
                .param("id", claim.id().value())
                .param("parent", parent == null ? null : parent.value())
                .param("text", claim.text())
                .param("claimant", claim.claimant())
                .param("type", claim.type())
                .param("noDataOffered", claim.noDataOffered())
                .update();
    }

    void insert(EvidenceLine line) {
        jdbc.sql(
                        """
                        insert into evidence.line (id, claim, position, line)
                        select :id, :claim, count(*) + 1, cast(:line as jsonb)
                          from evidence.line where claim = :claim
                        """)
                .param("id", UUID.randomUUID())
                .param("claim", line.claim().value())
                .param("line", json.writeValueAsString(line))
                .update();
    }

    void assess(ClaimId claim, Assessment assessment) {
        jdbc.sql(
                        """
                        insert into evidence.assessment
                               (id, claim, place, status, reason, flags, by_name, at)
                        values (:id, :claim, :place, :status, :reason, cast(:flags as text[]), :by,
                                :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("claim", claim.value())
                .param("place", assessment.place())
                .param("status", assessment.status().name())
                .param("reason", assessment.reason())
                .param("flags", assessment.flags().toArray(String[]::new))
                .param("by", assessment.by())
                .param("at", assessment.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void link(ClaimId claim, UUID paragraph, DraftId draft) {
        jdbc.sql(
                        """
                        insert into evidence.site (claim, paragraph, draft)
                        values (:claim, :paragraph, :draft)
                        """)
                .param("claim", claim.value())
                .param("paragraph", paragraph)
                .param("draft", draft.value())
                .update();
    }

    void unlink(UUID paragraph) {
        jdbc.sql("delete from evidence.site where paragraph = :paragraph")
                .param("paragraph", paragraph)
                .update();
    }

    void freeze(UUID paragraph, String mrn, ClaimStatus status) {
        jdbc.sql(
                        """
                        update evidence.site set mrn = :mrn, at_release = :status
                         where paragraph = :paragraph
                        """)
                .param("paragraph", paragraph)
                .param("mrn", mrn)
                .param("status", status.name())
                .update();
    }

    List<ClaimSite> sitesAt(Collection<UUID> paragraphs) {
        return jdbc.sql(
                        """
                        select claim, paragraph, mrn, at_release
                          from evidence.site
                         where paragraph = any (cast(:paragraphs as uuid[]))
                        """)
                .param("paragraphs", paragraphs.toArray(UUID[]::new))
                .query((row, n) -> toSite(row))
                .list();
    }

    List<ClaimSite> sitesOf(ClaimId claim) {
        return jdbc.sql(
                        """
                        select claim, paragraph, mrn, at_release
                          from evidence.site
                         where claim = :claim and mrn <> ''
                         order by mrn
                        """)
                .param("claim", claim.value())
                .query((row, n) -> toSite(row))
                .list();
    }

    List<ClaimSite> sitesOfDraft(DraftId draft) {
        return jdbc.sql(
                        """
                        select claim, paragraph, mrn, at_release
                          from evidence.site
                         where draft = :draft
                        """)
                .param("draft", draft.value())
                .query((row, n) -> toSite(row))
                .list();
    }

    private static ClaimSite toSite(ResultSet row) throws SQLException {
        return new ClaimSite(
                new ClaimId(row.getString("claim")),
                row.getObject("paragraph", UUID.class),
                row.getString("mrn"),
                status(row.getString("at_release")));
    }

    private static @Nullable ClaimStatus status(@Nullable String text) {
        return text == null ? null : ClaimStatus.valueOf(text);
    }

    private static Assessment toAssessment(ResultSet row) throws SQLException {
        return new Assessment(
                row.getString("place"),
                ClaimStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Arrays.asList((String[]) row.getArray("flags").getArray()),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
