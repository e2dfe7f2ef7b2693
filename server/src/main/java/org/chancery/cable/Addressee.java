// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import org.chancery.directory.OfficeCode;

/// An office a cable goes to.
///
/// @param precedence code in the policy file
/// @param via collective that brought it in, empty if named itself
public record Addressee(OfficeCode office, Addressing role, String precedence, String via) {}
