// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.delivery.AlertStep;
import org.chancery.delivery.Alerts;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.Delivery;
import org.chancery.delivery.DutyBoard;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxQuestion;
import org.chancery.delivery.InboxRow;
import org.chancery.delivery.LedgerLine;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What became of each copy: inbox, acknowledgement, assignment, ledger, duty board. The same door
/// and the same rules as the pages.
@RestController
@RequestMapping("/api/v1")
class DeliveriesApi {

    private final Deliveries deliveries;
    private final Alerts alerts;
    private final Cables cables;
    private final Offices offices;

    DeliveriesApi(Deliveries deliveries, Alerts alerts, Cables cables, Offices offices) {
        this.deliveries = deliveries;
        this.alerts = alerts;
        this.cables = cables;
        this.offices = offices;
    }

    record Received(
            String mrn,
            String from,
            String subject,
            String exercise,
            Instant deliveredAt,
            int attachments,
            Copy copy) {}

    /// @param by sign-in name, null where a machine did it or the name is not for the caller
    record Copy(
            String office,
            String role,
            String precedence,
            String via,
            String state,
            Instant stateAt,
            @Nullable String by,
            @Nullable Instant due,
            @Nullable Instant openedAt,
            @Nullable Instant handledAt,
            @Nullable String assignedTo) {}

    record Line(Copy copy, boolean named, List<Reader> readers) {}

    record Reader(String signIn, Instant at) {}

    /// @param person sign-in name of somebody of the caller's office
    record Assignment(@Nullable String person, @Nullable String note) {}

    record Post(String office, String zone, boolean open, boolean night, List<Waiting> waiting) {}

    record Waiting(
            @Nullable String mrn,
            String precedence,
            String role,
            Instant since,
            @Nullable Instant due,
            @Nullable Instant nextAt,
            List<Step> steps) {}

    record Step(String whom, @Nullable String person, Instant at) {}

    @GetMapping("/inbox")
    Listing<Received> inbox(
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable Addressing role,
            @RequestParam(defaultValue = "all") String folder,
            @RequestParam(defaultValue = "new") String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        if (!Set.of("due", "new").contains(sort)) {
            throw new Refusal(Problem.at("sort", KernelRefusal.VALUE_UNKNOWN, sort, "due, new"));
        }
        var question =
                new InboxQuestion(
                        office == null ? actor.office() : new OfficeCode(office),
                        Folder.parse(folder),
                        role,
                        Set.of(),
                        sort.equals("due"));
        return Listing.of(deliveries.inbox(question, after, limit, actor), this::received);
    }

    private Received received(InboxRow row) {
        var cable = row.cable();
        return new Received(
                cable.mrn().toString(),
                cable.from().value(),
                cable.subject(),
                cable.exercise(),
                row.deliveredAt(),
                row.attachments(),
                copy(row.copy()));
    }

    private Copy copy(Delivery copy) {
        var by = copy.state().by();
        return new Copy(
                copy.office().value(),
                copy.role().name(),
                copy.precedence(),
                copy.via(),
                copy.state().code(),
                copy.state().at(),
                by.isEmpty() ? null : by,
                copy.due(),
                copy.openedAt(),
                copy.handledAt(),
                signIn(copy.assignedTo()));
    }

    private @Nullable String signIn(@Nullable StaffId person) {
        return person == null ? null : offices.staff(person).map(StaffMember::signIn).orElse(null);
    }

    @PostMapping("/cables/{mrn}/acknowledge")
    Copy acknowledge(@PathVariable String mrn, Actor actor) {
        return copy(deliveries.acknowledge(Mrn.parse(mrn), actor));
    }

    @PostMapping("/cables/{mrn}/assign")
    Copy assign(@PathVariable String mrn, @RequestBody Assignment assignment, Actor actor) {
        var name = assignment.person();
        if (name == null) {
            throw new Refusal(Problem.at("person", KernelRefusal.VALUE_MISSING, "person"));
        }
        var person =
                offices.staffBySignIn(name)
                        .map(StaffMember::id)
                        .orElseGet(() -> new StaffId(new UUID(0, 0)));
        var note = assignment.note();
        return copy(deliveries.assign(Mrn.parse(mrn), person, note == null ? "" : note, actor));
    }

    @GetMapping("/cables/{mrn}/deliveries")
    Listing<Line> deliveries(@PathVariable String mrn, Actor actor) {
        var cable = cables.get(Mrn.parse(mrn), actor.scope());
        return Listing.of(deliveries.ledger(cable, actor), this::line);
    }

    private Line line(LedgerLine line) {
        return new Line(
                copy(line.copy()),
                line.named(),
                line.readers().stream()
                        .map(
                                reading ->
                                        new Reader(
                                                String.valueOf(signIn(reading.person())),
                                                reading.at()))
                        .toList());
    }

    @GetMapping("/duty")
    Listing<Post> duty(Actor actor) {
        return Listing.of(alerts.board(actor).lines(), this::post);
    }

    private Post post(DutyBoard.Line line) {
        return new Post(
                line.office().code().value(),
                line.office().zone().getId(),
                line.open(),
                line.night(),
                line.waiting().stream().map(this::waiting).toList());
    }

    private Waiting waiting(DutyBoard.Waiting copy) {
        var mrn = copy.mrn();
        return new Waiting(
                mrn == null ? null : mrn.toString(),
                copy.precedence(),
                copy.role().name(),
                copy.since(),
                copy.due(),
                copy.nextAt(),
                copy.steps().stream().map(this::step).toList());
    }

    private Step step(AlertStep step) {
        return new Step(step.whom().name(), signIn(step.person()), step.at());
    }
}
