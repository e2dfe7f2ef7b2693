// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import org.chancery.access.Label;

/// A record as it goes into the index.
record Indexed(
        String collection,
        String key,
        String title,
        String body,
        String date,
        String place,
        Label label) {}
