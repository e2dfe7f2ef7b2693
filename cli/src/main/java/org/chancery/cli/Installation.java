// SPDX-License-Identifier: Apache-2.0
package org.chancery.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A running installation, asked over HTTP.
record Installation(String url, String token) {

    /// @param path below /api/v1, with its query
    /// @return the answer as JSON
    /// @throws Refused with code, reason and mend
    String get(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Accept", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 400) {
                    throw new Refused(problem(answer.body(), answer.statusCode()));
                }
                return answer.body();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(
                    "Nobody answers at " + url + "; start one with ./chancery demo, or set --url.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted; try again.");
        }
    }

    private static String problem(String body, int status) {
        try {
            var problem = new JsonMapper().readTree(body);
            return problem.path("code").asString()
                    + ": "
                    + problem.path("detail").asString()
                    + " "
                    + problem.path("mend").asString();
        } catch (JacksonException e) {
            return "The answer was " + status + " and no problem description; check --url.";
        }
    }
}
