// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.UUID;

/// A record was taken back within its ten minutes. Published in the transaction of the act.
public record DemarcheTakenBack(UUID demarche, String instruction, String office) {}
