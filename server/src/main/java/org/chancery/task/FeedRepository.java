// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.directory.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedRepository {

    private final JdbcClient jdbc;

    FeedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Feed feed, StaffId person, String hash) {
        jdbc.sql(
                        """
                        insert into task.feed (id, person, token_hash, created_at)
                        values (:id, :person, :hash, :at)
                        """)
                .param("id", feed.id())
                .param("person", person.value())
                .param("hash", hash)
                .param("at", utc(feed.createdAt()))
                .update();
    }

    @Unscoped("a person's own addresses, which show nothing by themselves")
    List<Feed> of(StaffId person) {
        return jdbc.sql(
                        """
                        select id, created_at from task.feed
                         where person = :person and revoked_at is null
                         order by created_at, id
                        """)
                .param("person", person.value())
                .query(
                        (row, n) ->
                                new Feed(
                                        row.getObject("id", UUID.class),
                                        instant(row, "created_at")))
                .list();
    }

    @Unscoped("whose secret it is; what they may read is asked at each request")
    Optional<StaffId> owner(String hash) {
        return jdbc.sql(
                        """
                        select person from task.feed
                         where token_hash = :hash and revoked_at is null
                        """)
                .param("hash", hash)
                .query((row, n) -> new StaffId(row.getObject("person", UUID.class)))
                .optional();
    }

    /// @return false if the person has no such address in force
    @Unscoped("a person's own address, which shows nothing by itself")
    boolean revoke(UUID id, StaffId person, Instant at) {
        return jdbc.sql(
                                """
                                update task.feed set revoked_at = :at
                                 where id = :id and person = :person and revoked_at is null
                                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }
}
