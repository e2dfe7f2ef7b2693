// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.ShippedPolicies;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Numbers under the policies other than the one of the worked example; in a year of their own, so
/// that they meet no other test.
@DatabaseTest
class NumberSeriesTest {

    private static final int YEAR = 2031;
    private static final OfficeCode BERLIN = new OfficeCode("BERLIN");
    private static final OfficeCode PARIS = new OfficeCode("PARIS");

    private final Offices offices;
    private final JdbcClient jdbc;

    NumberSeriesTest(Offices offices, JdbcClient jdbc) {
        this.offices = offices;
        this.jdbc = jdbc;
    }

    private NumberSeries series(String policy) {
        return new NumberSeries(jdbc, offices, ShippedPolicies.read(policy));
    }

    private static String next(NumberSeries series, OfficeCode from, OfficeCode to, int year) {
        return series.next(from, List.of(to(to)), year).printed();
    }

    private static Addressee to(OfficeCode office) {
        return new Addressee(office, Addressing.ACTION, "ROUTINE", "");
    }

    @Nested
    class UnderThePlainPolicy {

        @Test
        void eachOrderedPairOfOfficesHasItsOwnNumbers() {
            var series = series("org");

            assertThat(next(series, BERLIN, PARIS, YEAR)).isEqualTo("BERLIN/PARIS/0001");
            assertThat(next(series, PARIS, BERLIN, YEAR)).isEqualTo("PARIS/BERLIN/0001");
            assertThat(next(series, BERLIN, PARIS, YEAR)).isEqualTo("BERLIN/PARIS/0002");
            assertThat(next(series, BERLIN, PARIS, YEAR + 1)).isEqualTo("BERLIN/PARIS/0001");
        }
    }

    @Nested
    class UnderTheBritishPolicy {

        @Test
        void theWholeMinistrySharesOneSequenceOfTheYear() {
            var series = series("uk");

            assertThat(next(series, BERLIN, PARIS, YEAR)).isEqualTo("1/31");
            assertThat(next(series, PARIS, BERLIN, YEAR)).isEqualTo("2/31");
            assertThat(next(series, new OfficeCode("EUR"), BERLIN, YEAR)).isEqualTo("3/31");
            assertThat(next(series, BERLIN, PARIS, YEAR + 1)).isEqualTo("1/32");
        }
    }

    @Nested
    class UnderTheGermanPolicy {

        @Test
        void aMissionCountsItsOwnAndABureauInTheSeriesOfTheMinistry() {
            var series = series("de");

            assertThat(next(series, BERLIN, PARIS, YEAR + 5)).isEqualTo("BERLIN 1/2036");
            assertThat(next(series, new OfficeCode("EUR"), BERLIN, YEAR + 5))
                    .isEqualTo("STATE 1/2036");
            assertThat(next(series, new OfficeCode("PRM"), BERLIN, YEAR + 5))
                    .isEqualTo("STATE 2/2036");
        }
    }
}
