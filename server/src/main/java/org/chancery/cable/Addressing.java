// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// What a cable wants of an addressee.
public enum Addressing {
    ACTION,
    INFO
}
