// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.Offices;
import org.chancery.evidence.ClaimId;
import org.chancery.evidence.ClaimStatus;
import org.chancery.evidence.Claims;
import org.chancery.evidence.Comparison;
import org.chancery.evidence.EvidenceLine;
import org.chancery.evidence.Indicators;
import org.chancery.evidence.Observation;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// May we say this?
@Controller
class EvidenceController {

    private final Claims claims;
    private final Indicators indicators;
    private final Cables cables;
    private final Offices offices;

    EvidenceController(Claims claims, Indicators indicators, Cables cables, Offices offices) {
        this.claims = claims;
        this.indicators = indicators;
        this.cables = cables;
        this.offices = offices;
    }

    @GetMapping("/claims")
    String list(ReadScope reader, Model model) {
        model.addAttribute("claims", claims.all());
        return "evidence/list";
    }

    @GetMapping("/claims/{id}")
    String show(@PathVariable String id, ReadScope reader, Model model) {
        return page(new ClaimId(id), List.of(), reader, model);
    }

    private String page(ClaimId id, List<Problem> problems, ReadScope reader, Model model) {
        var lines =
                claims.lines(id).stream().collect(Collectors.groupingBy(EvidenceLine::direction));
        model.addAttribute("claims", claims.all());
        model.addAttribute("claim", claims.get(id));
        model.addAttribute("lines", lines);
        model.addAttribute("history", claims.history(id));
        model.addAttribute(
                "sites",
                claims.sites(id).stream()
                        .flatMap(site -> cables.find(Mrn.parse(site.mrn()), reader).stream())
                        .distinct()
                        .toList());
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("problems", problems);
        return "evidence/claim";
    }

    @PostMapping("/claims/{id}/assess")
    String assess(
            @PathVariable String id,
            @RequestParam String status,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model) {
        var claim = new ClaimId(id);
        try {
            claims.assess(claim, place, status(status), reason, actor);
            return "redirect:/claims/" + id;
        } catch (Refusal refusal) {
            return page(claim, refusal.problems(), actor.scope(), model);
        }
    }

    private static ClaimStatus status(String text) {
        try {
            return ClaimStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    KernelRefusal.VALUE_UNKNOWN, text, List.of(ClaimStatus.values()).toString());
        }
    }

    @GetMapping("/indicators")
    String indicators(ReadScope reader, Model model) {
        model.addAttribute("indicators", indicators.all());
        return "evidence/indicators";
    }

    @GetMapping("/indicators/{series}")
    String indicator(@PathVariable String series, ReadScope reader, Model model) {
        model.addAttribute("indicator", indicators.get(series));
        model.addAttribute("observations", indicators.observations(series));
        model.addAttribute("other", other(series));
        return "evidence/indicator";
    }

    /// The series people confuse with this one, drawn beside it in another style and named.
    private List<Observation> other(String series) {
        return Map.of(
                        "US_REFUGEE_CEILING", "US_REFUGEE_ADMITTED",
                        "US_REFUGEE_ADMITTED", "US_REFUGEE_CEILING")
                .entrySet()
                .stream()
                .filter(pair -> pair.getKey().equals(series))
                .flatMap(pair -> indicators.observations(pair.getValue()).stream())
                .toList();
    }

    @GetMapping("/indicators/compare")
    String compare(@RequestParam String a, @RequestParam String b, ReadScope reader, Model model) {
        try {
            Comparison comparison = indicators.compare(a, b);
            model.addAttribute("comparison", comparison);
            model.addAttribute("problems", List.of());
        } catch (Refusal refusal) {
            model.addAttribute("comparison", null);
            model.addAttribute("problems", refusal.problems());
        }
        model.addAttribute("first", indicators.observation(a));
        model.addAttribute("second", indicators.observation(b));
        return "evidence/compare";
    }
}
