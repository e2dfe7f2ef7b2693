// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.directory.OfficeCode;

/// Whom posts ask about an instruction: an office and a function in it, never a person.
///
/// @param function as written: `Migration desk`
public record Contact(OfficeCode office, String function) {}
