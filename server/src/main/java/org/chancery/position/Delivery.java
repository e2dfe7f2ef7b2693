// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.access.Label;

/// An ask was raised: by which post, on which day.
///
/// @param day as in ISO 8601
record Delivery(String office, String day, Label label) {}
