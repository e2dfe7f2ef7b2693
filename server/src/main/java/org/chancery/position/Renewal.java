// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

/// An entry made before a change of government, which its post is to look at again (POS-006).
public record Renewal(Position earlier, GovernmentChange change) {}
