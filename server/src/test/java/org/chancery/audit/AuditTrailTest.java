// SPDX-License-Identifier: Apache-2.0
package org.chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chancery.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class AuditTrailTest {

    private final AuditTrail audit;
    private final JdbcClient jdbc;

    AuditTrailTest(AuditTrail audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void theChainHoldsFromTheFirstEntryToTheLast() {
        assertThat(audit.page(Long.MAX_VALUE, 10).rows()).isNotEmpty();
        assertThat(audit.firstBroken()).isZero();
    }

    @Test
    void nobodyChangesOrRemovesAnEntry() {
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set actor = 'x'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit.entry").update())
                .hasMessageContaining("append-only");
    }
}
