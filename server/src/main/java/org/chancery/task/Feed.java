// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.UUID;

/// A secret calendar address of a person, in force.
public record Feed(UUID id, Instant createdAt) {}
