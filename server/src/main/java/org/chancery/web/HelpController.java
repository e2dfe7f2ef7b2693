// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.access.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HelpController {

    @GetMapping("/help")
    String show(Actor actor) {
        return "help/show";
    }
}
