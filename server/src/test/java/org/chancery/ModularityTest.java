// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Chancery.class).verify();
    }
}
