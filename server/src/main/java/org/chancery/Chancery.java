// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.Modulithic;

/// The application: all modules below this package.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
@Modulithic(systemName = "Chancery")
class Chancery {}
