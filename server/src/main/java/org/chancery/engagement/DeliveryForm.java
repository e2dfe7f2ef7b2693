// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// How something reaches a government.
public enum DeliveryForm {
    MEETING,
    CALL,
    VIDEO,
    NOTE,
    LETTER
}
