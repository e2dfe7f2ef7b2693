// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Collectives and who belongs to them from when to when.
@Repository
class CollectiveRepository {

    private final JdbcClient jdbc;
    private final NamesColumn names;

    CollectiveRepository(JdbcClient jdbc, NamesColumn names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<DatedCollective> collectives() {
        var memberships =
                memberships().stream()
                        .collect(Collectors.groupingBy(CollectiveMembership::collective));
        return jdbc.sql(
                        """
                        select code, names, all_posts, kept_by
                          from directory.collective
                         order by code
                        """)
                .query(
                        (row, n) -> {
                            var code = row.getString("code");
                            var keptBy = row.getString("kept_by");
                            return new DatedCollective(
                                    new NewCollective(
                                            code,
                                            names.read(row.getString("names")),
                                            row.getBoolean("all_posts"),
                                            keptBy == null ? null : new OfficeCode(keptBy)),
                                    memberships.getOrDefault(code, List.of()));
                        })
                .list();
    }

    private List<CollectiveMembership> memberships() {
        return jdbc.sql(
                        """
                        select collective, member, valid_from, valid_until
                          from directory.collective_member
                        """)
                .query(
                        (row, n) ->
                                new CollectiveMembership(
                                        row.getString("collective"),
                                        new OfficeCode(row.getString("member")),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    boolean knows(String code) {
        return jdbc.sql("select exists (select from directory.collective where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    void insertCollective(NewCollective collective) {
        var keptBy = collective.keptBy();
        jdbc.sql(
                        """
                        insert into directory.collective (code, names, all_posts, kept_by)
                        values (:code, cast(:names as jsonb), :allPosts, :keptBy)
                        on conflict (code) do update set names = excluded.names,
                               all_posts = excluded.all_posts, kept_by = excluded.kept_by
                        """)
                .param("code", collective.code())
                .param("names", names.write(collective.names()))
                .param("allPosts", collective.allPosts())
                .param("keptBy", keptBy == null ? null : keptBy.value())
                .update();
    }

    void insertMembership(CollectiveMembership membership) {
        jdbc.sql(
                        """
                        insert into directory.collective_member
                               (collective, member, valid_from, valid_until)
                        values (:collective, :member, :from, :until)
                        on conflict (collective, member, valid_from)
                        do update set valid_until = excluded.valid_until
                        """)
                .param("collective", membership.collective())
                .param("member", membership.member().value())
                .param("from", membership.from())
                .param("until", membership.until())
                .update();
    }
}
