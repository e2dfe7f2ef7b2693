// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A cable is being released. Published inside the transaction of the release, for modules whose rows
/// belong to it: what they refuse or fail at keeps the cable from going. Whoever only wants to know
/// listens to [CableReleased].
public record CableReleasing(Cable cable) {}
