// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.List;

/// One thing wrong with one value, ready to be said in any language.
///
/// @param code the rule that refuses
/// @param field name of the input it concerns, empty when it concerns the whole act
/// @param arguments values for the text: strings, numbers, instants; never a record of another module
public record Problem(RefusalCode code, String field, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(RefusalCode code, Object... arguments) {
        return new Problem(code, "", List.of(arguments));
    }

    public static Problem at(String field, RefusalCode code, Object... arguments) {
        return new Problem(code, field, List.of(arguments));
    }

    /// What is wrong, in English; pages and API say it in the reader's language through [Texts].
    public String detail() {
        return Texts.english().detail(this);
    }

    /// What to do about it, in English.
    public String mend() {
        return Texts.english().mend(this);
    }
}
