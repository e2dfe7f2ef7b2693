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
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PlanRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Plan plan) {
        jdbc.sql(
                        """
                        insert into engagement.plan
                               (id, instruction, office, government, meeting, by_name, planned_at, level,
                                captions, readers)
                        values (:id, :instruction, :office, :government, cast(:meeting as jsonb), :by,
                                :at, :level, cast(:captions as text[]), cast(:readers as text[]))
                        """)
                .param("id", plan.id().value())
                .param("instruction", plan.instruction().value())
                .param("office", plan.office().value())
                .param("government", plan.government().value())
                .param("meeting", json.writeValueAsString(plan.meeting()))
                .param("by", plan.by())
                .param("at", plan.plannedAt().atOffset(ZoneOffset.UTC))
                .params(plan.label().params())
                .update();
    }

    /// Adds what became of a plan; a delivery is told by the démarche itself.
    void insertEvent(PlanId plan, DemarcheState state, String by, Instant at) {
        var until = state instanceof DemarcheState.Deferred deferred ? deferred.until() : null;
        jdbc.sql(
                        """
                        insert into engagement.plan_event (plan, state, until, reason, by_name, at)
                        values (:plan, :state, :until, :reason, :by, :at)
                        """)
                .param("plan", plan.value())
                .param("state", state.code())
                .param("until", until)
                .param("reason", state.reason())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One act at a time on a plan, until the transaction ends.
    void lock(PlanId plan) {
        jdbc.sql("select id from engagement.plan where id = :id for no key update")
                .param("id", plan.value())
                .query(UUID.class)
                .optional();
    }

    Optional<Plan> find(PlanId id, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, instruction, office, government, meeting, by_name, planned_at, state,
                               until, reason, moved_by, moved_at, level, captions, readers
                          from engagement.planned
                         where id = :id
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("id", id.value())
                .params(reader.params())
                .query(this::toPlan)
                .optional();
    }

    /// Newest first.
    List<Plan> of(InstructionId instruction, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, instruction, office, government, meeting, by_name, planned_at, state,
                               until, reason, moved_by, moved_at, level, captions, readers
                          from engagement.planned
                         where instruction = :instruction
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                         order by planned_at desc, id
                         limit 5000
                        """)
                .param("instruction", instruction.value())
                .params(reader.params())
                .query(this::toPlan)
                .list();
    }

    private Plan toPlan(ResultSet row, int number) throws SQLException {
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                new InstructionId(row.getString("instruction")),
                new OfficeCode(row.getString("office")),
                new GovernmentCode(row.getString("government")),
                json.readValue(row.getString("meeting"), Meeting.class),
                state(row),
                row.getString("by_name"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                Label.of(row));
    }

    private static DemarcheState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "PLANNED" -> new DemarcheState.Planned();
            case "REQUESTED" ->
                    new DemarcheState.Requested(
                            row.getString("moved_by"),
                            row.getObject("moved_at", OffsetDateTime.class).toInstant());
            case "DEFERRED" ->
                    new DemarcheState.Deferred(
                            row.getObject("until", LocalDate.class), row.getString("reason"));
            case "NOT_DELIVERED" -> new DemarcheState.NotDelivered(row.getString("reason"));
            case "DELIVERED" -> new DemarcheState.Delivered();
            default -> throw new IllegalStateException("no state " + row.getString("state"));
        };
    }
}
