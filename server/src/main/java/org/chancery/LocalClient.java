// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to an installation that runs on this machine, with the secret of its home folder.
final class LocalClient {

    private final Server.Running running;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    LocalClient(Server.Running running) {
        this.running = running;
    }

    String token(String name) {
        var answer =
                send(
                        "/api/v1/tokens?for=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                        HttpRequest.BodyPublishers.noBody());
        return json.readTree(answer).path("token").asString();
    }

    /// @param called name of the file for the server
    /// @return number of rows refused
    int load(Path file, String called, Consumer<String> say) throws IOException {
        var name = URLEncoder.encode(called, StandardCharsets.UTF_8);
        var answer =
                json.readTree(
                        send(
                                "/api/v1/imports?name=" + name,
                                HttpRequest.BodyPublishers.ofFile(file)));
        say.accept(
                "%s: %d rows read, %d stored, %d already here, %d refused"
                        .formatted(
                                answer.path("source").asString(),
                                answer.path("read").asInt(),
                                answer.path("stored").asInt(),
                                answer.path("known").asInt(),
                                answer.path("refused").size()));
        for (var row : answer.path("refused")) {
            say.accept(
                    "  line " + row.path("line").asLong() + ": " + row.path("detail").asString());
        }
        return answer.path("refused").size();
    }

    private String send(String path, HttpRequest.BodyPublisher body) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + running.port() + path))
                                    .header("X-Chancery-Local", running.secret())
                                    .header("Content-Type", "text/csv; charset=utf-8")
                                    .POST(body)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                var problem = json.readTree(answer.body());
                throw new StartFailure(
                        problem.path("detail").asString() + " " + problem.path("mend").asString());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StartFailure(
                    "The running installation on port "
                            + running.port()
                            + " does not answer; stop it and try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted; try again.");
        }
    }
}
