// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.time.LocalDate;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.engagement.DemarcheState;
import org.chancery.engagement.Plan;
import org.chancery.engagement.PlanId;
import org.chancery.engagement.Plans;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Démarches to come: planned, appointment asked, put off, given up.
@RestController
@RequestMapping("/api/v1/plans")
class PlansApi {

    private final Plans plans;

    PlansApi(Plans plans) {
        this.plans = plans;
    }

    record PlanText(
            String id,
            String instruction,
            String office,
            String government,
            String state,
            @Nullable LocalDate until,
            String reason,
            @Nullable Instant at,
            String form,
            String ministry,
            String function,
            String level,
            String place) {

        static PlanText of(Plan plan) {
            var meeting = plan.meeting();
            var state = plan.state();
            return new PlanText(
                    plan.id().toString(),
                    plan.instruction().value(),
                    plan.office().value(),
                    plan.government().value(),
                    state.code(),
                    state instanceof DemarcheState.Deferred deferred ? deferred.until() : null,
                    state.reason(),
                    meeting.at(),
                    meeting.form().name(),
                    meeting.interlocutor().ministry().name(),
                    meeting.interlocutor().function(),
                    meeting.interlocutor().level().name(),
                    meeting.place());
        }
    }

    @GetMapping
    Listing<PlanText> list(@RequestParam String instruction, ReadScope reader) {
        return Listing.of(plans.of(new InstructionId(instruction), reader), PlanText::of);
    }

    @GetMapping("/{id}")
    PlanText get(@PathVariable String id, ReadScope reader) {
        return PlanText.of(plans.get(PlanId.parse(id), reader));
    }

    @PostMapping
    ResponseEntity<PlanText> plan(@RequestBody DemarcheInput input, Actor actor) {
        return ResponseEntity.status(201).body(PlanText.of(plans.plan(input.toCome(), actor)));
    }

    @PostMapping("/{id}/request")
    PlanText request(@PathVariable String id, Actor actor) {
        return PlanText.of(plans.request(PlanId.parse(id), actor));
    }

    /// @param until first day on which it is to be tried again, as `2026-12-11`
    record Why(@Nullable String until, @Nullable String reason) {}

    @PostMapping("/{id}/defer")
    PlanText defer(@PathVariable String id, @RequestBody Why why, Actor actor) {
        var given = new Given();
        var until = given.day("until", why.until());
        given.refuse();
        return PlanText.of(plans.defer(PlanId.parse(id), until, Given.text(why.reason()), actor));
    }

    @PostMapping("/{id}/not-delivered")
    PlanText giveUp(@PathVariable String id, @RequestBody Why why, Actor actor) {
        return PlanText.of(plans.giveUp(PlanId.parse(id), Given.text(why.reason()), actor));
    }
}
