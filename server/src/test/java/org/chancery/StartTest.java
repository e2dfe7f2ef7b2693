// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.access.Accounts;
import org.junit.jupiter.api.Test;

@DatabaseTest
class StartTest {

    private final Accounts accounts;

    StartTest(Accounts accounts) {
        this.accounts = accounts;
    }

    @Test
    void anEmptyInstallationHasNobody() {
        assertThat(accounts.nobodyYet()).isTrue();
    }
}
