// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

/// What a government says, and what it does.
public enum Lane {
    WORD,
    DEED
}
