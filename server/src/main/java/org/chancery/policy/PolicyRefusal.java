// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import org.chancery.kernel.RefusalCode;

/// What can be wrong with a policy file; the start ends with all of it at once.
public enum PolicyRefusal implements RefusalCode {
    POLICY_FILE_MISSING,
    POLICY_FILE_WRONG,
    POLICY_UNREADABLE,
    POLICY_KEY_MISSING,
    POLICY_KEY_UNKNOWN,
    POLICY_VALUE_WRONG,
    POLICY_VALUE_TWICE,
    POLICY_REFERENCE_UNKNOWN;

    @Override
    public String code() {
        return "POL-001";
    }

    @Override
    public Kind kind() {
        return Kind.CONTENT;
    }
}
