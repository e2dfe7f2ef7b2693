// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.cable.Addressing;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;

/// What became of one addressee's copy.
///
/// @param precedence code of the precedence of this copy
/// @param via collective that brought the office in, empty if it was named itself
/// @param due when this office is to have it in hand, null for information copies (TSK-001)
/// @param openedAt when somebody of the office first opened it, null if nobody has
/// @param openedBy sign-in name of that reader
/// @param assignedTo who of the office is to see to it, null if nobody is named
/// @param handledAt when it was marked as done, null while it is not
public record Delivery(
        OfficeCode office,
        Addressing role,
        String precedence,
        String via,
        DeliveryState state,
        @Nullable Instant due,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable StaffId assignedTo,
        @Nullable Instant handledAt) {

    /// @throws IllegalArgumentException for an information copy with a due time (TSK-001)
    public Delivery {
        if (role == Addressing.INFO && due != null) {
            throw new IllegalArgumentException(office + " owes nothing for information (TSK-001)");
        }
    }

    /// A copy of a cable just released.
    static Delivery first(
            OfficeCode office,
            Addressing role,
            String precedence,
            String via,
            DeliveryState state,
            @Nullable Instant due) {
        return new Delivery(office, role, precedence, via, state, due, null, null, null, null);
    }

    public boolean acknowledged() {
        return state instanceof DeliveryState.Acknowledged;
    }

    /// Nobody of the office has said that they have it in hand.
    public boolean waiting() {
        return state.arrived() && !acknowledged() && handledAt == null;
    }

    /// The same without the names of people.
    Delivery unnamed() {
        return new Delivery(
                office,
                role,
                precedence,
                via,
                state.unnamed(),
                due,
                openedAt,
                null,
                null,
                handledAt);
    }

    /// Which part of a list by due time it stands in.
    ///
    /// @param zone of the office
    public Group group(Instant now, ZoneId zone) {
        if (handledAt != null) {
            return Group.DONE;
        }
        if (acknowledged()) {
            return Group.ACKNOWLEDGED;
        }
        if (due == null) {
            return Group.NO_DUE;
        }
        if (due.isBefore(now)) {
            return Group.OVERDUE;
        }
        var today = LocalDate.ofInstant(now, zone);
        if (due.isBefore(Folder.endOfDay(today, zone))) {
            return Group.TODAY;
        }
        return due.isBefore(Folder.endOfWeek(today, zone)) ? Group.WEEK : Group.LATER;
    }

    /// Parts of a list by due time, in their order.
    public enum Group {
        OVERDUE,
        TODAY,
        WEEK,
        LATER,
        NO_DUE,
        ACKNOWLEDGED,
        DONE
    }
}
