// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

/// A jurisdiction that can hold a position or take a measure.
///
/// @param region `EUROPE`, `NORTH_AMERICA`, ... as in the reference file
public record Government(GovernmentCode code, Scheme scheme, Names names, String region) {

    public enum Scheme {
        /// Assigned in ISO 3166-1.
        ISO,
        /// Registered by the organisation, for example the European Union.
        CHANCERY
    }
}
