// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.Optional;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SourceNameRepository {

    private final JdbcClient jdbc;

    SourceNameRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DemarcheId demarche, String names, Label label) {
        jdbc.sql(
                        """
                        insert into engagement.source_name (demarche, names, level, captions, readers)
                        values (:demarche, :names, :level, cast(:captions as text[]),
                                cast(:readers as text[]))
                        """)
                .param("demarche", demarche.value())
                .param("names", names)
                .params(label.params())
                .update();
    }

    Optional<String> find(DemarcheId demarche, ReadScope reader) {
        return jdbc.sql(
                        """
                        select names
                          from engagement.source_name
                         where demarche = :demarche
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("demarche", demarche.value())
                .params(reader.params())
                .query(String.class)
                .optional();
    }
}
