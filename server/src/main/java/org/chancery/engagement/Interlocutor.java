// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import org.chancery.instruction.InterlocutorLevel;

/// Whom the post spoke with: an office and a function, never a file on a person (DEM-007).
///
/// @param function for example "Director for migration"
public record Interlocutor(Ministry ministry, String function, InterlocutorLevel level) {}
