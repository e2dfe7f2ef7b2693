// SPDX-License-Identifier: Apache-2.0
package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void columnsLineUp() {
        var table =
                Tables.rows(
                        List.of(
                                """
                                {"items": [{"id": "C1", "status": "CONTESTED"}], "next": "k"}
                                """,
                                """
                                {"items": [{"id": "C1a", "status": "SUPPORTED"}], "next": null}
                                """),
                        List.of("id", "status"));

        assertThat(table).isEqualTo("id   status\nC1   CONTESTED\nC1a  SUPPORTED");
    }

    @Test
    void theEndOfAListNamesNoFurtherPage() {
        assertThat(Tables.next("{\"items\": [], \"next\": \"k\"}")).isEqualTo("k");
        assertThat(Tables.next("{\"items\": [], \"next\": null}")).isEmpty();
    }

    @Test
    void theBoardSaysWordAndDeed() {
        var table =
                Tables.board(
                        """
                        {"asks": ["A1"], "rows": [{"government": "DE", "cells":
                          {"A1": {"word": {"step": "OPPOSES"}, "deed": {"step": "SUPPORTS"}}}}]}
                        """);

        assertThat(table).isEqualTo("    A1\nDE  OPPOSES / SUPPORTS");
    }

    @Test
    void aProblemIsSaidWithItsCodeAndMend() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v1/claims",
                exchange -> {
                    var body =
                            "{\"code\":\"ACC-014\",\"detail\":\"The token is not valid.\",\"mend\":\"Print a new one.\"}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(401, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            var installation =
                    new Installation("http://127.0.0.1:" + server.getAddress().getPort(), "x");

            var refused =
                    org.assertj.core.api.Assertions.catchThrowableOfType(
                            Refused.class, () -> installation.get("/claims"));

            assertThat(refused).hasMessage("ACC-014: The token is not valid. Print a new one.");
        } finally {
            server.stop(0);
        }
    }
}
