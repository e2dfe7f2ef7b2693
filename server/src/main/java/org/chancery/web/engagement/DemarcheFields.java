// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.Approach;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DeliveryForm;
import org.chancery.engagement.FollowUp;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Meeting;
import org.chancery.engagement.Ministry;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.PlanId;
import org.chancery.engagement.PointDelivery;
import org.chancery.engagement.Reasons;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InterlocutorLevel;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The form of a démarche or of its plan as it is read. What cannot be read is collected with its
/// field, a stand-in lets the reading go on, and [#refuse] comes before anything is done.
final class DemarcheFields {

    private final MultiValueMap<String, String> form;
    private final ZoneId zone;
    private final Problems problems = new Problems();

    /// @param zone of the post, in which times are entered
    DemarcheFields(MultiValueMap<String, String> form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
    }

    String text(String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    NewDemarche demarche(Instruction instruction, List<TalkingPoint> points) {
        var plan = text("plan");
        var read =
                new NewDemarche(
                        text("key"),
                        instruction.id(),
                        plan.isEmpty() ? null : PlanId.parse(plan),
                        government(),
                        moment("deliveredAt"),
                        word(DeliveryForm.class, "form", DeliveryForm.MEETING),
                        interlocutor(),
                        text("place"),
                        text("language"),
                        list("partners"),
                        word(Approach.class, "approach", Approach.UNSAID),
                        form.containsKey("paperLeft") ? text("paper") : null,
                        new FollowUp(text("followUp"), day("followUpBy")),
                        new Reasons(
                                text("priorAuthority"), text("levelReason"), text("timingReason")),
                        points(points),
                        responses(instruction));
        problems.require(!read.key().isEmpty(), "key", KernelRefusal.VALUE_MISSING, "key");
        problems.refuse();
        return read;
    }

    Meeting meeting() {
        var read =
                new Meeting(
                        text("at").isEmpty() ? null : moment("at"),
                        word(DeliveryForm.class, "form", DeliveryForm.MEETING),
                        interlocutor(),
                        text("place"));
        problems.refuse();
        return read;
    }

    private Interlocutor interlocutor() {
        return new Interlocutor(
                word(Ministry.class, "ministry", Ministry.FOREIGN),
                text("function"),
                word(InterlocutorLevel.class, "level", InterlocutorLevel.WORKING));
    }

    /// A stand-in that no post is accredited to is never kept: the problem is refused first.
    GovernmentCode government() {
        try {
            return new GovernmentCode(text("government"));
        } catch (Refusal refusal) {
            problems.attempt(
                    "government",
                    () -> {
                        throw refusal;
                    });
            return new GovernmentCode("ZZ");
        }
    }

    List<PointDelivery> points(List<TalkingPoint> points) {
        var deliveries = new ArrayList<PointDelivery>();
        for (var point : points) {
            var wording = text("text-" + point.label());
            var raised = form.containsKey("point-" + point.label());
            var how =
                    !raised
                            ? PointDelivery.How.OMITTED
                            : wording.isEmpty() || wording.equals(point.text().strip())
                                    ? PointDelivery.How.RAISED
                                    : PointDelivery.How.ADAPTED;
            var words =
                    switch (how) {
                        case RAISED -> "";
                        case ADAPTED -> wording;
                        case OMITTED -> text("why");
                    };
            deliveries.add(new PointDelivery(point.label(), how, words));
        }
        return deliveries;
    }

    private List<AskResponse> responses(Instruction instruction) {
        var responses = new ArrayList<AskResponse>();
        for (var ask : instruction.asks()) {
            var exact = text("exact-" + ask.label());
            var field = (exact.isEmpty() ? "response-" : "exact-") + ask.label();
            if (!text(field).isEmpty()) {
                responses.add(
                        new AskResponse(
                                ask.label(),
                                word(AskResponse.Code.class, field, AskResponse.Code.NO_RESPONSE),
                                text("words-" + ask.label()),
                                word(Approach.class, "approach-" + ask.label(), Approach.UNSAID)));
            }
        }
        return responses;
    }

    private List<String> list(String field) {
        return Arrays.stream(text(field).split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Instant moment(String field) {
        try {
            return LocalDateTime.parse(text(field)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            problems.add(Problem.at(field, KernelRefusal.DATE_MALFORMED, text(field)));
            return Instant.EPOCH;
        }
    }

    /// @return null if nothing is entered
    @Nullable LocalDate day(String field) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            problems.add(Problem.at(field, KernelRefusal.DATE_MALFORMED, text(field)));
            return null;
        }
    }

    /// @param ifEmpty where nothing is chosen
    <E extends Enum<E>> E word(Class<E> vocabulary, String field, E ifEmpty) {
        return problems.word(vocabulary, field, text(field), ifEmpty);
    }

    void refuse() {
        problems.refuse();
    }
}
