// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Task;
import org.chancery.kernel.Texts;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;

/// Writes the reporting cable from what is on record, fact and comment apart (RPT-002). The head of
/// mission reads it, changes what is to be changed, and releases it.
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

    Content content(NewReport report, Task task, Instruction instruction, List<String> record) {
        var texts = Texts.english();
        var mark = handling.level(instruction.label().level()).code();
        var rows = new ArrayList<Paragraph>();
        rows.add(row("SUMMARY", report.summary().strip(), mark));
        record.forEach(text -> rows.add(row("TEXT", text, mark)));
        for (var finding : report.findings()) {
            rows.add(row("TEXT", sentence(finding, texts), mark));
        }
        if (!report.comment().isBlank()) {
            rows.add(row("COMMENT", report.comment().strip(), mark));
        }
        var precedence = traffic.precedences().getFirst().code();
        return Content.blank("REPORT", mark, precedence)
                .with()
                .subject(
                        texts.say(
                                "finding.cableSubject", task.requirement(), instruction.subject()))
                .captions(instruction.label().captions())
                .topics(List.of(traffic.topics().getFirst().code()))
                .addresses(
                        List.of(
                                new AddressLine(
                                        headquarters(instruction.from()), Addressing.ACTION)))
                .paragraphs(rows)
                .references(List.of(answers(instruction)))
                .exercise(instruction.exercise())
                .build();
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

    private static String sentence(NewFinding finding, Texts texts) {
        var about = finding.ask().isEmpty() ? "" : " [" + finding.ask() + "]";
        var kind = texts.say("finding.kind." + finding.kind());
        var stage =
                finding.kind().equals("MEASURE")
                        ? ", "
                                + texts.say("finding.stage." + finding.stage())
                                + ", "
                                + texts.say("finding.direction." + finding.direction())
                        : "";
        var source = finding.sourceTitle().isBlank() ? finding.sourceUri() : finding.sourceTitle();
        return kind
                + about
                + ": "
                + finding.title().strip()
                + " ("
                + finding.date().strip()
                + stage
                + "). "
                + (finding.summary().isBlank() ? "" : finding.summary().strip() + " ")
                + texts.say("finding.sourceIs", source.strip());
    }

    private static Paragraph row(String role, String text, String mark) {
        return new Paragraph(UUID.randomUUID(), role, "", "", text, mark, Map.of());
    }
}
