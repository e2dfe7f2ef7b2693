// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.directory.Government;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Plan;
import org.chancery.evidence.Verdict;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Problem;
import org.chancery.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What the form of a démarche shows.
///
/// @param points the post is to make
/// @param now local time of the post
/// @param form fields as sent or kept; empty on a fresh form
/// @param plan that fills the meeting, null if there is none
/// @param last the latest démarche to this government, null if none
/// @param report the task this démarche lets the post answer, null if none is open
/// @param keptAt when the form was kept on the server, null if it was not
public record DemarcheView(
        Instruction instruction,
        List<TalkingPoint> points,
        Map<UUID, Verdict> verdicts,
        List<Government> governments,
        LocalDateTime now,
        MultiValueMap<String, String> form,
        List<Problem> problems,
        @Nullable Plan plan,
        @Nullable Demarche last,
        @Nullable Task report,
        @Nullable Instant keptAt) {

    /// How many points stand open before the rest is folded away.
    public static final int SHOWN = 4;

    /// Nothing was entered yet.
    public boolean fresh() {
        return !form.containsKey("deliveredAt");
    }

    public String old(String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /// A field of the meeting; on a fresh form as planned.
    public String meeting(String field) {
        if (!fresh() || plan == null) {
            return old(field);
        }
        var planned = plan.meeting();
        return switch (field) {
            case "ministry" -> planned.interlocutor().ministry().name();
            case "level" -> planned.interlocutor().level().name();
            case "function" -> planned.interlocutor().function();
            case "form" -> planned.form().name();
            case "place" -> planned.place();
            default -> old(field);
        };
    }

    /// Local time of the delivery: as entered, as planned if that is past, otherwise now.
    public String deliveredAt(ZoneId zone) {
        if (!fresh()) {
            return old("deliveredAt");
        }
        var planned = plan == null ? null : plan.meeting().at();
        var at = planned == null ? now : LocalDateTime.ofInstant(planned, zone);
        return (at.isAfter(now) ? now : at).toString();
    }

    public boolean bad(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    public boolean ticked(TalkingPoint point) {
        return fresh() || form.containsKey("point-" + point.label());
    }

    public long raised() {
        return points.stream().filter(this::ticked).count();
    }

    public List<TalkingPoint> shown() {
        return points.size() <= SHOWN + 2 ? points : points.subList(0, SHOWN);
    }

    public List<TalkingPoint> folded() {
        return points.subList(shown().size(), points.size());
    }

    public @Nullable AskResponse before(String ask) {
        return last == null
                ? null
                : last.what().responses().stream()
                        .filter(response -> response.ask().equals(ask))
                        .findFirst()
                        .orElse(null);
    }
}
