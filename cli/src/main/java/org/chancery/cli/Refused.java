// SPDX-License-Identifier: Apache-2.0
package org.chancery.cli;

/// The installation said no, or did not answer; the message says what and the mend.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message, null);
    }
}
