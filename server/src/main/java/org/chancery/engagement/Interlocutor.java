// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// Whom the post spoke with: an office and a function, never a file on a person (DEM-007).
///
/// @param ministry `FOREIGN`, `INTERIOR`, `JUSTICE`, `GOVERNMENT`, `PARLIAMENT` or `OTHER`
/// @param function for example "Director for migration"
/// @param level `MINISTER`, `STATE_SECRETARY`, `DIRECTOR`, `WORKING`
public record Interlocutor(String ministry, String function, String level) {}
