// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

/// What an entry rests on, and where it can be read outside the house.
///
/// @param what its title
/// @param uri may be empty
public record Source(String what, String title, String uri) {}
