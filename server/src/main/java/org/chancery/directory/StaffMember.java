// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

/// Somebody who holds an office. Shown by office and function, never as a file on a person.
///
/// @param signIn name used to sign in, lower case, letters, digits and dots
/// @param displayName as others see it
/// @param function for example "Desk officer"
public record StaffMember(
        StaffId id, String signIn, String displayName, OfficeCode office, Names function) {}
