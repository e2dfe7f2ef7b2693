// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

/// A task has moved on. Published in the transaction of the act.
public record TaskChanged(String task, String instruction, String office) {}
