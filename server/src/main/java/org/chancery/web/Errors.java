// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/// A refusal becomes a page that names each problem and its mend. What is our own fault is logged
/// under an incident number, and the page says the number and nothing else.
@ControllerAdvice(annotations = Controller.class, basePackages = "org.chancery.web")
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        var status = refusal.first().code().kind().status();
        response.setStatus(status);
        return page(status, refusal.problems(), "");
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        TypeMismatchException.class,
        IllegalArgumentException.class
    })
    ModelAndView malformed(HttpServletResponse response) {
        response.setStatus(400);
        return page(400, List.of(), "");
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException
                || failure instanceof AsyncRequestNotUsableException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            response.setStatus(known.getStatusCode().value());
            return page(known.getStatusCode().value(), List.of(), "");
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}", incident, failure);
        response.setStatus(500);
        return page(500, List.of(), incident);
    }

    private static ModelAndView page(int status, List<Problem> problems, String incident) {
        var page = new ModelAndView("error/problem");
        page.addObject("status", status);
        page.addObject("problems", problems);
        page.addObject("incident", incident);
        return page;
    }
}
