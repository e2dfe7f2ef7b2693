// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

/// A number given to a cable, in both its forms.
///
/// @param printed as the office's template writes it: `26 STATE 7`, `127/26`, `HCR/ANGLU/0123`
record SeriesNumber(Mrn mrn, String printed) {}
