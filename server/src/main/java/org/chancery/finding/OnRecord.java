// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.task.Task;

/// What stands on record of a task already and goes into its reporting cable. Implemented above this
/// module, which does not know what a post keeps besides its findings.
public interface OnRecord {

    /// In the order in which it happened.
    List<Part> of(Task task, ReadScope reader);

    /// A paragraph of the reporting cable.
    record Part(String heading, String text) {}
}
