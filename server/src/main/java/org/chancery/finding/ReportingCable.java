// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.Texts;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.chancery.task.Task;
import org.springframework.stereotype.Component;

/// Writes the reporting cable from what is on record, fact and comment apart (RPT-002). The head of
/// mission reads it, changes what is to be changed, and releases it. A protected source is not named
/// in it: the cable goes to more readers than the source may have.
@Component
class ReportingCable {

    private final Handling handling;
    private final Traffic traffic;
    private final Offices offices;

    ReportingCable(Handling handling, Traffic traffic, Offices offices) {
        this.handling = handling;
        this.traffic = traffic;
        this.offices = offices;
    }

    Content content(
            NewReport report, Task task, Instruction instruction, List<OnRecord.Part> record) {
        var mark = handling.level(instruction.label().level()).code();
        var precedence = traffic.precedences().getFirst().code();
        return Content.blank("REPORT", mark, precedence)
                .with()
                .subject(subject(task, instruction))
                .captions(instruction.label().captions())
                .topics(List.of(traffic.topics().getFirst().code()))
                .addresses(
                        List.of(
                                new AddressLine(
                                        headquarters(instruction.from()), Addressing.ACTION)))
                .paragraphs(paragraphs(report, task, record, mark))
                .references(List.of(answers(instruction)))
                .exercise(instruction.exercise())
                .build();
    }

    private static String subject(Task task, Instruction instruction) {
        var texts = Texts.english();
        return task.round() == 1
                ? texts.say("finding.cableSubject", task.requirement(), instruction.subject())
                : texts.say(
                        "finding.cableSubjectRound",
                        task.requirement(),
                        task.round(),
                        instruction.subject());
    }

    /// Bottom line, what was done, what was found, what its form asks for, and last the comment.
    List<Paragraph> paragraphs(
            NewReport report, Task task, List<OnRecord.Part> record, String mark) {
        var texts = Texts.english();
        var rows = new ArrayList<Paragraph>();
        rows.add(row("SUMMARY", "", report.summary().strip(), mark));
        if (!report.covered().isEmpty()) {
            rows.add(row("TEXT", "", texts.say("finding.covers", covered(report)), mark));
        }
        record.forEach(part -> rows.add(row("TEXT", part.heading(), part.text(), mark)));
        if (task.form() == Form.MEDIA_REACTION) {
            rows.add(row("TEXT", texts.say("finding.ratio"), ratio(report, texts), mark));
        }
        for (var finding : report.findings()) {
            var heading = texts.say("finding.kind." + finding.kind());
            var about = finding.ask().isEmpty() ? heading : heading + " [" + finding.ask() + "]";
            rows.add(row("TEXT", about, FindingSentence.of(finding, texts), mark));
        }
        for (var part : ReportPart.of(task.form())) {
            if (!part.count() && part != ReportPart.PERIOD && !report.part(part).isEmpty()) {
                var heading = texts.say("finding.part." + part);
                rows.add(row("TEXT", heading, report.part(part), mark));
            }
        }
        if (!report.comment().isBlank()) {
            rows.add(row("COMMENT", "", report.comment().strip(), mark));
        }
        return rows;
    }

    private String covered(NewReport report) {
        return report.covered().stream()
                .map(code -> offices.get(new OfficeCode(code)).names().english())
                .collect(Collectors.joining(", "));
    }

    /// Counts with their base; a share of so few items would say more than is known.
    private static String ratio(NewReport report, Texts texts) {
        return texts.say(
                "finding.ratioIs",
                report.part(ReportPart.PERIOD),
                Integer.valueOf(report.part(ReportPart.ITEMS)),
                Integer.valueOf(report.part(ReportPart.POSITIVE)),
                Integer.valueOf(report.part(ReportPart.NEGATIVE)),
                Integer.valueOf(report.part(ReportPart.NEUTRAL)));
    }

    private static Reference answers(Instruction instruction) {
        return new Reference(
                instruction.cable().toString(), Reference.Relation.ANSWERS, false, false);
    }

    /// The post itself and headquarters.
    Set<OfficeCode> readers(OfficeCode instructing, OfficeCode post) {
        var readers = new HashSet<OfficeCode>(offices.withParents(instructing));
        readers.add(post);
        return readers;
    }

    private String headquarters(OfficeCode bureau) {
        return offices.withParents(bureau).getLast().value();
    }

    private static Paragraph row(String role, String heading, String text, String mark) {
        return new Paragraph(UUID.randomUUID(), role, "", heading, text, mark, Map.of());
    }
}
