// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// How a note came or went.
public enum NoteWay {
    BY_HAND,
    COURIER,
    POST,
    ELECTRONIC
}
