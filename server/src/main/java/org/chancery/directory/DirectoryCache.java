// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The directory as last read, kept for everybody until a write commits here, or for 5 seconds,
/// because another server may have written. A transaction that writes reads its own copy.
///
/// Nobody waits for somebody else's reading: whoever waits may hold the connection that the reader
/// needs.
final class DirectoryCache {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Supplier<Directory> reading;
    private final Clock clock;

    /// Compared by identity: a reading that began before a commit must not be kept after it.
    private final AtomicReference<Kept> kept = new AtomicReference<>(Kept.nothing());

    /// @param reading reads it from the database, in the transaction of the thread if there is one
    DirectoryCache(Supplier<Directory> reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    Directory current() {
        return writing().map(Writing::directory).orElseGet(this::shared);
    }

    /// To be called after each write, inside its transaction.
    ///
    /// @throws IllegalStateException without a transaction
    void written() {
        writing()
                .ifPresentOrElse(
                        Writing::forget,
                        () ->
                                TransactionSynchronizationManager.registerSynchronization(
                                        new Writing(this)));
    }

    private Directory shared() {
        var before = Objects.requireNonNull(kept.get());
        var now = clock.instant();
        var directory = before.directory();
        if (directory != null && before.fresh(now)) {
            return directory;
        }
        var read = reading.get();
        kept.compareAndSet(before, new Kept(read, now));
        return read;
    }

    private void drop() {
        kept.set(Kept.nothing());
    }

    private Optional<Writing> writing() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Writing.class::isInstance)
                .map(Writing.class::cast)
                .filter(writing -> writing.cache == this && !writing.committed)
                .findFirst();
    }

    private record Kept(@Nullable Directory directory, Instant readAt) {

        static Kept nothing() {
            return new Kept(null, Instant.EPOCH);
        }

        /// Not of the future either: a clock that was set back must not keep a copy for hours.
        boolean fresh(Instant now) {
            return !now.isBefore(readAt) && Duration.between(readAt, now).compareTo(LONGEST) < 0;
        }
    }

    /// A transaction that has written to the directory.
    private static final class Writing implements TransactionSynchronization {

        private final DirectoryCache cache;
        private @Nullable Directory own;
        private boolean committed;

        Writing(DirectoryCache cache) {
            this.cache = cache;
        }

        Directory directory() {
            var known = own;
            if (known == null) {
                known = cache.reading.get();
                own = known;
            }
            return known;
        }

        void forget() {
            own = null;
        }

        /// Before everybody else's, so that who acts on the commit sees what was committed.
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            committed = true;
            cache.drop();
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_UNKNOWN) {
                cache.drop();
            }
        }
    }
}
