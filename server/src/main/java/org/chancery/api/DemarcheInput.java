// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.engagement.Approach;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DeliveryForm;
import org.chancery.engagement.FollowUp;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Meeting;
import org.chancery.engagement.Ministry;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.NewPlan;
import org.chancery.engagement.PlanId;
import org.chancery.engagement.PointDelivery;
import org.chancery.engagement.Reasons;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.InterlocutorLevel;
import org.jspecify.annotations.Nullable;

/// A démarche, or its plan, as a caller sends it. Names of members are those of the form's fields,
/// so that problems name the same place.
///
/// @param key of the caller's choice: the same sent again is kept once; left out, each is a new one
/// @param at of a plan; null while no appointment is fixed
/// @param names of interlocutors, kept apart and never given back
/// @param paper text of the paper that was left, null if none was
record DemarcheInput(
        @Nullable String key,
        @Nullable String instruction,
        @Nullable String plan,
        @Nullable String government,
        @Nullable String deliveredAt,
        @Nullable String at,
        @Nullable String form,
        @Nullable String ministry,
        @Nullable String function,
        @Nullable String level,
        @Nullable String names,
        @Nullable String place,
        @Nullable String language,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> partners,
        @Nullable String approach,
        @Nullable String paper,
        @Nullable String followUp,
        @Nullable String followUpBy,
        @Nullable String priorAuthority,
        @Nullable String levelReason,
        @Nullable String timingReason,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Point> points,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Response> responses) {

    record Point(@Nullable String point, @Nullable String how, @Nullable String text) {}

    record Response(
            @Nullable String ask,
            @Nullable String code,
            @Nullable String words,
            @Nullable String approach) {}

    /// @throws org.chancery.kernel.Refusal with everything that cannot be read
    NewDemarche demarche() {
        var given = new Given();
        var read =
                new NewDemarche(
                        key == null || key.isBlank() ? UUID.randomUUID().toString() : key,
                        instruction(given),
                        plan == null ? null : PlanId.parse(plan),
                        given.government(government),
                        given.moment("deliveredAt", deliveredAt),
                        given.word(DeliveryForm.class, "form", form, DeliveryForm.MEETING),
                        interlocutor(given),
                        Given.text(place),
                        Given.text(language),
                        Objects.requireNonNullElse(partners, List.of()),
                        given.word(Approach.class, "approach", approach, Approach.UNSAID),
                        paper,
                        new FollowUp(
                                Given.text(followUp), given.dayOrNone("followUpBy", followUpBy)),
                        new Reasons(
                                Given.text(priorAuthority),
                                Given.text(levelReason),
                                Given.text(timingReason)),
                        deliveries(given),
                        answers(given));
        given.refuse();
        return read;
    }

    /// @throws org.chancery.kernel.Refusal with everything that cannot be read
    NewPlan toCome() {
        var given = new Given();
        var read =
                new NewPlan(
                        instruction(given),
                        given.government(government),
                        new Meeting(
                                at == null ? null : given.moment("at", at),
                                given.word(DeliveryForm.class, "form", form, DeliveryForm.MEETING),
                                interlocutor(given),
                                Given.text(place)));
        given.refuse();
        return read;
    }

    private InstructionId instruction(Given given) {
        return given.needed(
                "instruction", instruction, new InstructionId("I-00-0000"), InstructionId::new);
    }

    private Interlocutor interlocutor(Given given) {
        return new Interlocutor(
                given.word(Ministry.class, "ministry", ministry, Ministry.FOREIGN),
                Given.text(function),
                given.word(InterlocutorLevel.class, "level", level, InterlocutorLevel.WORKING));
    }

    private List<PointDelivery> deliveries(Given given) {
        return Objects.requireNonNullElse(points, List.<Point>of()).stream()
                .map(
                        point ->
                                new PointDelivery(
                                        Given.text(point.point()),
                                        given.word(
                                                PointDelivery.How.class,
                                                "point-" + Given.text(point.point()),
                                                point.how(),
                                                PointDelivery.How.RAISED),
                                        Given.text(point.text())))
                .toList();
    }

    private List<AskResponse> answers(Given given) {
        return Objects.requireNonNullElse(responses, List.<Response>of()).stream()
                .map(
                        response -> {
                            var ask = Given.text(response.ask());
                            return new AskResponse(
                                    ask,
                                    given.needed(
                                            "response-" + ask,
                                            response.code(),
                                            AskResponse.Code.NO_RESPONSE,
                                            code ->
                                                    given.word(
                                                            AskResponse.Code.class,
                                                            "response-" + ask,
                                                            code,
                                                            AskResponse.Code.NO_RESPONSE)),
                                    Given.text(response.words()),
                                    given.word(
                                            Approach.class,
                                            "approach-" + ask,
                                            response.approach(),
                                            Approach.UNSAID));
                        })
                .toList();
    }
}
