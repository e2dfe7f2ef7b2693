// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

/// Who changes the directory, as the audit names them.
///
/// @param signIn name to sign in
/// @param office the office they act for
public record Keeper(String signIn, OfficeCode office) {}
