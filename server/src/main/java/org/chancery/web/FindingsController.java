// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class FindingsController {

    private final Findings findings;
    private final Offices offices;

    FindingsController(Findings findings, Offices offices) {
        this.findings = findings;
        this.offices = offices;
    }

    @GetMapping("/findings/{id}")
    String show(@PathVariable String id, ReadScope reader, Model model) {
        var finding = findings.get(FindingId.parse(id), reader);
        model.addAttribute("finding", finding);
        model.addAttribute("government", offices.government(finding.facts().government()));
        return "finding/show";
    }
}
