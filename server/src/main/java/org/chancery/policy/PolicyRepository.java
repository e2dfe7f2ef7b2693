// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.kernel.Timestamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Policy files that were in use. Everybody who signs in works under them.
@Repository
class PolicyRepository {

    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The one that came into use last, first.
    List<PolicyVersion> versions() {
        return jdbc.sql(
                        """
                        select v.hash, v.name, v.version, v.first_used_at, max(u.since) as since
                          from policy.version v
                          join policy.use u on u.version = v.hash
                         group by v.hash
                         order by max(u.id) desc
                        """)
                .query(
                        (row, n) ->
                                new PolicyVersion(
                                        row.getString("hash"),
                                        row.getString("name"),
                                        row.getString("version"),
                                        Timestamps.instant(row, "first_used_at"),
                                        Timestamps.instant(row, "since")))
                .list();
    }

    Optional<String> text(String hash) {
        return jdbc.sql("select text from policy.version where hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    /// Hash of the version in use; another server that starts waits until this transaction ends.
    Optional<String> lockInUse() {
        jdbc.sql("lock table policy.use in exclusive mode").update();
        return jdbc.sql("select version from policy.use order by id desc limit 1")
                .query(String.class)
                .optional();
    }

    void insert(Policy policy, String text, Instant at) {
        jdbc.sql(
                        """
                        insert into policy.version (hash, name, version, text, first_used_at)
                        values (:hash, :name, :version, :text, :at)
                        on conflict (hash) do nothing
                        """)
                .param("hash", policy.hash())
                .param("name", policy.name())
                .param("version", policy.version())
                .param("text", text)
                .param("at", Timestamps.utc(at))
                .update();
        jdbc.sql("insert into policy.use (version, since) values (:hash, :at)")
                .param("hash", policy.hash())
                .param("at", Timestamps.utc(at))
                .update();
    }
}
