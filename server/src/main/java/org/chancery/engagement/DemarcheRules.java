// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.PersonalData;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.springframework.stereotype.Component;

/// What must hold of a démarche before it is kept (DEM-001 to DEM-011). Everything wrong is said at
/// once.
@Component
class DemarcheRules {

    private final PointRules pointRules;

    DemarcheRules(PointRules pointRules) {
        this.pointRules = pointRules;
    }

    /// @param points the points this post was to make
    void check(
            NewDemarche demarche,
            Instruction instruction,
            List<TalkingPoint> points,
            Office office,
            Instant now) {
        var problems = new Problems();
        time(demarche, instruction, office, now, problems);
        interlocutor(demarche, instruction, problems);
        government(demarche.government(), office, problems);
        responses(demarche, instruction, problems);
        pointRules.check(demarche, instruction, points, problems);
        followUp(demarche, office, problems);
        problems.refuse();
    }

    private static void time(
            NewDemarche demarche,
            Instruction instruction,
            Office office,
            Instant now,
            Problems problems) {
        var reasons = demarche.reasons();
        problems.require(
                !demarche.deliveredAt().isAfter(now),
                "deliveredAt",
                EngagementRefusal.DELIVERED_IN_FUTURE);
        problems.require(
                !demarche.deliveredAt().isBefore(instruction.releasedAt())
                        || !reasons.priorAuthority().isBlank(),
                "deliveredAt",
                EngagementRefusal.DELIVERED_BEFORE_INSTRUCTION,
                instruction.id().value());
        var day = LocalDate.ofInstant(demarche.deliveredAt(), office.zone());
        var first = instruction.delivery().notBefore();
        var last = instruction.delivery().notAfter();
        problems.require(
                (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last))
                        || !reasons.timing().isBlank(),
                "timingReason",
                EngagementRefusal.OUTSIDE_TERMS,
                first == null ? "…" : first.toString(),
                last == null ? "…" : last.toString());
        named("priorAuthority", reasons.priorAuthority(), problems);
        named("timingReason", reasons.timing(), problems);
    }

    private static void interlocutor(
            NewDemarche demarche, Instruction instruction, Problems problems) {
        var interlocutor = demarche.interlocutor();
        problems.require(
                !interlocutor.function().isBlank(),
                "function",
                EngagementRefusal.INTERLOCUTOR_MISSING);
        named("function", interlocutor.function(), problems);
        named("place", demarche.place(), problems);
        var instructed = instruction.delivery().level();
        problems.require(
                instructed == null
                        || !interlocutor.level().below(instructed)
                        || !demarche.reasons().level().isBlank(),
                "levelReason",
                EngagementRefusal.LEVEL_TOO_LOW,
                interlocutor.level().name(),
                String.valueOf(instructed));
        named("levelReason", demarche.reasons().level(), problems);
    }

    /// A post speaks to the governments it is accredited to (DEM-008).
    static void government(GovernmentCode government, Office office, Problems problems) {
        problems.require(
                office instanceof Office.Post post && post.accreditedTo().contains(government),
                "government",
                EngagementRefusal.GOVERNMENT_NOT_YOURS,
                office.code().value(),
                government.value());
    }

    private static void responses(
            NewDemarche demarche, Instruction instruction, Problems problems) {
        var given = new HashMap<String, AskResponse>();
        demarche.responses().forEach(response -> given.put(response.ask(), response));
        for (Ask ask : instruction.asks()) {
            var response = given.remove(ask.label());
            problems.require(
                    response != null,
                    "response-" + ask.label(),
                    EngagementRefusal.ASK_WITHOUT_RESPONSE,
                    ask.label());
            if (response != null) {
                problems.require(
                        response.code() != AskResponse.Code.NOT_RAISED
                                || !response.words().isBlank(),
                        "words-" + ask.label(),
                        EngagementRefusal.NOT_RAISED_WITHOUT_REASON,
                        ask.label());
                named("words-" + ask.label(), response.words(), problems);
            }
        }
        given.keySet().stream()
                .sorted()
                .forEach(
                        unknown ->
                                problems.require(
                                        false,
                                        "responses",
                                        EngagementRefusal.ASK_UNKNOWN,
                                        unknown));
    }

    private static void followUp(NewDemarche demarche, Office office, Problems problems) {
        var by = demarche.followUp().by();
        var day = LocalDate.ofInstant(demarche.deliveredAt(), office.zone());
        problems.require(
                by == null || !by.isBefore(day),
                "followUpBy",
                EngagementRefusal.FOLLOW_UP_PAST,
                String.valueOf(by));
        named("followUp", demarche.followUp().what(), problems);
    }

    /// The function is recorded, not the person (DEM-007). The address of a ministry is no person.
    static void named(String field, String text, Problems problems) {
        PersonalData.suspected(text).stream()
                .filter(suspicion -> suspicion.kind() != PersonalData.Kind.ADDRESS)
                .forEach(
                        suspicion ->
                                problems.add(
                                        Problem.at(
                                                field,
                                                EngagementRefusal.PERSON_NAMED,
                                                suspicion.text())));
    }
}
