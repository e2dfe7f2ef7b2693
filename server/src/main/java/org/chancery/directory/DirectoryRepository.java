// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The directory is open to every signed-in person, so its queries take no reader's scope.
@Repository
class DirectoryRepository {

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DirectoryRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Office> offices() {
        return jdbc.sql(
                        """
                        select code, kind, names, parent, zone, opens, closes, tasking_authority,
                               city, latitude, longitude, accredited_to
                          from directory.office
                         order by code
                        """)
                .query(this::toOffice)
                .list();
    }

    Optional<Office> office(OfficeCode code) {
        return jdbc.sql(
                        """
                        select code, kind, names, parent, zone, opens, closes, tasking_authority,
                               city, latitude, longitude, accredited_to
                          from directory.office
                         where code = :code
                        """)
                .param("code", code.value())
                .query(this::toOffice)
                .optional();
    }

    List<OfficeCode> withParents(OfficeCode code) {
        return jdbc.sql(
                        """
                        with recursive up as (
                            select code, parent from directory.office where code = :code
                            union
                            select o.code, o.parent
                              from directory.office o join up on o.code = up.parent
                             where o.kind = 'BUREAU'
                        )
                        select code from up
                        """)
                .param("code", code.value())
                .query((row, n) -> new OfficeCode(row.getString("code")))
                .list();
    }

