// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.util.Set;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;

/// A person holds that signing a text says where these governments stand on an ask.
///
/// @param meant the person has been asked and means it (POS-007)
/// @param reason why the text bears on the ask
public record NewLink(
        InstructionId instruction,
        String ask,
        Step step,
        Set<GovernmentCode> signatories,
        boolean meant,
        String reason) {

    public NewLink {
        signatories = Set.copyOf(signatories);
    }
}
