// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The one choice of database: embedded, or an outside PostgreSQL by its JDBC address. Migrations,
/// pool and sessions follow it; the SQL is the same.
@Configuration
class DatabaseConfiguration {

    /// Held as long as the context lives; closed after the database.
    @Bean
    @Lazy
    InstanceLock instanceLock(@Value("${chancery.home}") Path home) {
        return InstanceLock.take(HomeFolder.open(home));
    }

    @Bean
    @Lazy
    EmbeddedPostgres embeddedPostgres(@Value("${chancery.home}") Path home, InstanceLock lock) {
        return EmbeddedPostgres.start(HomeFolder.open(home));
    }

    @Bean
    JdbcConnectionDetails database(
            @Value("${chancery.database:embedded}") String database,
            @Value("${chancery.database-user:chancery}") String user,
            @Value("${chancery.database-password:}") String password,
            org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded) {
        if (database.equals("embedded")) {
            var postgres = embedded.getObject();
            return new Address(postgres.url(), EmbeddedPostgres.USER, postgres.password());
        }
        if (database.startsWith("jdbc:postgresql:")) {
            return new Address(database, user, password);
        }
        throw new StartFailure(
                "CHANCERY_DATABASE is '"
                        + database
                        + "'; write 'embedded' or a jdbc:postgresql: address.");
    }

    /// Until a version is released its migrations are edited in place, so a store written by an
    /// earlier one does not fit.
    @Bean
    FlywayMigrationStrategy migrations(
            @Value("${chancery.home}") Path home,
            @Value("${chancery.database:embedded}") String database) {
        return flyway -> {
            try {
                flyway.migrate();
            } catch (FlywayValidateException e) {
                var store =
                        database.equals("embedded")
                                ? "folder " + home.toAbsolutePath().normalize()
                                : "database " + database.replaceFirst("[?].*", "");
                throw new StartFailure(
                        "The "
                                + store
                                + " was written by an earlier development version; move it away"
                                + " and start again.");
            }
        };
    }

    private record Address(String url, String user, String password)
            implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
