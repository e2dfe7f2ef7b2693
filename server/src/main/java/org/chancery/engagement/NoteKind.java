// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// Forms of a diplomatic note.
public enum NoteKind {
    NOTE_VERBALE,
    FIRST_PERSON,
    AIDE_MEMOIRE,
    NON_PAPER,
    CIRCULAR,
    JOINT,
    PROTEST
}
