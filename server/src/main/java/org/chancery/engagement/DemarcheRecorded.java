// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.UUID;

/// A post has recorded what it said and heard. Published in the transaction of the record.
public record DemarcheRecorded(UUID demarche, String instruction, String office) {

    public DemarcheId id() {
        return new DemarcheId(demarche);
    }
}
