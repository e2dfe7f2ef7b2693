// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.List;
import java.util.stream.Collectors;

/// Something a person can mend: a rule said no. Carries every problem of the input, never only the
/// first. Whatever is thrown and is not a `Refusal` is our own fault.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::detail).collect(Collectors.joining(" ")), null);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    public Refusal(RefusalCode code, Object... arguments) {
        this(Problem.of(code, arguments));
    }

    /// The one answer for "is not there" and "is not for you".
    public static Refusal absent(String what) {
        return new Refusal(Problem.of(KernelRefusal.ABSENT, what));
    }

    public List<Problem> problems() {
        return problems;
    }

    /// The problem that decides status and code of the whole answer.
    public Problem first() {
        return problems.getFirst();
    }

    public String mend() {
        return first().mend();
    }
}
