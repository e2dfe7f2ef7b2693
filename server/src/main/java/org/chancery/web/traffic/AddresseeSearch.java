// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.directory.Collective;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Texts;

/// A search for addressees: offices and collectives by code, name or city.
///
/// @param named codes the field has already
/// @param q part of a code or a name, empty finds everything
public record AddresseeSearch(Offices offices, Set<String> named, String q) {

    public AddresseeSearch {
        named = Set.copyOf(named);
    }

    /// An office or a collective that can be named.
    ///
    /// @param kind `collective`, `post`, `bureau` or `correspondent`
    /// @param members how many a collective has, 0 for an office
    /// @param shared how many of them the field names already
    /// @param within code of a collective of the field that holds them all, empty if none does
    /// @param named stands in the field already
    public record Match(
            String code,
            String name,
            String kind,
            int members,
            int shared,
            String within,
            boolean named) {}

    /// What fits, in the reader's language: those whose code begins with it first.

    public List<Match> matches(Texts texts) {
        var sought = q.strip().toUpperCase(Locale.ROOT);
        var all = new ArrayList<Match>();
        var collectives = offices.collectives();
        var within = within(collectives);
        for (var list : collectives) {
            var name = list.names().in(texts.locale());
            if (fits(sought, list.code(), name)) {
                all.add(match(list, name, within));
            }
        }
        for (var office : offices.all()) {
            var name = office.names().in(texts.locale());
            if (fits(sought, office.code().value(), name)) {
                all.add(
                        new Match(
                                office.code().value(),
                                name,
                                kind(office),
                                0,
                                0,
                                "",
                                named.contains(office.code().value())));
            }
        }
        all.sort(
                Comparator.comparing((Match match) -> !match.code().startsWith(sought))
                        .thenComparing(match -> !match.kind().equals("collective"))
                        .thenComparing(Match::code));
        return all;
    }

    private static boolean fits(String sought, String code, String name) {
        return code.contains(sought) || name.toUpperCase(Locale.ROOT).contains(sought);
    }

    /// Each office the field names, with a collective through which it does, empty for itself.
    private Map<OfficeCode, String> within(List<Collective> collectives) {
        var result = new HashMap<OfficeCode, String>();
        collectives.stream()
                .filter(list -> named.contains(list.code()))
                .forEach(list -> list.members().forEach(m -> result.put(m, list.code())));
        offices.byCode().keySet().stream()
                .filter(code -> named.contains(code.value()))
                .forEach(code -> result.putIfAbsent(code, ""));
        return result;
    }

    private Match match(Collective list, String name, Map<OfficeCode, String> within) {
        var shared = list.members().stream().filter(within::containsKey).toList();
        var through = new HashSet<String>();
        shared.forEach(member -> through.add(within.getOrDefault(member, "")));
        return new Match(
                list.code(),
                name,
                "collective",
                list.members().size(),
                shared.size(),
                shared.size() == list.members().size() && through.size() == 1
                        ? through.iterator().next()
                        : "",
                named.contains(list.code()));
    }

    private static String kind(Office office) {
        return switch (office) {
            case Office.Post _ -> "post";
            case Office.Bureau _ -> "bureau";
            case Office.Correspondent _ -> "correspondent";
        };
    }
}
