// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;
import org.chancery.access.Unscoped;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Gives numbers without gap or double (MSG-029). A series stays locked until the transaction ends,
/// so a release that fails gives its number back.
@Repository
@Unscoped("a number says nothing of any cable")
class NumberSeries {

    /// A number given to a cable, in both its forms.
    ///
    /// @param printed as the office's template writes it: `26 STATE 7`, `127/26`, `HCR/ANGLU/0123`
    record Given(Mrn mrn, String printed) {}

    /// Numbers of a series that were given and stand on no cable: a record is lost (MSG-029).
    ///
    /// @param missing numbers in order, at most 100
    record Gap(String series, int year, List<Integer> missing) {

        Gap {
            missing = List.copyOf(missing);
        }
    }

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Policy policy;

    NumberSeries(JdbcClient jdbc, Offices offices, Policy policy) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.policy = policy;
    }

    Given next(OfficeCode from, List<Addressee> addressees, int year) {
        var scheme =
                policy.numbering().stream()
                        .filter(numbering -> numbering.fits(from))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no numbering for " + from));
        var own = ownSeries(from);
        var to = addressees.isEmpty() ? own : ownSeries(addressees.getFirst().office());
        var series =
                switch (scheme.scope()) {
                    case OFFICE_YEAR -> own;
                    case SYSTEM_YEAR -> new OfficeCode(scheme.series());
                    case PAIR_YEAR -> new OfficeCode(own + "-" + to);
                };
        var mrn = new Mrn(year, series, advance(series, year));
        return new Given(mrn, scheme.print(year, own, to, mrn.serial()));
    }

    /// Bureaux send in the number series of their headquarters; a post has its own.
    OfficeCode ownSeries(OfficeCode office) {
        return offices.get(office) instanceof Office.Bureau
                ? offices.withParents(office).getLast()
                : office;
    }

    private int advance(OfficeCode series, int year) {
        return jdbc.sql(
                        """
                        insert into cable.series (office, year, last) values (:office, :year, 1)
                        on conflict (office, year) do update set last = series.last + 1
                        returning last
                        """)
                .param("office", series.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /// Series with numbers that stand on no cable; the whole series is counted before it is searched.
    List<Gap> gaps() {
        return jdbc.sql(
                        """
                        select s.office, s.year, array(
                                   select n from generate_series(1, s.last) n
                                    where not exists (select 1 from cable.cable c
                                                       where c.mrn_office = s.office
                                                         and c.mrn_year = s.year
                                                         and c.mrn_serial = n)
                                    order by n limit 100) as missing
                          from cable.series s
                         where s.last <> (select count(*) from cable.cable c
                                           where c.mrn_office = s.office and c.mrn_year = s.year)
                         order by s.year, s.office
                        """)
                .query(
                        (row, n) ->
                                new Gap(
                                        row.getString("office"),
                                        row.getInt("year"),
                                        List.of((Integer[]) row.getArray("missing").getArray())))
                .list();
    }
}
