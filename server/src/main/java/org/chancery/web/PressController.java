// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.access.ReadScope;
import org.chancery.press.PressDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What is being said, by whom, after whom?
@Controller
class PressController {

    private final PressDesk press;

    PressController(PressDesk press) {
        this.press = press;
    }

    @GetMapping("/press")
    String list(ReadScope reader, Model model) {
        model.addAttribute("clusters", press.clusters());
        return "press/list";
    }

    @GetMapping("/press/{cluster}")
    String cluster(@PathVariable String cluster, ReadScope reader, Model model) {
        model.addAttribute("cluster", press.cluster(cluster));
        return "press/cluster";
    }

    @GetMapping("/press/items/{id}")
    String item(@PathVariable String id, ReadScope reader, Model model) {
        model.addAttribute("item", press.item(id));
        return "press/item";
    }
}
