// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.PointDelivery;
import org.chancery.finding.OnRecord;
import org.chancery.kernel.Texts;
import org.chancery.task.Task;
import org.springframework.stereotype.Component;

/// The démarches of a post as paragraphs of its reporting cable: who, when, to whom, what was said
/// and left out, what was answered, what was left, what comes next.
@Component
class DemarcheRecord implements OnRecord {

    private final Demarches demarches;
    private final Offices offices;

    DemarcheRecord(Demarches demarches, Offices offices) {
        this.demarches = demarches;
        this.offices = offices;
    }

    @Override
    public List<Part> of(Task task, ReadScope reader) {
        var texts = Texts.english();
        return demarches.of(task.instruction(), reader).reversed().stream()
                .filter(demarche -> demarche.office().equals(task.office()))
                .filter(demarche -> demarche.what().government().equals(task.government()))
                .map(demarche -> new Part(heading(demarche, texts), text(demarche, texts)))
                .toList();
    }

    private String heading(Demarche demarche, Texts texts) {
        var zone = offices.get(demarche.office()).zone();
        var day = demarche.what().deliveredAt().atZone(zone).toLocalDate();
        return texts.say("finding.record.heading", day.toString());
    }

    private static String text(Demarche demarche, Texts texts) {
        var what = demarche.what();
        var whom = what.interlocutor();
        var text =
                new StringBuilder(
                        texts.say(
                                "finding.record.who",
                                texts.say("engagement.form." + what.form()),
                                whom.function(),
                                texts.say("engagement.level." + whom.level()),
                                texts.say("engagement.ministry." + whom.ministry())));
        sentence(text, texts.say("finding.record.made", demarche.raised(), what.points().size()));
        points(demarche, PointDelivery.How.ADAPTED, "finding.record.adapted", texts, text);
        points(demarche, PointDelivery.How.OMITTED, "finding.record.omitted", texts, text);
        for (var answer : what.responses()) {
            sentence(
                    text,
                    answer.ask()
                            + ": "
                            + texts.say("engagement.response." + answer.code().name())
                            + (answer.words().isBlank() ? "" : ". " + answer.words().strip()));
        }
        if (what.paper() != null) {
            sentence(text, texts.say("finding.record.paper"));
        }
        if (what.followUp().promised()) {
            var by = what.followUp().by();
            sentence(
                    text,
                    texts.say(
                            "finding.record.next",
                            what.followUp().what().strip() + (by == null ? "" : " (" + by + ")")));
        }
        return text.toString();
    }

    private static void points(
            Demarche demarche, PointDelivery.How how, String key, Texts texts, StringBuilder into) {
        var points =
                demarche.what().points().stream()
                        .filter(point -> point.how() == how)
                        .map(
                                point ->
                                        point.text().isBlank()
                                                ? point.point()
                                                : point.point() + " (" + point.text().strip() + ")")
                        .collect(Collectors.joining(", "));
        if (!points.isEmpty()) {
            sentence(into, texts.say(key, points));
        }
    }

    private static void sentence(StringBuilder text, String next) {
        text.append(' ').append(next);
        if (!next.endsWith(".") && !next.endsWith("?") && !next.endsWith("!")) {
            text.append('.');
        }
    }
}
