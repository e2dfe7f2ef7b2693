// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

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

    /// Posts and governments, `BERLIN|DE`, of which a démarche stands.
    @Unscoped(
            "that a post has delivered is for everybody who may read the instruction; nothing else")
    Set<String> of(InstructionId instruction) {
        return jdbc.sql(
                        """
                        select distinct office || '|' || government as pair
                          from engagement.pub_demarche
                         where instruction = :instruction
                        """)
                .param("instruction", instruction.value())
                .query(String.class)
                .set();
    }
}
