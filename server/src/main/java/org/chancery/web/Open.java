// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a handler that asks for no [org.chancery.access.ReadScope] or
/// [org.chancery.access.Actor], and says why that is safe. A test lists the rest.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {

    /// The reason, for the reviewer.
    String value();
}
