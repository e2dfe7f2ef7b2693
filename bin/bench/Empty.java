// SPDX-License-Identifier: Apache-2.0
package org.chancery.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// An application that does nothing, with every dependency of the product on its class path: the
/// baseline of ./bench start. What needs a database is left out, for it has none.
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration"
        })
public class Empty {

    public static void main(String[] arguments) {
        SpringApplication.run(Empty.class, arguments);
    }
}
