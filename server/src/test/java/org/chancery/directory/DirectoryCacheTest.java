// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.MovableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class DirectoryCacheTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-14T12:00:00Z"));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new TransactionsWithoutADatabase());
    private Runnable duringTheFirstReading = () -> {};
    private int readings;
    private final DirectoryCache cache = new DirectoryCache(this::read, clock);

    private Directory read() {
        readings++;
        if (readings == 1) {
            duringTheFirstReading.run();
        }
        return Directory.of(List.of(), List.of(), Map.of());
    }

    private void write() {
        transaction.executeWithoutResult(status -> cache.written());
    }

    @Nested
    class WhileNobodyWrites {

        @Test
        void manyQuestionsAreOneReading() {
            for (int i = 0; i < 300; i++) {
                cache.current();
            }

            assertThat(readings).isEqualTo(1);
        }

        @Test
        void aCopyOf5SecondsIsReadAgainBecauseAnotherServerMayHaveWritten() {
            cache.current();
            clock.move(Duration.ofMillis(4_999));
            cache.current();
            assertThat(readings).isEqualTo(1);

            clock.move(Duration.ofMillis(1));
            cache.current();
            assertThat(readings).isEqualTo(2);
        }

        @Test
        void aCopyOfTheFutureIsReadAgain() {
            cache.current();
            clock.move(Duration.ofHours(-1));
            cache.current();

            assertThat(readings).isEqualTo(2);
        }
    }

    @Nested
    class WhenATransactionWrites {

        @Test
        void itReadsItsOwnCopyAgainAfterEachWriteAndOnlyThen() {
            cache.current();
            transaction.executeWithoutResult(
                    status -> {
                        cache.written();
                        cache.current();
                        cache.current();
                        assertThat(readings).isEqualTo(2);

                        cache.written();
                        cache.current();
                        assertThat(readings).isEqualTo(3);
                    });
        }

        @Test
        void theCopyOfTheOthersIsDroppedByTheCommit() {
            cache.current();
            write();
            cache.current();

            assertThat(readings).isEqualTo(2);
        }

        @Test
        void theCopyOfTheOthersStaysWhenItIsRolledBack() {
            cache.current();
            transaction.executeWithoutResult(
                    status -> {
                        cache.written();
                        status.setRollbackOnly();
                    });
            cache.current();

            assertThat(readings).isEqualTo(1);
        }

        @Test
        void aTransactionInsideItDoesNotSeeItsCopy() {
            var inner = new TransactionTemplate(new TransactionsWithoutADatabase());
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            var shared = cache.current();

            transaction.executeWithoutResult(
                    status -> {
                        cache.written();
                        assertThat(cache.current()).isNotSameAs(shared);
                        inner.executeWithoutResult(
                                within -> assertThat(cache.current()).isSameAs(shared));
                    });
        }

        @Test
        void aReadingThatBeganBeforeTheCommitIsNotKept() {
            duringTheFirstReading = DirectoryCacheTest.this::write;
            var overtaken = cache.current();

            assertThat(cache.current()).isNotSameAs(overtaken);
            assertThat(readings).isEqualTo(2);
        }
    }

    @Nested
    class WithoutATransaction {

        @Test
        void aWriteIsRefused() {
            assertThatThrownBy(cache::written).isInstanceOf(IllegalStateException.class);
        }
    }

    /// Begins, commits and rolls back nothing; the synchronizations run as ever.
    private static final class TransactionsWithoutADatabase
            extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
