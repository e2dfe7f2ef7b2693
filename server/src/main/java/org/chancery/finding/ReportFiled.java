// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.UUID;

/// A post has filed a report; its cable waits for release. Published in the transaction of the act.
public record ReportFiled(UUID report, String instruction, String office) {}
