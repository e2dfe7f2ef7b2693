// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether the server and its database answer; nothing else.
@RestController
class HealthController {

    private final JdbcClient jdbc;

    HealthController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Open("tells only that the server is up")
    @GetMapping(value = "/health", produces = "text/plain")
    String health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return "up\n";
    }
}
