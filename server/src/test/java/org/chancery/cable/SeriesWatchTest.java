// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.DatabaseTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
class SeriesWatchTest {

    private final SeriesWatch watch;
    private final JdbcClient jdbc;

    SeriesWatchTest(SeriesWatch watch, JdbcClient jdbc) {
        this.watch = watch;
        this.jdbc = jdbc;
    }

    @Nested
    @Transactional
    class WhenANumberStandsOnNoCable {

        @Test
        void itIsNamedAndStandsInTheAudit() {
            jdbc.sql("insert into cable.series (office, year, last) values ('LOST', 2024, 2)")
                    .update();

            assertThat(watch.look())
                    .contains(new NumberSeries.Gap("LOST", 2024, java.util.List.of(1, 2)));
            assertThat(
                            jdbc.sql(
                                            """
                                            select facts ->> 'missing' from audit.entry
                                             where act = 'series.gap' and object_id = 'LOST 2024'
                                            """)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("1, 2");
        }
    }

    @Nested
    class WhileEveryNumberStandsOnItsCable {

        @Test
        void nothingIsSaid() {
            assertThat(watch.look()).isEmpty();
        }
    }
}
