// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.AccessRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/// Errors as problem details of RFC 9457, with the rule's `code` and the `mend`; in the language the
/// caller accepts. Callers rely on `code` and `status`, never on the words.
@RestControllerAdvice(basePackages = "org.chancery.api")
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
        return answer(refusal.first().code().kind().status(), body(refusal.problems(), request));
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        HttpMessageNotReadableException.class,
        IllegalArgumentException.class
    })
    ResponseEntity<Map<String, Object>> malformed(HttpServletRequest request) {
        var body = head("REQ-001", 400, request);
        body.put("detail", texts(request).say("shell.malformed"));
        body.put("mend", texts(request).say("shell.malformedMend"));
        return answer(400, body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = known.getStatusCode().value();
            var body = head("REQ-" + status, status, request);
            body.put("detail", texts(request).say("shell.malformed"));
            body.put("mend", texts(request).say("shell.malformedMend"));
            return answer(status, body);
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}", incident, failure);
        var body = head("SRV-001", 500, request);
        body.put("detail", texts(request).say("shell.failedSafe"));
        body.put("mend", texts(request).say("shell.reference", incident));
        return answer(500, body);
    }

    void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = body(List.of(Problem.of(AccessRefusal.TOKEN_INVALID)), request);
        body.put("status", 401);
        body.put("title", "Unauthorized");
        response.setStatus(401);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private Map<String, Object> body(List<Problem> problems, HttpServletRequest request) {
        var texts = texts(request);
        var first = problems.getFirst();
        var body = head(first.code().code(), first.code().kind().status(), request);
        body.put("detail", texts.detail(first));
        body.put("mend", texts.mend(first));
        body.put(
                "problems",
                problems.stream()
                        .map(
                                problem ->
                                        Map.of(
                                                "code", problem.code().code(),
                                                "field", problem.field(),
                                                "detail", texts.detail(problem),
                                                "mend", texts.mend(problem)))
                        .toList());
        return body;
    }

    private static Map<String, Object> head(String code, int status, HttpServletRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + code.toLowerCase(Locale.ROOT));
        var known = HttpStatus.resolve(status);
        body.put("title", known == null ? "Error" : known.getReasonPhrase());
        body.put("status", status);
        body.put("code", code);
        body.put("instance", request.getRequestURI());
        return body;
    }

    private static Texts texts(HttpServletRequest request) {
        return Texts.in(request.getLocale());
    }

    private static ResponseEntity<Map<String, Object>> answer(
            int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
