// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.chancery.search.Results;
import org.chancery.search.Search;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Find it, and what hangs on it.
@Controller
class ArchiveController {

    private static final List<String> COLLECTIONS = List.of("CABLE", "FINDING", "PRESS");

    private final Search search;
    private final Cables cables;
    private final Offices offices;

    ArchiveController(Search search, Cables cables, Offices offices) {
        this.search = search;
        this.cables = cables;
        this.offices = offices;
    }

    @GetMapping("/archive")
    String archive(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String collection,
            ReadScope reader,
            Model model) {
        var chosen = COLLECTIONS.contains(collection) ? collection : null;
        try {
            model.addAttribute("results", search.find(q, chosen, 100, reader));
            model.addAttribute("problems", List.of());
        } catch (Refusal refusal) {
            model.addAttribute("results", new Results(List.of(), 0, Map.of()));
            model.addAttribute("problems", refusal.problems());
        }
        model.addAttribute("q", q);
        model.addAttribute("collection", chosen == null ? "" : chosen);
        return "search/archive";
    }

    /// A cable number or the name of a government leads straight there; anything else is searched.
    @GetMapping("/jump")
    String jump(@RequestParam(defaultValue = "") String q, ReadScope reader) {
        var words = q.strip();
        var cable = Mrn.find(words).flatMap(mrn -> cables.find(mrn, reader));
        if (cable.isPresent()) {
            return "redirect:/cables/" + cable.get().mrn().slug();
        }
        for (var government : offices.governments()) {
            if (government.names().byLanguage().containsValue(words)) {
                return "redirect:/governments/"
                        + government.code().value().toLowerCase(Locale.ROOT);
            }
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/archive")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(words)
                        .toUriString();
    }
}
