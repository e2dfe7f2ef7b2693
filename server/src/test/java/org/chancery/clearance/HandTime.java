// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The whole application on a clock that a test moves forward.
class HandTime {

    @Bean
    @Primary
    Moved moved() {
        return new Moved();
    }

    static final class Moved extends Clock {

        private volatile Instant now = Instant.parse("2026-11-24T15:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
