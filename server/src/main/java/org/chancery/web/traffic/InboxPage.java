// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.cable.CableSummary;
import org.chancery.delivery.Delivery;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxRow;
import org.chancery.draft.Draft;
import org.chancery.kernel.Page;
import org.jspecify.annotations.Nullable;

/// The folders and the list beside a cable.
///
/// @param folder name of a [Folder] in small letters, or `clear`, `drafts`, `sent`
/// @param dueFirst sorted by due time, else newest first
/// @param letter letter of the precedence shown, empty for all
/// @param letters letters of all precedences, highest first
/// @param counts by folder, those without a number are not shown one
/// @param groups rows by due, in order; one group without a key where the list is not by due
public record InboxPage(
        String folder,
        boolean dueFirst,
        String letter,
        List<String> letters,
        Map<String, Integer> counts,
        SequencedMap<String, List<InboxRow>> groups,
        List<CableSummary> sent,
        List<Draft> drafts,
        @Nullable String next) {

    /// Folders of what was received, as they stand in the first part of the pane.
    public static final List<String> QUEUE =
            List.of("action", "assigned", "mine", "info", "clear", "drafts", "sent", "all");

    public static final List<String> DUE = List.of("overdue", "today", "week");

    public InboxPage {
        letters = List.copyOf(letters);
        counts = Map.copyOf(counts);
        sent = List.copyOf(sent);
        drafts = List.copyOf(drafts);
    }

    public boolean empty() {
        return groups.isEmpty() && sent.isEmpty() && drafts.isEmpty();
    }

    /// The query that leads to this list again.
    public String query() {
        return "folder="
                + folder
                + (dueFirst ? "&sort=due" : "&sort=new")
                + (letter.isEmpty() ? "" : "&precedence=" + letter);
    }

    /// The same with another folder, order or precedence.
    public String query(String otherFolder, boolean otherDueFirst, String otherLetter) {
        return new InboxPage(
                        otherFolder,
                        otherDueFirst,
                        otherLetter,
                        letters,
                        counts,
                        groups,
                        sent,
                        drafts,
                        next)
                .query();
    }

    /// Rows under the headings of their due times, where the list is by due.
    static SequencedMap<String, List<InboxRow>> groups(
            Page<InboxRow> rows, boolean dueFirst, Function<Delivery, Delivery.Group> group) {
        var groups = new LinkedHashMap<String, List<InboxRow>>();
        for (var row : rows.rows()) {
            var key = dueFirst ? group.apply(row.copy()).name() : "";
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    static Map<String, Integer> counts(Map<Folder, Integer> received, int toClear, int drafts) {
        var counts = new TreeMap<String, Integer>();
        received.forEach((folder, count) -> counts.put(folder.slug(), count));
        counts.put("clear", toClear);
        counts.put("drafts", drafts);
        return counts;
    }
}
