// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.Unscoped;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Unscoped("a form is asked for by its writer's name alone, and shown to nobody else")
class KeptFormRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeptFormRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(
            String person,
            InstructionId instruction,
            String government,
            String key,
            Map<String, List<String>> fields,
            Instant at) {
        jdbc.sql(
                        """
                        insert into engagement.draft (person, instruction, government, key, form, kept_at)
                        values (:person, :instruction, :government, :key, cast(:form as jsonb), :at)
                        on conflict (person, instruction, government)
                        do update set key = :key, form = cast(:form as jsonb), kept_at = :at
                        """)
                .param("person", person)
                .param("instruction", instruction.value())
                .param("government", government)
                .param("key", key)
                .param("form", json.writeValueAsString(fields))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String person, InstructionId instruction, String key) {
        jdbc.sql(
                        """
                        delete from engagement.draft
                         where person = :person and instruction = :instruction and key = :key
                        """)
                .param("person", person)
                .param("instruction", instruction.value())
                .param("key", key)
                .update();
    }

    Optional<KeptForms.KeptForm> find(String person, InstructionId instruction, String government) {
        return jdbc.sql(
                        """
                        select form, kept_at
                          from engagement.draft
                         where person = :person and instruction = :instruction
                           and (:government = '' or government = :government)
                         order by kept_at desc
                         limit 1
                        """)
                .param("person", person)
                .param("instruction", instruction.value())
                .param("government", government)
                .query(this::toForm)
                .optional();
    }

    private KeptForms.KeptForm toForm(ResultSet row, int number) throws SQLException {
        return new KeptForms.KeptForm(
                json.readValue(
                        row.getString("form"), new TypeReference<Map<String, List<String>>>() {}),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
