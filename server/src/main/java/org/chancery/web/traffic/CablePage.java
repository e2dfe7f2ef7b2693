// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.cable.Cable;
import org.chancery.cable.Follower;
import org.chancery.cable.Reference;
import org.chancery.delivery.AlertStep;
import org.chancery.delivery.Delivery;
import org.chancery.delivery.DeliveryEvent;
import org.chancery.delivery.Distribution;
import org.chancery.delivery.LedgerLine;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.evidence.Verdict;
import org.chancery.instruction.Instruction;
import org.chancery.policy.Handling;
import org.chancery.task.Task;
import org.jspecify.annotations.Nullable;

/// A cable as its page shows it, in one of its views.
///
/// @param view `text`, `raw`, `references`, `replies`, `history`, `addressees`
/// @param own copy of the reader's office, null if it has none
/// @param instruction what the cable asks, null if nothing
/// @param tasks of the reader's office for that instruction, not yet answered
/// @param references in the order of the cable
/// @param followers later cables that refer to it
/// @param staff of the reader's office, to assign and distribute to
/// @param names of people by identity and by name to sign in, for those shown in this view
/// @param trail facts of the view, empty in those that do not show them
public record CablePage(
        Cable cable,
        String view,
        Handling.Level level,
        @Nullable Delivery own,
        @Nullable Instruction instruction,
        List<Task> tasks,
        List<Line> references,
        List<Follower> followers,
        Map<UUID, Verdict> verdicts,
        List<StaffMember> staff,
        Names names,
        Trail trail) {

    public CablePage {
        tasks = List.copyOf(tasks);
        references = List.copyOf(references);
        followers = List.copyOf(followers);
        verdicts = Map.copyOf(verdicts);
        staff = List.copyOf(staff);
    }

    /// @param letter as it is cited: `A`
    /// @param slug of the cable's page, null where the reader may not open it (MSG-022)
    public record Line(String letter, Reference reference, @Nullable String slug) {}

    /// @param raw text as released, empty in other views
    public record Trail(
            String raw,
            List<LedgerLine> ledger,
            List<DeliveryEvent> history,
            List<AlertStep> alerts,
            List<Distribution> distribution) {

        public static final Trail NONE = new Trail("", List.of(), List.of(), List.of(), List.of());
    }

    /// Who people are.
    public record Names(Map<StaffId, String> byId, Map<String, String> bySignIn) {

        public String of(@Nullable StaffId person) {
            return person == null ? "" : byId.getOrDefault(person, "");
        }

        public String of(@Nullable String signIn) {
            return signIn == null ? "" : bySignIn.getOrDefault(signIn, signIn);
        }
    }

    public List<Follower> followers(Reference.Relation relation) {
        return followers.stream().filter(later -> later.relation() == relation).toList();
    }

    /// A text of one paragraph carries no number (MSG-011).
    public boolean numbered() {
        return cable.content().paragraphs().size() > 1;
    }
}
