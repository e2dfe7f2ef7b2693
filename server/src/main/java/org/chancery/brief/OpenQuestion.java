// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import org.chancery.access.Label;
import org.chancery.directory.Names;

/// Something two sources say differently and nobody has settled. It is printed, not resolved
/// (PIC-003, MEA-006).
///
/// @param about family of a rule whose footnote says it too, empty if it is about none
/// @param words in each language of the interface
/// @param source title and date
/// @param uri http or https address, may be empty
/// @param label of the record that says so
public record OpenQuestion(String about, Names words, String source, String uri, Label label) {}
