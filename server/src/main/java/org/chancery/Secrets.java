// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Random words that nobody chose.
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 256 random bits as 64 hexadecimal digits.
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