    List<Collective> collectives(LocalDate day) {
        var members = new LinkedHashMap<String, List<OfficeCode>>();
        jdbc.sql(
                        """
                        select collective, array_agg(member order by member) as members
                          from directory.collective_member
                         where valid_from <= :day and (valid_until is null or valid_until >= :day)
                         group by collective
                        """)
                .param("day", day)
                .query(
                        row -> {
                            members.put(row.getString("collective"), codes(row, "members"));
                        });
        return jdbc.sql("select code, names from directory.collective order by code")
                .query(
                        (row, n) ->
                                new Collective(
                                        row.getString("code"),
                                        names(row.getString("names")),
                                        members.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    List<Government> governments() {
        return jdbc.sql(
                        "select code, scheme, names, region from directory.government order by code")
                .query(this::toGovernment)
                .list();
    }

    Optional<Government> government(GovernmentCode code) {
        return jdbc.sql(
                        """
                        select code, scheme, names, region
                          from directory.government
                         where code = :code
                        """)
                .param("code", code.value())
                .query(this::toGovernment)
                .optional();
    }

    Optional<StaffMember> staff(StaffId id) {
        return jdbc.sql(
                        """
                        select id, sign_in, display_name, office, function_names
                          from directory.staff
                         where id = :id
                        """)
                .param("id", id.value())
                .query(this::toStaff)
                .optional();
    }

    Optional<StaffMember> staffBySignIn(String signIn) {
        return jdbc.sql(
                        """
                        select id, sign_in, display_name, office, function_names
                          from directory.staff
                         where sign_in = :signIn
                        """)
                .param("signIn", signIn)
                .query(this::toStaff)
                .optional();
    }

    List<StaffMember> staffOf(OfficeCode office) {
        return jdbc.sql(
                        """
                        select id, sign_in, display_name, office, function_names
                          from directory.staff
                         where office = :office
                         order by sign_in
                        """)
                .param("office", office.value())
                .query(this::toStaff)
                .list();
    }

    void insertGovernment(Government government) {
        jdbc.sql(
                        """
                        insert into directory.government (code, scheme, names, region)
                        values (:code, :scheme, cast(:names as jsonb), :region)
                        on conflict (code) do nothing
                        """)
                .param("code", government.code().value())
                .param("scheme", government.scheme().name())
                .param("names", json.writeValueAsString(government.names().byLanguage()))
                .param("region", government.region())
                .update();
    }

    void insertOffice(Office office) {
        var insert =
                jdbc.sql(
                                """
                                insert into directory.office
                                       (code, kind, names, parent, zone, opens, closes,
                                        tasking_authority, city, latitude, longitude, accredited_to)
                                values (:code, :kind, cast(:names as jsonb), :parent, :zone, :opens,
                                        :closes, :taskingAuthority, cast(:city as jsonb), :latitude,
                                        :longitude, cast(:accreditedTo as text[]))
                                on conflict (code) do nothing
                                """)
                        .param("code", office.code().value())
                        .param("names", json.writeValueAsString(office.names().byLanguage()))
                        .param("parent", valueOf(office.parent()))
                        .param("zone", office.zone().getId())
                        .param("opens", office.hours().opens())
                        .param("closes", office.hours().closes());
        switch (office) {
            case Office.Bureau bureau ->
                    insert.param("kind", "BUREAU")
                            .param("taskingAuthority", bureau.taskingAuthority())
                            .param("city", null)
                            .param("latitude", null)
                            .param("longitude", null)
                            .param("accreditedTo", new String[0])
                            .update();
            case Office.Post post ->
                    insert.param("kind", "POST")
                            .param("taskingAuthority", false)
                            .param("city", json.writeValueAsString(post.city().byLanguage()))
                            .param("latitude", post.place().latitude())
                            .param("longitude", post.place().longitude())
                            .param(
                                    "accreditedTo",
                                    post.accreditedTo().stream()
                                            .map(GovernmentCode::value)
                                            .toArray(String[]::new))
                            .update();
        }
    }

    void insertMembership(CollectiveMembership membership, Names collectiveNames) {
        jdbc.sql(
                        """
                        insert into directory.collective (code, names)
                        values (:code, cast(:names as jsonb))
                        on conflict (code) do nothing
                        """)
                .param("code", membership.collective())
                .param("names", json.writeValueAsString(collectiveNames.byLanguage()))
                .update();
        jdbc.sql(
                        """
                        insert into directory.collective_member
                               (collective, member, valid_from, valid_until)
                        values (:collective, :member, :from, :until)
                        on conflict (collective, member, valid_from) do nothing
                        """)
                .param("collective", membership.collective())
                .param("member", membership.member().value())
                .param("from", membership.from())
                .param("until", membership.until())
                .update();
    }

    void insertStaff(StaffMember member) {
        jdbc.sql(
                        """
                        insert into directory.staff (id, sign_in, display_name, office,
                                                     function_names)
                        values (:id, :signIn, :displayName, :office, cast(:function as jsonb))
                        """)
                .param("id", member.id().value())
                .param("signIn", member.signIn())
                .param("displayName", member.displayName())
                .param("office", member.office().value())
                .param("function", json.writeValueAsString(member.function().byLanguage()))
                .update();
    }

    private Office toOffice(ResultSet row, int number) throws SQLException {
        var code = new OfficeCode(row.getString("code"));
        var parent = row.getString("parent");
        var above = parent == null ? null : new OfficeCode(parent);
        var zone = ZoneId.of(row.getString("zone"));
        var hours =
                new Office.WorkingHours(
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class));
        var names = names(row.getString("names"));
        if (row.getString("kind").equals("BUREAU")) {
            return new Office.Bureau(
                    code, names, above, zone, hours, row.getBoolean("tasking_authority"));
        }
        return new Office.Post(
                code,
                names,
                above,
                zone,
                hours,
                names(row.getString("city")),
                new Office.Place(row.getDouble("latitude"), row.getDouble("longitude")),
                Arrays.stream((String[]) row.getArray("accredited_to").getArray())
                        .map(GovernmentCode::new)
                        .toList());
    }

    private Government toGovernment(ResultSet row, int number) throws SQLException {
        return new Government(
                new GovernmentCode(row.getString("code")),
                Government.Scheme.valueOf(row.getString("scheme")),
                names(row.getString("names")),
                row.getString("region"));
    }

    private StaffMember toStaff(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("sign_in"),
                row.getString("display_name"),
                new OfficeCode(row.getString("office")),
                names(row.getString("function_names")));
    }

    private Names names(String text) {
        return new Names(json.readValue(text, NAMES));
    }

    private static List<OfficeCode> codes(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(OfficeCode::new)
                .toList();
    }

    private static @Nullable String valueOf(@Nullable OfficeCode code) {
        return code == null ? null : code.value();
    }
}
