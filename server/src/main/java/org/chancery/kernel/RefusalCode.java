// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

/// One coded rule, or one variant of its text. Implemented by an enum per module; the texts stand in
/// the message bundles as `refusal.NAME.detail` and `refusal.NAME.mend` in each language.
public interface RefusalCode {

    /// Stable code of the rule for API, command line and audit, for example `MSG-002`.
    String code();

    /// Name of the variant, the key of its texts. Enums get it for free.
    String name();

    Kind kind();

    /// What sort of mistake it is; decides the HTTP status.
    enum Kind {
        /// The content is wrong or incomplete: 422.
        CONTENT(422),
        /// The act does not fit the state of the record: 409.
        STATE(409),
        /// The person may not do this: 403.
        AUTHORITY(403),
        /// Not there, or not for this reader; the two are never told apart: 404.
        ABSENT(404);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
