// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.brief;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.brief.OpenQuestion;
import org.chancery.brief.OpenQuestions;
import org.chancery.directory.Names;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Texts;
import org.chancery.press.PressDesk;
import org.chancery.press.PressItem;
import org.springframework.stereotype.Component;

/// Tells briefs where press reports of the matter disagree. Published articles are open to everybody
/// who may sign in, so they never raise a marking. An item counts from the day it is dated: it
/// carries no moment of recording.
@Component
class PressInBrief implements OpenQuestions {

    private final PressDesk press;

    PressInBrief(PressDesk press) {
        this.press = press;
    }

    @Override
    public List<OpenQuestion> about(Subject subject, ReadScope reader) {
        if (!subject.press()) {
            return List.of();
        }
        return press.clusters().stream()
                .flatMap(cluster -> cluster.items().stream())
                .filter(item -> !item.discrepancy().isEmpty())
                .filter(item -> ReducedDate.parse(item.date()).certainlyBy(subject.asOf()))
                .sorted(Comparator.comparing(PressItem::id))
                .map(PressInBrief::question)
                .toList();
    }

    private static OpenQuestion question(PressItem item) {
        return new OpenQuestion(
                "",
                Names.of(words(item, Locale.ENGLISH), words(item, Locale.GERMAN)),
                item.outlet() + ", " + item.date() + ", " + item.id(),
                item.uri(),
                Label.OPEN);
    }

    private static String words(PressItem item, Locale language) {
        return Texts.in(language)
                .say("brief.press", item.outlet(), item.date(), item.discrepancy());
    }
}
