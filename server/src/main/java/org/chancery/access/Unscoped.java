// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a query that takes no reader's scope, and says why that is safe. A test lists the rest.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Unscoped {

    /// The reason, for the reviewer.
    String value();
}
