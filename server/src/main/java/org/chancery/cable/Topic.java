// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import org.chancery.directory.Names;

/// A subject tag in force, from the policy file: `SMIG`.
public record Topic(String code, Names names) {}
