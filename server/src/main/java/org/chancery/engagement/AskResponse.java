// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// What a government answered on one ask.
///
/// @param ask label of the ask: `A1`
/// @param words what was said, as reported; the reason where it was not raised
/// @param approach how this ask was taken, where it differs from the whole
public record AskResponse(String ask, Code code, String words, Approach approach) {

    public AskResponse(String ask, Code code, String words) {
        this(ask, code, words, Approach.UNSAID);
    }

    /// From towards to against, then those that say neither, then the two that are no answer.
    public enum Code {
        ACCEPTED,
        ACCEPTED_IN_PART,
        TOOK_NOTE,
        WILL_CONSULT,
        DECLINED,
        PROTESTED,
        REFERRED_ELSEWHERE,
        COUNTER_PROPOSAL,
        NOT_RAISED,
        NO_RESPONSE;

        /// The government has said something on the ask.
        public boolean answers() {
            return this != NOT_RAISED && this != NO_RESPONSE;
        }
    }
}
