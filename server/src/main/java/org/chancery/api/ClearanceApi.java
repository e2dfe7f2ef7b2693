// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.Actor;
import org.chancery.access.Delegations;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.clearance.Approval;
import org.chancery.clearance.Asking;
import org.chancery.clearance.Clearance;
import org.chancery.clearance.ClearanceEvent;
import org.chancery.clearance.Clearances;
import org.chancery.clearance.Difference;
import org.chancery.clearance.Mandate;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The clearance of drafts. The same door and the same rules as the pages.
@RestController
@RequestMapping("/api/v1/drafts/{id}")
class ClearanceApi {

    private final Drafts drafts;
    private final Clearances clearances;
    private final Delegations delegations;

    ClearanceApi(Drafts drafts, Clearances clearances, Delegations delegations) {
        this.drafts = drafts;
        this.clearances = clearances;
        this.delegations = delegations;
    }

    /// @param silentUntil deadline of a silence procedure, null if the offices must act
    record Sending(
            long version,
            @Nullable List<String> offices,
            @Nullable Boolean ordered,
            @Nullable Instant silentUntil,
            @Nullable List<String> informed) {

        private Asking asking() {
            return new Asking(
                    codes(offices), Boolean.TRUE.equals(ordered), silentUntil, codes(informed));
        }

        private static List<OfficeCode> codes(@Nullable List<String> codes) {
            return codes == null ? List.of() : codes.stream().map(OfficeCode::new).toList();
        }
    }

    /// @param office the office the caller speaks for, null for their own
    /// @param comment text of an objection, or a remark
    /// @param content the text as the clearer wants it, null to clear it as it stands
    record Saying(
            long version,
            @Nullable String office,
            @Nullable String comment,
            @Nullable Content content) {

        private String words() {
            return comment == null ? "" : comment;
        }
    }

    record Overruling(long version, String office, @Nullable String reason) {}

    /// @param position 1 to 99, null for 1
    record Adding(
            long version,
            String office,
            @Nullable Integer position,
            @Nullable Instant silentUntil) {}

    record Removing(long version, String office) {}

    /// @param positions 1 to 99 by office
    record Ordering(long version, Map<String, Integer> positions) {}

    record StepRow(
            String office,
            int position,
            boolean mandatory,
            List<ReasonRow> reasons,
            @Nullable Instant silentUntil,
            String answer,
            @Nullable Instant askedAt,
            @Nullable String by,
            @Nullable Instant at,
            long version,
            String comment) {}

    record ReasonRow(String kind, List<String> of) {}

    record EventRow(
            String office, String kind, String by, Instant at, long version, String comment) {}

    record ChainText(
            String draft,
            long version,
            String stage,
            List<StepRow> steps,
            List<String> notAsked,
            @Nullable Approval approval,
            List<EventRow> events) {}

    @GetMapping("/clearance")
    ChainText chain(@PathVariable String id, ReadScope reader) {
        return text(drafts.get(DraftId.parse(id), reader));
    }

    @PostMapping("/clearance")
    ChainText send(@PathVariable String id, @RequestBody Sending sending, Actor actor) {
        return text(clearances.send(DraftId.parse(id), sending.version(), sending.asking(), actor));
    }

    @PostMapping("/withdraw")
    ChainText withdraw(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        return text(clearances.withdraw(DraftId.parse(id), saying.version(), actor));
    }

    @PostMapping("/clearance/add")
    ChainText add(@PathVariable String id, @RequestBody Adding adding, Actor actor) {
        var position = adding.position();
        clearances.add(
                DraftId.parse(id),
                adding.version(),
                new OfficeCode(adding.office()),
                position == null ? 1 : position,
                adding.silentUntil(),
                actor);
        return chain(id, actor.scope());
    }

    @PostMapping("/clearance/remove")
    ChainText remove(@PathVariable String id, @RequestBody Removing removing, Actor actor) {
        clearances.remove(
                DraftId.parse(id), removing.version(), new OfficeCode(removing.office()), actor);
        return chain(id, actor.scope());
    }

