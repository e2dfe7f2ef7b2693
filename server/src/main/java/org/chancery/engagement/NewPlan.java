// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;

/// A démarche as a post plans it.
public record NewPlan(InstructionId instruction, GovernmentCode government, Meeting meeting) {}
