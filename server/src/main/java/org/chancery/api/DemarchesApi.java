// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.DemarcheState;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.PointDelivery;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was said to governments and what they answered. The same door and the same rules as the
/// form; names of interlocutors are never given out.
@RestController
@RequestMapping("/api/v1")
class DemarchesApi {

    private final Demarches demarches;
    private final Instructions instructions;

    DemarchesApi(Demarches demarches, Instructions instructions) {
        this.demarches = demarches;
        this.instructions = instructions;
    }

    /// @param toldBy number of the cable that reported it, null before
    /// @param answeredBy the later démarche that brought the missing answer, null without
    record DemarcheText(
            String id,
            String instruction,
            String office,
            String government,
            String state,
            @Nullable String toldBy,
            @Nullable String answeredBy,
            Instant deliveredAt,
            String form,
            String ministry,
            String function,
            String level,
            String place,
            String language,
            List<String> partners,
            String approach,
            @Nullable String paper,
            String followUp,
            @Nullable LocalDate followUpBy,
            String priorAuthority,
            String levelReason,
            String timingReason,
            Instant recordedAt,
            Instant takeBackUntil,
            @Nullable Instant takenBackAt,
            List<PointDelivery> points,
            List<AskResponse> responses) {

        static DemarcheText of(Demarche demarche) {
            var what = demarche.what();
            var state = demarche.state();
            return new DemarcheText(
                    demarche.id().toString(),
                    what.instruction().value(),
                    demarche.office().value(),
                    what.government().value(),
                    state.code(),
                    state instanceof DemarcheState.Reported told ? told.cable() : null,
                    state instanceof DemarcheState.Answered by ? by.closedBy().toString() : null,
                    what.deliveredAt(),
                    what.form().name(),
                    what.interlocutor().ministry().name(),
                    what.interlocutor().function(),
                    what.interlocutor().level().name(),
                    what.place(),
                    what.language(),
                    what.partners(),
                    what.approach().name(),
                    what.paper(),
                    what.followUp().what(),
                    what.followUp().by(),
                    what.reasons().priorAuthority(),
                    what.reasons().level(),
                    what.reasons().timing(),
                    demarche.recordedAt(),
                    demarche.takeBackUntil(),
                    demarche.takenBackAt(),
                    what.points(),
                    what.responses());
        }
    }

    @GetMapping("/demarches")
    Listing<DemarcheText> list(@RequestParam String instruction, ReadScope reader) {
        return Listing.of(demarches.of(new InstructionId(instruction), reader), DemarcheText::of);
    }

    @GetMapping("/demarches/{id}")
    DemarcheText get(@PathVariable String id, ReadScope reader) {
        return DemarcheText.of(demarches.get(DemarcheId.parse(id), reader));
    }

    @PostMapping("/demarches")
    ResponseEntity<DemarcheText> record(@RequestBody DemarcheInput input, Actor actor) {
        var kept = demarches.record(input.demarche(), Given.text(input.names()), actor);
        return ResponseEntity.status(201).body(DemarcheText.of(kept));
    }

    @PostMapping("/demarches/{id}/take-back")
    DemarcheText takeBack(@PathVariable String id, Actor actor) {
        var demarche = DemarcheId.parse(id);
        demarches.takeBack(demarche, actor);
        return DemarcheText.of(demarches.get(demarche, actor.scope()));
    }

    record PaperText(String text) {}

    /// The text of a paper for what the body says was raised; nothing is kept.
    @PostMapping("/demarches/paper")
    PaperText paper(@RequestBody DemarcheInput input, Actor actor) {
        var demarche = input.demarche();
        var instruction = instructions.get(demarche.instruction(), actor.scope());
        return new PaperText(demarches.paper(instruction, demarche.points(), actor));
    }
}
