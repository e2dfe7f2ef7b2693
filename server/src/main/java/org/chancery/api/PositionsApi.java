// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.position.GovernmentChange;
import org.chancery.position.GovernmentChanges;
import org.chancery.position.JointText;
import org.chancery.position.JointTexts;
import org.chancery.position.Position;
import org.chancery.position.PositionInput;
import org.chancery.position.PositionRefusal;
import org.chancery.position.Positions;
import org.chancery.position.Renewal;
import org.chancery.position.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where governments stand: entries, proposals, changes of government, joint texts.
@RestController
@RequestMapping("/api/v1")
class PositionsApi {

    private final Positions positions;
    private final GovernmentChanges changes;
    private final JointTexts texts;

    PositionsApi(Positions positions, GovernmentChanges changes, JointTexts texts) {
        this.positions = positions;
        this.changes = changes;
        this.texts = texts;
    }

    record PositionText(
            UUID id,
            String instruction,
            String government,
            String ask,
            String lane,
            String step,
            @Nullable String postStep,
            String basis,
            String basisKind,
            String basisId,
            boolean written,
            int items,
            int origins,
            String asOf,
            String confidence,
            String confidenceReason,
            String approach,
            String salience,
            Map<String, String> reason,
            String state,
            String byOffice,
            String recordedAt) {

        static PositionText of(Position p) {
            var post = p.postStep();
            return new PositionText(
                    p.id(),
                    p.instruction().value(),
                    p.government().value(),
                    p.ask(),
                    p.lane().name(),
                    p.step().name(),
                    post == null ? null : post.name(),
                    p.basis().rank().name(),
                    p.basis().kind().name(),
                    p.basis().id(),
                    p.basis().written(),
                    p.basis().reported().items(),
                    p.basis().reported().origins(),
                    p.asOf().text(),
                    p.confidence(),
                    p.confidenceReason(),
                    p.approach(),
                    p.salience(),
                    p.reason().byLanguage(),
                    p.state().name(),
                    p.byOffice(),
                    p.recordedAt().toString());
        }
    }

    /// Every entry of a cell that counts, newest first.
    @GetMapping("/positions")
    Listing<PositionText> cell(
            @RequestParam String instruction,
            @RequestParam String government,
            @RequestParam String ask,
            ReadScope reader) {
        return Listing.of(
                positions.history(
                        new InstructionId(instruction),
                        new GovernmentCode(government),
                        ask,
                        reader),
                PositionText::of);
    }

    @GetMapping("/positions/proposals")
    Listing<PositionText> proposals(ReadScope reader) {
        return Listing.of(positions.proposals(reader), PositionText::of);
    }

    record RenewalText(PositionText earlier, String changedOn, String change) {

        static RenewalText of(Renewal renewal) {
            return new RenewalText(
                    PositionText.of(renewal.earlier()),
                    renewal.change().on().text(),
                    renewal.change().label());
        }
    }

    /// What a change of government asks the caller's post to look at again.
    @GetMapping("/positions/renewals")
    Listing<RenewalText> renewals(Actor actor) {
        return Listing.of(positions.renewals(actor.office(), actor.scope()), RenewalText::of);
    }

    @GetMapping("/positions/{id}")
    PositionText position(@PathVariable UUID id, ReadScope reader) {
        return PositionText.of(positions.get(id, reader));
    }

    /// Fields by name, as in the form; see [PositionInput#position].
    @PostMapping("/positions")
    @ResponseStatus(HttpStatus.CREATED)
    PositionText enter(@RequestBody Map<String, Object> body, Actor actor) {
        return PositionText.of(positions.enter(input(body).position(), actor));
    }

    /// Always refused (POS-004): an entry is superseded, never changed.
    @PutMapping("/positions/{id}")
    void change(@PathVariable UUID id, ReadScope reader) {
        positions.get(id, reader);
        throw new Refusal(PositionRefusal.ENTRY_FIXED);
    }

    /// @param step another than the post's needs a reason
    /// @param written the host confirmed in writing what it said in private
    record Decision(String step, @Nullable String reason, @Nullable Boolean written) {}

    @PostMapping("/positions/{id}/confirm")
    PositionText confirm(@PathVariable UUID id, @RequestBody Decision decision, Actor actor) {
        return PositionText.of(
                positions.confirm(
                        id,
                        step(decision.step()),
                        decision.reason() == null ? "" : decision.reason(),
                        Boolean.TRUE.equals(decision.written()),
                        actor));
    }

    private static Step step(String text) {
        try {
            return Step.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Problem.at(
                            "step",
                            KernelRefusal.VALUE_UNKNOWN,
                            text,
                            List.of(Step.values()).toString()));
        }
    }

    record Reason(@Nullable String reason) {}

    @PostMapping("/positions/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestBody Reason why, Actor actor) {
        positions.withdraw(id, why.reason() == null ? "" : why.reason(), actor);
    }

    record Staleness(int days) {}

    @PutMapping("/board/{instruction}/staleness")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void staleness(
            @PathVariable String instruction, @RequestBody Staleness staleness, Actor actor) {
        positions.staleAfter(new InstructionId(instruction), staleness.days(), actor);
    }

    record ChangeText(
            UUID id,
            String government,
            String on,
            String label,
            String source,
            String sourceUri,
            String byOffice) {

        static ChangeText of(GovernmentChange change) {
            return new ChangeText(
                    change.id(),
                    change.government().value(),
                    change.on().text(),
                    change.label(),
                    change.source(),
                    change.sourceUri(),
                    change.byOffice());
        }
    }

    @GetMapping("/government-changes")
    Listing<ChangeText> changes(ReadScope reader) {
        return Listing.of(changes.all(), ChangeText::of);
    }

    @PostMapping("/government-changes")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeText change(@RequestBody Map<String, Object> body, Actor actor) {
        return ChangeText.of(changes.record(input(body).change(), actor));
    }

    record JointTextText(
            UUID id,
            String title,
            String on,
            String source,
            String sourceUri,
            List<String> signatories,
            List<PositionText> links) {}

    private JointTextText text(JointText text, ReadScope reader) {
        return new JointTextText(
                text.id(),
                text.title(),
                text.on().text(),
                text.source(),
                text.sourceUri(),
                text.signatories().stream().map(GovernmentCode::value).toList(),
                texts.links(text.id(), reader).stream().map(PositionText::of).toList());
    }

    @GetMapping("/joint-texts")
    Listing<JointTextText> texts(ReadScope reader) {
        return Listing.of(texts.all(), text -> text(text, reader));
    }

    @GetMapping("/joint-texts/{id}")
    JointTextText text(@PathVariable UUID id, ReadScope reader) {
        return text(texts.get(id), reader);
    }

    @PostMapping("/joint-texts")
    @ResponseStatus(HttpStatus.CREATED)
    JointTextText record(@RequestBody Map<String, Object> body, Actor actor) {
        return text(texts.record(input(body).text(), actor), actor.scope());
    }

    @PostMapping("/joint-texts/{id}/link")
    Listing<PositionText> link(
            @PathVariable UUID id, @RequestBody Map<String, Object> body, Actor actor) {
        return Listing.of(texts.link(id, input(body).link(), actor), PositionText::of);
    }

    /// Numbers, truth values and lists of codes are taken as their words.
    private static PositionInput input(Map<String, Object> body) {
        var fields = new HashMap<String, String>();
        body.forEach(
                (name, value) -> {
                    if (value instanceof Collection<?> list) {
                        fields.put(
                                name,
                                list.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ")));
                    } else if (value != null) {
                        fields.put(name, value.toString());
                    }
                });
        return new PositionInput(fields);
    }
}
