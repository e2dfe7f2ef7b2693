// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import org.chancery.kernel.RefusalCode;

/// Why a file is not taken. All of it is one rule, MSG-033.
public enum AttachmentRefusal implements RefusalCode {
    ATTACHMENT_NAME_MALFORMED,
    ATTACHMENT_EMPTY,
    ATTACHMENT_TOO_LARGE,
    ATTACHMENT_TYPE_NOT_ACCEPTED,
    ATTACHMENT_NAME_DISAGREES,
    ATTACHMENT_WITH_MACROS,
    ATTACHMENT_PDF_ACTIVE,
    ATTACHMENT_ENCRYPTED,
    ATTACHMENT_TOO_MANY_FILES,
    ATTACHMENT_UNPACKS_TOO_LARGE,
    ATTACHMENT_NESTED_TOO_DEEP,
    ATTACHMENT_PATH_UNSAFE,
    ATTACHMENT_UNREADABLE;

    @Override
    public String code() {
        return "MSG-033";
    }

    @Override
    public Kind kind() {
        return Kind.CONTENT;
    }
}
