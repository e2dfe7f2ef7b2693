// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.function.Consumer;

/// Something a start does once the server is up and before it says that it is ready. A second start
/// finds its work done.
interface FirstRun {

    /// @param say prints a line of progress
    void run(Consumer<String> say);

    /// What to print under the address.
    default void farewell(Consumer<String> say) {}
}
