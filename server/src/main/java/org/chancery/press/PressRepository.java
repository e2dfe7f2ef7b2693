// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    void keep(KeptText text) {
        jdbc.sql(
                        """
                        insert into press.article_text (item, raw, sha256, by_name, at)
                        values (:item, :raw, :sha256, :by, :at)
                        """)
                .param("item", text.item())
                .param("raw", text.raw())
                .param("sha256", text.sha256())
                .param("by", text.by())
                .param("at", text.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The newest.
    Optional<KeptText> text(String item) {
        return jdbc.sql(
                        """
                        select item, raw, sha256, by_name, at
                          from press.article_text
                         where item = :item
                         order by at desc, id desc
                         limit 1
                        """)
                .param("item", item)
                .query(
                        (row, n) ->
                                new KeptText(
                                        row.getString("item"),
                                        row.getString("raw"),
                                        row.getString("sha256"),
                                        row.getString("by_name"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
