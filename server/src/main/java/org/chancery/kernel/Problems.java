// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with an input, so that a form with five mistakes reports five.
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public Problems add(Problem problem) {
        found.add(problem);
        return this;
    }

    /// Adds the problem when the condition does not hold.
    public Problems require(
            boolean condition, String field, RefusalCode code, Object... arguments) {
        if (!condition) {
            found.add(Problem.at(field, code, arguments));
        }
        return this;
    }

    /// Runs a part that may refuse and keeps its problems, placed at the field.
    public Problems attempt(String field, Runnable part) {
        try {
            part.run();
        } catch (Refusal refusal) {
            for (var problem : refusal.problems()) {
                found.add(
                        problem.field().isEmpty()
                                ? new Problem(problem.code(), field, problem.arguments())
                                : problem);
            }
        }
        return this;
    }

    /// A word of a vocabulary; one it does not have is a problem at the field.
    ///
    /// @param ifEmpty where nothing is chosen, and where the word is not known
    public <E extends Enum<E>> E word(Class<E> vocabulary, String field, String text, E ifEmpty) {
        if (text.isEmpty()) {
            return ifEmpty;
        }
        try {
            return Enum.valueOf(vocabulary, text);
        } catch (IllegalArgumentException e) {
            add(
                    Problem.at(
                            field,
                            KernelRefusal.VALUE_UNKNOWN,
                            text,
                            List.of(vocabulary.getEnumConstants()).toString()));
            return ifEmpty;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /// @throws Refusal with every problem collected, if there is one
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Refusal(found);
        }
    }
}
