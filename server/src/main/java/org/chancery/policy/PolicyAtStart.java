// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Each start keeps the policy file it runs with.
@Component
class PolicyAtStart implements ApplicationRunner {

    private final Policies policies;

    PolicyAtStart(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        policies.use();
    }
}
