// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.chancery.directory.OfficeCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an office prints the numbers of its cables.
class NumberingTest {

    @ParameterizedTest
    @CsvSource({
        "'{yy} {office} {serial}',2026,26 STATE 7",
        "'{yy} {office} {serial}',1975,1975 STATE 7",
        "'{serial}/{yy}',2006,7/06",
        "'{serial}/{yy}',1975,7/1975",
        "'{yyyy}-{office}-{serial:4}',2026,2026-STATE-0007"
    })
    void printsTheYearShortOnlyFrom2000On(String template, int year, String printed) {
        var numbering = new Numbering(Set.of(), Numbering.Scope.OFFICE_YEAR, "", template);

        assertThat(numbering.print(year, new OfficeCode("STATE"), new OfficeCode("BERLIN"), 7))
                .isEqualTo(printed);
    }
}
