// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.draft.ChangeCheck;
import org.chancery.draft.Draft;
import org.chancery.kernel.Problem;
import org.springframework.stereotype.Component;

/// Lets an alternative view be changed or taken out by nobody but its author (CLR-007). Moving it is
/// not changing it.
@Component
class DissentCheck implements ChangeCheck {

    @Override
    public List<Problem> check(Draft before, Content after, Actor actor) {
        return before.content().paragraphs().stream()
                .filter(
                        row ->
                                row.is("DISSENT")
                                        && !row.term(Paragraph.AUTHOR).equals(actor.signIn()))
                .filter(row -> after.paragraphs().stream().noneMatch(other -> same(row, other)))
                .map(row -> Problem.at("text-" + row.id(), ClearanceRefusal.DISSENT_NOT_YOURS))
                .toList();
    }

    private static boolean same(Paragraph row, Paragraph other) {
        return row.id().equals(other.id())
                && row.role().equals(other.role())
                && row.heading().equals(other.heading())
                && row.text().equals(other.text())
                && row.mark().equals(other.mark());
    }
}
