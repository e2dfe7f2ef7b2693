// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One PostgreSQL for all tests of this JVM, migrated once; each test gets a clone of the migrated
/// template, which takes some 50 ms. The server ends with the JVM: its watchdog sees the pipe close.
public final class TestDatabase {

    private static final AtomicInteger CLONES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    private TestDatabase() {}

    /// An address of a fresh, migrated database.
    public static synchronized Address fresh() {
        var server = server();
        var name = "test_" + CLONES.incrementAndGet();
        execute(server, "create database " + name + " template migrated");
        return new Address(server.url(name), EmbeddedPostgres.USER, server.password());
    }

    public record Address(String url, String user, String password) {

        public DataSource dataSource() {
            return new DriverManagerDataSource(url, user, password);
        }
    }

    private static EmbeddedPostgres server() {
        var running = postgres;
        if (running == null) {
            running = start();
            postgres = running;
        }
        return running;
    }

    private static EmbeddedPostgres start() {
        var home =
                HomeFolder.open(
                        Path.of("target", "test-database", "jvm-" + ProcessHandle.current().pid()));
        var server =
                EmbeddedPostgres.start(
                        home, "fsync=off", "full_page_writes=off", "synchronous_commit=off");
        execute(server, "create database migrated");
        Flyway.configure()
                .dataSource(server.url("migrated"), EmbeddedPostgres.USER, server.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return server;
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
