// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import org.chancery.cable.Mrn;

/// A due time that a supplement moved; the old one is kept with the cable that moved it (TSK-010).
///
/// @param by the cable of the supplement
public record DueChange(TaskId task, Mrn by, Instant oldDue, Instant newDue, Instant at) {}
