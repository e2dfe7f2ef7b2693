// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.brief;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.press.PressDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
        return page(id, "", List.of(), model);
    }

    /// Keeps the text of the article; what is wrong is said at the field and the text stays.
    @PostMapping("/press/items/{id}/text")
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            press.keepText(id, text, actor);
            return "redirect:/press/items/" + id + "#text";
        } catch (Refusal refusal) {
            if (refusal.first().code().kind() != RefusalCode.Kind.CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.first().code().kind().status());
            return page(id, text, refusal.problems(), model);
        }
    }

    private String page(String id, String typed, List<Problem> problems, Model model) {
        model.addAttribute("item", press.item(id));
        model.addAttribute("text", press.text(id));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "press/item";
    }
}
