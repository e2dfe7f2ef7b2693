// SPDX-License-Identifier: Apache-2.0
/// Pages of administration: offices, people, the policy, the audit.
@NullMarked
package org.chancery.web.admin;

import org.jspecify.annotations.NullMarked;
