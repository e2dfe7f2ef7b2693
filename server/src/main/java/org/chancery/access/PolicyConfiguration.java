// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads the policy file named by `chancery.policy`; a file that does not hold stops the start.
@Configuration
class PolicyConfiguration {

    @Bean
    Policy policy(@Value("${chancery.policy:classpath:policy/us.yaml}") Resource file)
            throws IOException {
        try (var stream = file.getInputStream()) {
            Map<String, Object> content =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
            return Policy.of(content);
        }
    }

    @Bean
    Handling handling(Policy policy) {
        return policy.handling();
    }
}
