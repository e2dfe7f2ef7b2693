// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.util.HashSet;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens the record a position is to rest on, in the scope of whoever enters it.
@Component
class BasisFile {

    private final Findings findings;
    private final Demarches demarches;
    private final JointTextRepository texts;
    private final Offices offices;

    BasisFile(Findings findings, Demarches demarches, JointTextRepository texts, Offices offices) {
        this.findings = findings;
        this.demarches = demarches;
        this.texts = texts;
        this.offices = offices;
    }

    /// What a record can carry.
    ///
    /// @param strongest the most it counts as
    /// @param government whose it is, null if it is nobody's in particular
    /// @param lane the only lane it speaks for, null if it speaks for both
    /// @param answer it holds an answer to the ask
    /// @param label who may read it, and so the position (PIC-002)
    record Record(
            String id,
            BasisClass strongest,
            @Nullable GovernmentCode government,
            @Nullable Lane lane,
            boolean answer,
            Label label) {}

    /// Empty if there is none for this reader.
    Optional<Record> open(NewPosition entry, Instruction instruction, Actor actor) {
        var filed = entry.basis();
        if (filed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (filed.kind()) {
                        case FINDING -> finding(filed.id(), actor.scope());
                        case DEMARCHE -> demarche(filed.id(), entry, actor.scope());
                        case JOINT_TEXT -> text(filed.id(), entry.government());
                        case COVERAGE -> own(instruction.id().value(), instruction, actor);
                        case ASSESSMENT -> own(actor.office().value(), instruction, actor);
                    });
        } catch (Refusal absent) {
            return Optional.empty();
        }
    }

    private Record finding(String id, ReadScope reader) {
        var finding = findings.get(FindingId.parse(id), reader);
        var facts = finding.facts();
        var lane = finding instanceof Finding.Statement ? Lane.WORD : null;
        return new Record(
                id,
                strongest(finding),
                facts.government(),
                finding instanceof Finding.Measure ? Lane.DEED : lane,
                true,
                facts.label());
    }

    private static BasisClass strongest(Finding finding) {
        return switch (finding) {
            case Finding.Measure _ -> BasisClass.OFFICIAL_ACT;
            case Finding.Event _ -> BasisClass.VOTE_OR_SIGNATURE;
            case Finding.Statement statement ->
                    statement.onRecord() ? BasisClass.ON_RECORD : BasisClass.PRIVATE_RESPONSE;
            case Finding.Statistic _ -> BasisClass.REPORTED;
        };
    }

    private Record demarche(String id, NewPosition entry, ReadScope reader) {
        var demarche = demarches.get(DemarcheId.parse(id), reader);
        if (!demarche.stands() || !demarche.what().instruction().equals(entry.instruction())) {
            throw Refusal.absent(id);
        }
        return new Record(
                id,
                BasisClass.PRIVATE_RESPONSE,
                demarche.what().government(),
                Lane.WORD,
                answered(demarche, entry.ask()),
                demarche.label());
    }

    private static boolean answered(Demarche demarche, String ask) {
        return demarche.what().responses().stream()
                .filter(response -> response.ask().equals(ask))
                .noneMatch(
                        response ->
                                response.code() == AskResponse.Code.NO_RESPONSE
                                        || response.code() == AskResponse.Code.NOT_RAISED);
    }

    private Record text(String id, GovernmentCode government) {
        var text = texts.find(JointText.parse(id)).orElseThrow(() -> Refusal.absent(id));
        var signed = text.signatories().contains(government);
        return new Record(
                id,
                BasisClass.VOTE_OR_SIGNATURE,
                signed ? government : null,
                Lane.DEED,
                signed,
                Label.OPEN);
    }

    /// What an office says of itself is for it and the bureaux above the instruction.
    private Record own(String id, Instruction instruction, Actor actor) {
        var readers = new HashSet<OfficeCode>();
        readers.add(actor.office());
        readers.addAll(offices.withParents(instruction.from()));
        var label = instruction.label();
        return new Record(
                id,
                BasisClass.POST_ASSESSMENT,
                null,
                null,
                true,
                new Label(label.level(), label.captions(), readers));
    }
}
