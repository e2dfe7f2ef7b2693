// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.UUID;

/// Identity of a released cable; its name for people is the [Mrn].
public record CableId(UUID value) {}
