// SPDX-License-Identifier: Apache-2.0
package org.chancery;

/// The server cannot start for a reason the operator can mend. The message is one sentence with the
/// mend; it is printed without a stack trace and the exit code is 1.
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(sentence, null);
    }
}
