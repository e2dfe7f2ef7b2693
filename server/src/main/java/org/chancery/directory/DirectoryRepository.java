// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Offices, governments and staff. The directory is open to every signed-in person, so its queries
/// take no reader's scope.
@Repository
class DirectoryRepository {

    private final JdbcClient jdbc;
    private final NamesColumn names;

    DirectoryRepository(JdbcClient jdbc, NamesColumn names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<Office> offices() {
        return jdbc.sql(
                        """
                        select code, kind, names, parent, zone, working_days, opens, closes, plad,
                               valid_from, valid_until, highest_level, nationals_only,
                               tasking_authority, city, latitude, longitude, accredited_to, mail
                          from directory.office
                         order by code
                        """)
                .query(this::toOffice)
                .list();
    }

    boolean knows(OfficeCode code) {
        return jdbc.sql("select exists (select from directory.office where code = :code)")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
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

    Map<GovernmentCode, OfficeCode> countryOffices() {
        var offices = new HashMap<GovernmentCode, OfficeCode>();
        jdbc.sql("select government, office from directory.country_office")
                .query(
                        row -> {
                            offices.put(
                                    new GovernmentCode(row.getString("government")),
                                    new OfficeCode(row.getString("office")));
                        });
        return Map.copyOf(offices);
    }

    List<StaffMember> staff() {
        return jdbc.sql(
                        """
                        select id, sign_in, display_name, office, function_names
                          from directory.staff
                         order by sign_in
                        """)
                .query(this::toStaff)
                .list();
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
                .param("names", names.write(government.names()))
                .param("region", government.region())
                .update();
    }

    void insertCountryOffice(GovernmentCode government, OfficeCode office) {
        jdbc.sql(
                        """
                        insert into directory.country_office (government, office)
                        values (:government, :office)
                        on conflict (government) do update set office = excluded.office
                        """)
                .param("government", government.value())
                .param("office", office.value())
                .update();
    }

    void insertOffice(Office office) {
        jdbc.sql(
                        """
                        insert into directory.office
                               (code, kind, names, parent, zone, working_days, opens, closes, plad,
                                valid_from, valid_until, highest_level, nationals_only,
                                tasking_authority, city, latitude, longitude, accredited_to, mail)
                        values (:code, :kind, cast(:names as jsonb), :parent, :zone,
                                cast(:workingDays as text[]), :opens, :closes, :plad,
                                :validFrom, :validUntil, :highestLevel, :nationalsOnly,
                                :taskingAuthority, cast(:city as jsonb), :latitude, :longitude,
                                cast(:accreditedTo as text[]), :mail)
                        on conflict (code) do nothing
                        """)
                .params(common(office))
                .params(ofItsKind(office))
                .update();
    }

    private Map<String, @Nullable Object> common(Office office) {
        var parent = office.parent();
        var standing = office.standing();
        var values = new HashMap<String, @Nullable Object>();
        values.put("code", office.code().value());
        values.put("names", names.write(office.names()));
        values.put("parent", parent == null ? null : parent.value());
        values.put("zone", office.zone().getId());
        values.put("workingDays", texts(office.hours().days(), DayOfWeek::name));
        values.put("opens", office.hours().opens());
        values.put("closes", office.hours().closes());
        values.put("plad", office.plad());
        values.put("validFrom", standing.validFrom());
        values.put("validUntil", standing.validUntil());
        values.put("highestLevel", standing.highestLevel());
        values.put("nationalsOnly", standing.nationalsOnly());
        return values;
    }

    private Map<String, @Nullable Object> ofItsKind(Office office) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("taskingAuthority", false);
        values.put("city", null);
        values.put("latitude", null);
        values.put("longitude", null);
        values.put("accreditedTo", new String[0]);
        values.put("mail", null);
        switch (office) {
            case Office.Bureau bureau -> {
                values.put("kind", "BUREAU");
                values.put("taskingAuthority", bureau.taskingAuthority());
            }
            case Office.Post post -> {
                values.put("kind", "POST");
                values.put("city", names.write(post.city()));
                values.put("latitude", post.place().latitude());
                values.put("longitude", post.place().longitude());
                values.put("accreditedTo", texts(post.accreditedTo(), GovernmentCode::value));
            }
            case Office.Correspondent correspondent -> {
                values.put("kind", "CORRESPONDENT");
                values.put("mail", correspondent.mail());
            }
        }
        return values;
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
                .param("function", names.write(member.function()))
                .update();
    }

    private Office toOffice(ResultSet row, int number) throws SQLException {
        var entry = toEntry(row);
        var parent = row.getString("parent");
        var above = parent == null ? null : new OfficeCode(parent);
        var kind = row.getString("kind");
        return switch (kind) {
            case "BUREAU" -> new Office.Bureau(entry, above, row.getBoolean("tasking_authority"));
            case "POST" ->
                    new Office.Post(
                            entry,
                            above,
                            names.read(row.getString("city")),
                            new Office.Place(row.getDouble("latitude"), row.getDouble("longitude")),
                            texts(row, "accredited_to").map(GovernmentCode::new).toList());
            case "CORRESPONDENT" -> new Office.Correspondent(entry, row.getString("mail"));
            default -> throw new IllegalStateException(entry.code() + " is a " + kind);
        };
    }

    private Office.Entry toEntry(ResultSet row) throws SQLException {
        return new Office.Entry(
                new OfficeCode(row.getString("code")),
                names.read(row.getString("names")),
                ZoneId.of(row.getString("zone")),
                new Office.WorkingHours(
                        texts(row, "working_days")
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)),
                row.getString("plad"),
                new Standing(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("highest_level"),
                        row.getBoolean("nationals_only")));
    }

    private Government toGovernment(ResultSet row, int number) throws SQLException {
        return new Government(
                new GovernmentCode(row.getString("code")),
                Government.Scheme.valueOf(row.getString("scheme")),
                names.read(row.getString("names")),
                row.getString("region"));
    }

    private StaffMember toStaff(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("sign_in"),
                row.getString("display_name"),
                new OfficeCode(row.getString("office")),
                names.read(row.getString("function_names")));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
