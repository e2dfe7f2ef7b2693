// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

/// The policies that come with the program, for tests of other modules.
public final class ShippedPolicies {

    private ShippedPolicies() {}

    public static Policy read(String name) {
        return PolicySource.find(name).read();
    }
}
