// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/// Reads the policy file named by `chancery.policy`; a file that does not hold stops the start with
/// every mistake it has.
@Configuration
class PolicyConfiguration {

    @Bean
    Policy policy(@Value("${chancery.policy:classpath:policy/us.yaml}") Resource file)
            throws IOException {
        return PolicyFile.read(file.getContentAsString(StandardCharsets.UTF_8));
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
