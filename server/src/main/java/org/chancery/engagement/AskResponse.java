// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// What a government answered on one ask.
///
/// @param ask label of the ask: `A1`
/// @param words what was said, as reported; the reason where it was not raised
public record AskResponse(String ask, Code code, String words) {

    /// From towards to against, then the two that are no answer.
    public enum Code {
        ACCEPTED,
        ACCEPTED_IN_PART,
        TOOK_NOTE,
        WILL_CONSULT,
        DECLINED,
        PROTESTED,
        NOT_RAISED,
        NO_RESPONSE
    }
}