    @PostMapping("/clearance/order")
    ChainText order(@PathVariable String id, @RequestBody Ordering ordering, Actor actor) {
        var positions = new LinkedHashMap<OfficeCode, Integer>();
        ordering.positions()
                .forEach((office, position) -> positions.put(new OfficeCode(office), position));
        clearances.order(DraftId.parse(id), ordering.version(), positions, actor);
        return chain(id, actor.scope());
    }

    @PostMapping("/clear")
    ChainText clear(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        var draft = DraftId.parse(id);
        var as = as(saying, Permission.CLEAR, actor);
        var content = saying.content();
        return text(
                content == null
                        ? clearances.clear(draft, saying.version(), saying.words(), as)
                        : clearances.clearWithEdits(
                                draft, saying.version(), content, saying.words(), as));
    }

    @PostMapping("/no-objection")
    ChainText noObjection(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        return text(
                clearances.noObjection(
                        DraftId.parse(id),
                        saying.version(),
                        saying.words(),
                        as(saying, Permission.CLEAR, actor)));
    }

    /// After silence has given the clearance, or the cable has gone, it is recorded as a late one.
    @PostMapping("/object")
    ChainText object(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        return text(
                clearances.object(
                        DraftId.parse(id),
                        saying.version(),
                        saying.words(),
                        as(saying, Permission.CLEAR, actor)));
    }

    @PostMapping("/withdraw-objection")
    ChainText withdrawObjection(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        return text(
                clearances.withdrawObjection(
                        DraftId.parse(id),
                        saying.version(),
                        saying.words(),
                        as(saying, Permission.CLEAR, actor)));
    }

    @PostMapping("/overrule")
    ChainText overrule(@PathVariable String id, @RequestBody Overruling overruling, Actor actor) {
        var reason = overruling.reason();
        return text(
                clearances.overrule(
                        DraftId.parse(id),
                        overruling.version(),
                        new OfficeCode(overruling.office()),
                        reason == null ? "" : reason,
                        actor));
    }

    @PostMapping("/approve")
    ChainText approve(@PathVariable String id, @RequestBody Saying saying, Actor actor) {
        return text(
                clearances.approve(
                        DraftId.parse(id),
                        saying.version(),
                        as(saying, Permission.RELEASE, actor)));
    }

    /// @param from version before, missing for the one before `to`
    /// @param to version after, missing for the newest
    @GetMapping("/difference")
    Difference difference(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            ReadScope reader) {
        var draft = drafts.get(DraftId.parse(id), reader);
        var after = to == null ? draft.version() : to;
        var before = from == null ? Math.max(1, after - 1) : from;
        return Difference.between(
                drafts.version(draft, before).content(), drafts.version(draft, after).content());
    }

    private Actor as(Saying saying, Permission permission, Actor actor) {
        var office = saying.office();
        return office == null
                ? actor
                : delegations.standIn(actor, new OfficeCode(office), permission);
    }

    private ChainText text(Draft draft) {
        var chain = clearances.chain(draft);
        return new ChainText(
                draft.id().toString(),
                draft.version(),
                chain.stage().name(),
                chain.steps().stream()
                        .map(step -> row(step, chain.reasons(step.office())))
                        .toList(),
                chain.notAsked().stream().map(mandate -> mandate.office().value()).toList(),
                chain.approval(),
                chain.events().stream().map(ClearanceApi::row).toList());
    }

    private static StepRow row(Clearance step, List<Mandate.Reason> reasons) {
        return new StepRow(
                step.office().value(),
                step.position(),
                step.mandatory(),
                reasons.stream()
                        .map(reason -> new ReasonRow(reason.kind().name(), reason.of()))
                        .toList(),
                step.silentUntil(),
                step.answer().name(),
                step.askedAt(),
                step.by(),
                step.at(),
                step.version(),
                step.comment());
    }

    private static EventRow row(ClearanceEvent event) {
        return new EventRow(
                event.office().value(),
                event.kind().name(),
                event.by(),
                event.at(),
                event.version(),
                event.comment());
    }
}
