// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

/// What the evidence says of a claim. Said of both sides alike.
public enum ClaimStatus {
    SUPPORTED,
    CONTESTED,
    CONTRADICTED,
    UNSUPPORTED,
    NOT_ASSESSED,
    NOT_CHECKABLE
}
