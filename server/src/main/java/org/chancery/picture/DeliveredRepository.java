// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.ZoneOffset;
import java.util.Set;
import org.chancery.access.Unscoped;
import org.chancery.instruction.InstructionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveredRepository {

    private final JdbcClient jdbc;

    DeliveredRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Posts and governments, `BERLIN|DE`, of which a démarche stands, as far as we knew.
    @Unscoped(
            "that a post has delivered is for everybody who may read the instruction; nothing else")
    Set<String> of(InstructionId instruction, Clocks clocks) {
        return jdbc.sql(
                        """
                        select distinct office || '|' || government as pair
                          from engagement.pub_demarche
                         where instruction = :instruction
                           and recorded_at <= :knownAt
                           and cast(delivered_at at time zone 'UTC' as date) <= cast(:asOf as date)
                        """)
                .param("instruction", instruction.value())
                .param("knownAt", clocks.knownAt().atOffset(ZoneOffset.UTC))
                .param("asOf", clocks.asOf())
                .query(String.class)
                .set();
    }
}
