// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.util.List;
import org.chancery.access.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Unscoped("published articles, open to everybody who may sign in")
class PressRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PressRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<PressItem> items() {
        return jdbc.sql("select item from press.item order by id")
                .query((row, n) -> json.readValue(row.getString("item"), PressItem.class))
                .list();
    }

    /// @return false if the item is already here
    boolean insert(PressItem item) {
        return jdbc.sql(
                                """
                                insert into press.item (id, cluster, item)
                                values (:id, :cluster, cast(:item as jsonb))
                                on conflict (id) do nothing
                                """)
                        .param("id", item.id())
                        .param("cluster", item.cluster())
                        .param("item", json.writeValueAsString(item))
                        .update()
                == 1;
    }
}
