// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the policy file named by `chancery.policy`; a file that does not hold stops the start with
/// every mistake it has.
@Configuration
class PolicyConfiguration {

    /// @param name `us`, `uk`, `de`, `org`, or a path
    @Bean
    PolicySource policySource(@Value("${chancery.policy:us}") String name) {
        return PolicySource.find(name);
    }

    @Bean
    Policy policy(PolicySource source) {
        return source.read();
    }

    @Bean
    Handling handling(Policy policy) {
        return policy.handling();
    }

    @Bean
    Traffic traffic(Policy policy) {
        return policy.traffic();
    }
}
