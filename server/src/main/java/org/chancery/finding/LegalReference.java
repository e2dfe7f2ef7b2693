// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;

/// One name of an act: number in a gazette, ELI, CELEX, bill number (MEA-006). Validated, never
/// required: national coverage of the standards is partial.
///
/// @param value as the source writes it
/// @param uri http or https address, empty if none is known
/// @param source who says so, may be empty
/// @param checked a person looked it up in the register itself
public record LegalReference(
        Scheme scheme, String value, String uri, String source, boolean checked) {

    public enum Scheme {
        ELI,
        CELEX,
        ECLI,
        GAZETTE,
        BILL,
        EXECUTIVE_ORDER,
        OTHER
    }

    public enum State {
        STATED,
        CHECKED,
        /// Another reference of the same scheme differs; both stand.
        CONFLICT
    }

    /// @param scheme the scheme in which they differ
    /// @param values as written, in the order they were recorded, at least two
    public record Conflict(Scheme scheme, List<String> values) {

        public Conflict {
            values = List.copyOf(values);
        }

        /// “Gazette numbers 256 and 257 are both recorded.” (MEA-006)
        public Problem notice() {
            return Problem.at(
                    "references",
                    MeasureRefusal.REFERENCES_DIFFER,
                    scheme.name(),
                    String.join(", ", values.subList(0, values.size() - 1)),
                    values.getLast());
        }
    }

    /// @throws Refusal `VALUE_MISSING`, `SOURCE_ADDRESS_MALFORMED`, both if both apply
    public LegalReference {
        new Problems()
                .require(!value.isBlank(), "", KernelRefusal.VALUE_MISSING, scheme.name())
                .require(
                        uri.isEmpty() || uri.matches("https?://\\S+"),
                        "",
                        FindingRefusal.SOURCE_ADDRESS_MALFORMED,
                        uri)
                .refuse();
    }

    /// @param all references of the measure, this one among them
    public State state(List<LegalReference> all) {
        if (all.stream().anyMatch(this::differs)) {
            return State.CONFLICT;
        }
        return checked ? State.CHECKED : State.STATED;
    }

    /// `OTHER` is no scheme: two names of it say nothing against each other.
    private boolean differs(LegalReference other) {
        return scheme == other.scheme
                && scheme != Scheme.OTHER
                && !plain(value).equals(plain(other.value));
    }

    private static String plain(String value) {
        return value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// What of these differs within its scheme, in the order of the schemes.
    public static List<Conflict> conflicts(List<LegalReference> all) {
        var found = new ArrayList<Conflict>();
        for (var scheme : Scheme.values()) {
            var values =
                    all.stream()
                            .filter(reference -> reference.scheme == scheme)
                            .filter(reference -> reference.state(all) == State.CONFLICT)
                            .map(reference -> reference.value.strip())
                            .distinct()
                            .toList();
            if (values.size() > 1) {
                found.add(new Conflict(scheme, values));
            }
        }
        return found;
    }
}
