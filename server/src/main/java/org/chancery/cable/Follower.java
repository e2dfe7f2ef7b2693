// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A later cable that refers to an earlier one.
///
/// @param relation what the later one is to the earlier
public record Follower(Reference.Relation relation, CableSummary cable) {}
