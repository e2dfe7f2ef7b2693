// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;
import java.util.Set;
import org.chancery.directory.OfficeCode;

/// A cable that may go, about to be released.
///
/// @param draft identity of the text it was written as
/// @param addressees worked out for the day of release, each office once
/// @param banner rank of its level
/// @param captions those that narrow who may read it
/// @param everybody every office may read it, whoever it is addressed to
public record NewCable(
        DraftId draft,
        OfficeCode from,
        Content content,
        List<Addressee> addressees,
        int banner,
        Set<String> captions,
        boolean everybody) {

    public NewCable {
        addressees = List.copyOf(addressees);
        captions = Set.copyOf(captions);
    }
}
