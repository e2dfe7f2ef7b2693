// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LuceneIndexTest {

    private final LuceneIndex index = new LuceneIndex();
    private final ReadScope berlin = new ReadScope(1, Set.of(), Set.of(new OfficeCode("BERLIN")));

    @AfterEach
    void close() {
        index.close();
    }

    private void put(String key, String body, Label label) {
        index.put(new Indexed("CABLE", key, "Subject", body, "2026-01-01", "EUR", label));
        index.refresh();
    }

    @Test
    void whatAReaderMayNotSeeChangesNothingOfWhatTheReaderGets() {
        put("26 STATE 1", "Talks on fisheries.", Label.OPEN);
        var before = index.search("fisheries", null, 10, berlin);

        put("26 STATE 2", "Fisheries, secret.", new Label(3, Set.of(), Set.of()));
        put("26 STATE 3", "Fisheries, captioned.", new Label(0, Set.of("EXDIS"), Set.of()));
        put(
                "26 STATE 4",
                "Fisheries, for Rome.",
                new Label(0, Set.of(), Set.of(new OfficeCode("ROME"))));

        assertThat(index.search("fisheries", null, 10, berlin)).isEqualTo(before);
    }

    @Test
    void labelsThatDifferInTheirGroupsAloneAreKeptApart() {
        put("26 STATE 1", "Talks on fisheries.", Label.OPEN);
        put(
                "26 STATE 2",
                "Fisheries, for nationals of Canada.",
                new Label(0, Set.of(), Set.of("CAN"), Set.of()));

        assertThat(index.search("fisheries", null, 10, berlin).total()).isEqualTo(1);
    }

    @Test
    void germanWordsAreFoundInTheirForms() {
        put("26 BERLIN 1", "Der Minister sprach über Grenzkontrollen.", Label.OPEN);

        assertThat(index.search("Grenzkontrolle", null, 10, berlin).hits()).hasSize(1);
    }

    @Test
    void excerptsAreEscaped() {
        put("26 STATE 5", "A <script>alert(1)</script> in a text.", Label.OPEN);

        assertThat(index.search("script", null, 10, berlin).hits().getFirst().excerpt())
                .doesNotContain("<script>")
                .contains("&lt;");
    }

    @Test
    void aQueryThatCannotBeReadIsRefusedWithTheMend() {
        var refusal =
                catchThrowableOfType(Refusal.class, () -> index.search("\"open", null, 10, berlin));

        assertThat(refusal.first().code().code()).isEqualTo("SRC-001");
    }
}
