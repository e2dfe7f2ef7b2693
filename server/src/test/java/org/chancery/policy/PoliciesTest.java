// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chancery.DatabaseTest;
import org.chancery.audit.AuditEntry;
import org.chancery.audit.AuditTrail;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class PoliciesTest {

    private final Policies policies;
    private final PolicyRepository repository;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PoliciesTest(
            Policies policies,
            PolicyRepository repository,
            AuditTrail audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.policies = policies;
        this.repository = repository;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private String startWith(String file, String at) {
        var source = PolicySource.find(file);
        var policy = source.read();
        var server =
                new Policies(
                        policy,
                        source,
                        repository,
                        audit,
                        Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> server.use());
        return policy.hash();
    }

    private long changes() {
        return audit.page(Long.MAX_VALUE, 200).rows().stream()
                .filter(entry -> entry.act().equals("policy.changed"))
                .count();
    }

    @Nested
    class TheFirstStart {

        @Test
        void keepsTheFileWhole() {
            var hash = policies.current().hash();

            assertThat(policies.versions()).extracting(PolicyVersion::hash).contains(hash);
            assertThat(policies.text(hash)).isEqualTo(PolicySource.find("us").text());
        }
    }

    @Nested
    class AStartWithAnotherFile {

        @Test
        void keepsBothAndSaysSoInTheAudit() {
            var british = startWith("uk", "2031-05-01T08:00:00Z");

            assertThat(policies.versions().getFirst())
                    .isEqualTo(
                            new PolicyVersion(
                                    british,
                                    "UK style",
                                    "2026-11-24",
                                    Instant.parse("2031-05-01T08:00:00Z"),
                                    Instant.parse("2031-05-01T08:00:00Z")));
            var entry = audit.page(Long.MAX_VALUE, 1).rows().getFirst();
            assertThat(entry)
                    .extracting(AuditEntry::act, AuditEntry::actor, AuditEntry::objectId)
                    .containsExactly("policy.changed", "system", "UK style 2026-11-24");
            assertThat(entry.facts()).containsEntry("hash", british);
        }
    }

    @Nested
    class AStartWithTheSameFile {

        @Test
        void changesNothing() {
            startWith("de", "2031-06-01T08:00:00Z");
            var before = changes();

            startWith("de", "2031-06-02T08:00:00Z");

            assertThat(changes()).isEqualTo(before);
            assertThat(policies.versions().getFirst().since())
                    .isEqualTo(Instant.parse("2031-06-01T08:00:00Z"));
        }
    }

    @Nested
    class AReturnToAnEarlierFile {

        @Test
        void isAChangeAndKeepsTheDayItWasFirstUsed() {
            var first = startWith("org", "2031-07-01T08:00:00Z");
            startWith("us", "2031-07-02T08:00:00Z");
            startWith("org", "2031-07-03T08:00:00Z");

            var inUse = policies.versions().getFirst();
            assertThat(inUse.hash()).isEqualTo(first);
            assertThat(inUse.firstUsedAt()).isEqualTo(Instant.parse("2031-07-01T08:00:00Z"));
            assertThat(inUse.since()).isEqualTo(Instant.parse("2031-07-03T08:00:00Z"));
        }
    }

    @Nested
    class AVersionKept {

        @Test
        void cannotBeAlteredNotEvenInTheDatabase() {
            assertThatThrownBy(() -> jdbc.sql("update policy.version set text = ''").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> jdbc.sql("delete from policy.use").update())
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> jdbc.sql("truncate policy.version cascade").update())
                    .hasMessageContaining("append-only");
        }

        @Test
        void thatNeverWasIsAbsent() {
            var refusal = catchThrowableOfType(Refusal.class, () -> policies.text("0".repeat(64)));

            assertThat(refusal.first().code()).isEqualTo(KernelRefusal.ABSENT);
        }
    }
}
