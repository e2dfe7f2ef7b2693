// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// A test in the whole application with the worked example loaded, on a clone of the migrated
/// template database. Classes share one context, so a test names its own records and does not count
/// everybody's.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Chancery.class,
        properties = {
            "chancery.home=target/test-home",
            "chancery.local-secret=test",
            "chancery.example=migration-2025",
            "chancery.exercise=true"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DatabaseTest.FreshDatabase.class)
@Import(DatabaseTest.Example.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface DatabaseTest {

    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "chancery.database=" + database.url(),
                    "chancery.database-user=" + database.user(),
                    "chancery.database-password=" + database.password());
        }
    }

    /// Imported, not scanned: no other application of the tests wants it.
    class Example {

        @Bean
        ApplicationRunner example(List<FirstRun> firstRuns) {
            return arguments -> firstRuns.forEach(first -> first.run(line -> {}));
        }
    }
}
