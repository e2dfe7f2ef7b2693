// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Who may say where a government stands: the desk for all, a post for those it is accredited to.
@Component
class Accreditation {

    private final Offices offices;

    Accreditation(Offices offices) {
        this.offices = offices;
    }

    /// @throws Refusal `NOT_PERMITTED` without the right to report, `NOT_ACCREDITED` (POS-017) for
    ///   another post's government
    void require(GovernmentCode government, Actor actor) {
        if (desk(actor)) {
            return;
        }
        actor.require(Permission.REPORT);
        if (!(offices.get(actor.office()) instanceof Office.Post post)
                || !post.accreditedTo().contains(government)) {
            throw new Refusal(
                    PositionRefusal.NOT_ACCREDITED, actor.office().value(), government.value());
        }
    }

    static boolean desk(Actor actor) {
        return actor.may(Permission.CONFIRM_POSITION);
    }
}
