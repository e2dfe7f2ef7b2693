// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// The part of a host government that was spoken with.
public enum Ministry {
    FOREIGN,
    INTERIOR,
    JUSTICE,
    GOVERNMENT,
    PARLIAMENT,
    OTHER
}
