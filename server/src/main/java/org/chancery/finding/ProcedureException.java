// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

/// A jurisdiction whose procedure lets one stage come before another it usually follows (MEA-003).
///
/// @param reason the rule that says so
public record ProcedureException(String jurisdiction, Stage earlier, Stage later, String reason) {}
