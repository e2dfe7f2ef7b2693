// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Unscoped;
import org.chancery.cable.Cable;
import org.chancery.cable.CableId;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("an office's own profiles, and copies of a cable that was read in scope")
class ProfileRepository {

    private final JdbcClient jdbc;

    ProfileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Profile> of(OfficeCode office) {
        return jdbc.sql(
                        """
                        select id, person, function, topics, captions, at_least, attention, phrase
                          from delivery.profile
                         where office = :office
                         order by made_at, id
                        """)
                .param("office", office.value())
                .query(ProfileRepository::toProfile)
                .list();
    }

    void insert(OfficeCode office, Profile profile, String by, Instant at) {
        var person = profile.person();
        jdbc.sql(
                        """
                        insert into delivery.profile (id, office, person, function, topics, captions,
                                                      at_least, attention, phrase, made_by, made_at)
                        values (:id, :office, cast(:person as uuid), :function,
                                cast(:topics as text[]), cast(:captions as text[]), :atLeast,
                                :attention, :phrase, :by, :at)
                        """)
                .param("id", profile.id())
                .param("office", office.value())
                .param("person", person == null ? null : person.value().toString())
                .param("function", profile.function())
                .param("topics", profile.topics().toArray(String[]::new))
                .param("captions", profile.captions().toArray(String[]::new))
                .param("atLeast", profile.atLeast())
                .param("attention", profile.attention())
                .param("phrase", profile.phrase())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    boolean remove(OfficeCode office, UUID id) {
        return jdbc.sql("delete from delivery.profile where office = :office and id = :id")
                        .param("office", office.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /// Applies the profiles of all addressed offices: one statement for those that fit, one for the
    /// offices where none does.
    ///
    /// @param precedences codes from lowest to highest
    void apply(Cable cable, List<String> precedences) {
        jdbc.sql(
                        """
                        with matched as (
                            insert into delivery.distribution (cable, office, person, function, how,
                                                               profile, at)
                            select d.cable, p.office, p.person, p.function, 'PROFILE', p.id, :at
                              from delivery.delivery d
                              join delivery.profile p on p.office = d.office
                             where d.cable = :cable and d.delivered_at is not null
                               and (p.topics = '{}' or p.topics && cast(:topics as text[]))
                               and (p.captions = '{}' or p.captions && cast(:captions as text[]))
                               and (p.at_least = ''
                                    or array_position(cast(:precedences as text[]), p.at_least)
                                       <= array_position(cast(:precedences as text[]),
                                                         d.precedence))
                               and (p.attention = '' or exists
                                    (select from unnest(cast(:attention as text[])) line
                                      where starts_with(upper(line), upper(p.attention))))
                               and (p.phrase = '' or strpos(:text, lower(p.phrase)) > 0)
                             order by p.made_at, p.id
                            on conflict do nothing
                            returning office)
                        insert into delivery.distribution (cable, office, how, at)
                        select d.cable, d.office, 'OFFICE', :at
                          from delivery.delivery d
                         where d.cable = :cable and d.delivered_at is not null
                           and d.office not in (select office from matched)
                        """)
                .param("cable", cable.id().value())
                .param("at", utc(cable.releasedAt()))
                .param("topics", cable.content().topics().toArray(String[]::new))
                .param("captions", cable.content().captions().toArray(String[]::new))
                .param("precedences", precedences.toArray(String[]::new))
                .param("attention", cable.content().attention().toArray(String[]::new))
                .param("text", text(cable))
                .update();
    }

    private static String text(Cable cable) {
        return Stream.concat(
                        Stream.of(cable.content().subject()),
                        cable.content().paragraphs().stream().map(Paragraph::text))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /// Adds readers by hand; who is on the list already stays as they are.
    ///
    /// @return how many were added
    int add(CableId cable, OfficeCode office, Set<StaffId> persons, String by, Instant at) {
        return jdbc.sql(
                        """
                        insert into delivery.distribution (cable, office, person, how, by, at)
                        select :cable, :office, cast(person as uuid), 'HAND', :by, :at
                          from unnest(cast(:persons as text[])) person
                        on conflict do nothing
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param(
                        "persons",
                        persons.stream()
                                .map(person -> person.value().toString())
                                .toArray(String[]::new))
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    List<Distribution> distribution(CableId cable, OfficeCode office) {
        return jdbc.sql(
                        """
                        select d.person, d.function, d.how, d.by, d.at, r.first_at
                          from delivery.distribution d
                          left join delivery.reading r
                               on r.cable = d.cable and r.person = d.person and r.office = d.office
                         where d.cable = :cable and d.office = :office
                         order by d.id
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .query(
                        (row, n) ->
                                new Distribution(
                                        person(row),
                                        row.getString("function"),
                                        Distribution.How.valueOf(row.getString("how")),
                                        row.getString("by"),
                                        instant(row, "at"),
                                        instantOrNull(row, "first_at")))
                .list();
    }

    private static @Nullable StaffId person(ResultSet row) throws SQLException {
        var id = row.getObject("person", UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static Profile toProfile(ResultSet row, int number) throws SQLException {
        return new Profile(
                row.getObject("id", UUID.class),
                person(row),
                row.getString("function"),
                List.of((String[]) row.getArray("topics").getArray()),
                Set.of((String[]) row.getArray("captions").getArray()),
                row.getString("at_least"),
                row.getString("attention"),
                row.getString("phrase"));
    }
}
