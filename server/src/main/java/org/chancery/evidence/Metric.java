// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

/// What kind of number a series is. Two kinds are never set side by side without a word (IND-003).
public enum Metric {
    CEILING,
    TARGET,
    QUOTA,
    APPLICATIONS,
    ADMISSIONS,
    FLOW,
    SHARE,
    RATIO,
    INDEX,
    REPORTED_FACT
}
