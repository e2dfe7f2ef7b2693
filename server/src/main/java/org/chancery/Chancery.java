// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application: all modules below this package.
@SpringBootApplication
@Modulithic(systemName = "Chancery")
class Chancery {}
