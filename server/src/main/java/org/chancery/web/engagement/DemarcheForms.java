// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.Plan;
import org.chancery.engagement.Plans;
import org.chancery.evidence.Claims;
import org.chancery.finding.Reports;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Problem;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Gathers what the form of a démarche shows.
@Component
class DemarcheForms {

    private final Demarches demarches;
    private final Plans plans;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Reports reports;
    private final Claims claims;
    private final Offices offices;
    private final Clock clock;

    DemarcheForms(
            Demarches demarches,
            Plans plans,
            Instructions instructions,
            Tasks tasks,
            Reports reports,
            Claims claims,
            Offices offices,
            Clock clock) {
        this.demarches = demarches;
        this.plans = plans;
        this.instructions = instructions;
        this.tasks = tasks;
        this.reports = reports;
        this.claims = claims;
        this.offices = offices;
        this.clock = clock;
    }

    DemarcheView view(
            Instruction instruction,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            @Nullable Instant keptAt,
            Actor actor) {
        var points = instructions.pointsFor(instruction, actor.office());
        var governments = governments(actor);
        var government = government(form, governments);
        return new DemarcheView(
                instruction,
                points,
                claims.verdicts(points.stream().map(TalkingPoint::paragraph).toList()),
                governments,
                now(actor),
                form,
                problems,
                government.flatMap(code -> plan(instruction, code, actor)).orElse(null),
                government.flatMap(code -> last(instruction, code, actor)).orElse(null),
                government.flatMap(code -> report(instruction, code, actor)).orElse(null),
                keptAt);
    }

    /// Governments the actor's post deals with, its host first.
    List<Government> governments(Actor actor) {
        return offices.get(actor.office()) instanceof Office.Post post
                ? post.accreditedTo().stream().map(offices::government).toList()
                : List.of();
    }

    LocalDateTime now(Actor actor) {
        return LocalDateTime.ofInstant(clock.instant(), offices.get(actor.office()).zone())
                .withSecond(0)
                .withNano(0);
    }

    private static Optional<GovernmentCode> government(
            MultiValueMap<String, String> form, List<Government> governments) {
        var asked = form.getFirst("government");
        return governments.stream()
                .map(Government::code)
                .filter(code -> code.value().equals(asked))
                .findFirst()
                .or(() -> governments.stream().map(Government::code).findFirst());
    }

    private Optional<Plan> plan(Instruction instruction, GovernmentCode government, Actor actor) {
        return plans.next(instruction.id(), government, actor);
    }

    private Optional<Demarche> last(
            Instruction instruction, GovernmentCode government, Actor actor) {
        return demarches.of(instruction.id(), actor.scope()).stream()
                .filter(demarche -> demarche.office().equals(actor.office()))
                .filter(demarche -> demarche.what().government().equals(government))
                .findFirst();
    }

    /// The task that asks for the report on what was said, if the actor may write it and none waits.
    Optional<Task> report(Instruction instruction, GovernmentCode government, Actor actor) {
        return tasks.of(instruction.id(), actor.scope()).stream()
                .filter(task -> task.office().equals(actor.office()))
                .filter(task -> task.government().equals(government))
                .filter(task -> task.form() == ReportingRequirement.Form.DEMARCHE_REPORT)
                .filter(task -> !task.state().ended())
                .filter(_ -> actor.may(Permission.REPORT))
                .filter(task -> reports.open(task.id(), actor.scope()).isEmpty())
                .findFirst();
    }
}
