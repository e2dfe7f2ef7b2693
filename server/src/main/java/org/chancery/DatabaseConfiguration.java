// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
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
