// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    @Open("the way in")
    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) String failed,
            @RequestParam(required = false) String out,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        return "sign-in/form";
    }

    @Open("leads to a page that asks")
    @GetMapping("/")
    String start() {
        return "redirect:/today";
    }
}
