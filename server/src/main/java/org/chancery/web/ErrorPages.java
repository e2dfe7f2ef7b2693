// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Errors outside any handler: unknown address, refused form token.
@Controller
class ErrorPages implements ErrorController {

    @Open("drawn for whatever was asked, with nothing of it")
    @RequestMapping("/error")
    String error(HttpServletRequest request, Model model) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        model.addAttribute("status", code instanceof Integer number ? number : 500);
        model.addAttribute("problems", List.of());
        model.addAttribute("incident", "");
        return "error/problem";
    }
}
