// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a post is given besides its points: why, against what, with which paper, and whom to ask.
///
/// @param background paragraphs, in order
/// @param material what is to be left or handed over, as text; files hang on the cable
/// @param contact null in instructions of before it was required
public record Guidance(
        List<String> background,
        List<Argument> arguments,
        List<String> material,
        @Nullable Contact contact) {

    public Guidance {
        background = List.copyOf(background);
        arguments = List.copyOf(arguments);
        material = List.copyOf(material);
    }
}
