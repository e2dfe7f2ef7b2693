// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressee;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.chancery.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cables being written: text, checks, release. A change names the version it was made from.
@RestController
@RequestMapping("/api/v1/drafts")
class DraftsApi {

    private final Drafts drafts;
    private final Policy policy;

    DraftsApi(Drafts drafts, Policy policy) {
        this.drafts = drafts;
        this.policy = policy;
    }

    record DraftRow(
            String id,
            long version,
            String office,
            String drafter,
            String state,
            String subject,
            Instant changedAt) {}

    @GetMapping
    Listing<DraftRow> list(ReadScope reader) {
        return Listing.of(
                drafts.open(reader),
                draft ->
                        new DraftRow(
                                draft.id().toString(),
                                draft.version(),
                                draft.office().value(),
                                draft.drafter(),
                                draft.state().code(),
                                draft.content().subject(),
                                draft.changedAt()));
    }

    record CheckRow(
            String weight,
            String code,
            String field,
            String detail,
            String mend,
            @Nullable UUID paragraph,
            boolean acknowledged) {}

    /// @param banner code of the level it would be released at
    /// @param addressees whom it would go to today
    record DraftText(
            String id,
            long version,
            String office,
            String drafter,
            String state,
            Instant changedAt,
            String banner,
            Content content,
            List<Addressee> addressees,
            List<CheckRow> checks) {}

    @GetMapping("/{id}")
    DraftText get(@PathVariable String id, Locale language, ReadScope reader) {
        return text(drafts.get(DraftId.parse(id), reader), language, reader);
    }

    @PostMapping
    ResponseEntity<DraftText> start(@RequestBody DraftInput input, Locale language, Actor actor) {
        var levels = policy.handling().levels();
        var blank =
                Content.blank(
                        policy.traffic().types().getFirst().code(),
                        levels.get(Math.min(1, levels.size() - 1)).code(),
                        policy.traffic().precedences().getFirst().code());
        var draft = drafts.start(input.over(blank), actor);
        return ResponseEntity.status(201).body(text(draft, language, actor.scope()));
    }

    @PutMapping("/{id}")
    DraftText change(
            @PathVariable String id,
            @RequestParam long version,
            @RequestBody DraftInput input,
            Locale language,
            Actor actor) {
        var stood = drafts.get(DraftId.parse(id), actor.scope());
        var draft = drafts.change(stood.id(), version, input.over(stood.content()), actor);
        return text(draft, language, actor.scope());
    }

    @GetMapping("/{id}/checks")
    Listing<CheckRow> checks(@PathVariable String id, Locale language, ReadScope reader) {
        var draft = drafts.get(DraftId.parse(id), reader);
        return new Listing<>(rows(draft, language, reader), null);
    }

    /// @param paragraph row the check concerns
    /// @param code code of its rule
    record Known(@Nullable UUID paragraph, @Nullable String code) {}

    @PostMapping("/{id}/acknowledge")
    DraftText acknowledge(
            @PathVariable String id,
            @RequestParam long version,
            @RequestBody Known known,
            Locale language,
            Actor actor) {
        var paragraph = known.paragraph();
        var code = known.code();
        if (paragraph == null || code == null) {
            var missing = paragraph == null ? "paragraph" : "code";
            throw new Refusal(KernelRefusal.VALUE_MISSING, missing);
        }
        var draft = drafts.acknowledge(DraftId.parse(id), version, paragraph, code, actor);
        return text(draft, language, actor.scope());
    }

    record Released(String mrn, String number, String hash, Instant at) {}

    @PostMapping("/{id}/release")
    Released release(@PathVariable String id, @RequestParam long version, Actor actor) {
        var cable = drafts.release(DraftId.parse(id), version, actor);
        return new Released(
                cable.mrn().toString(), cable.number(), cable.hash(), cable.releasedAt());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable String id, @RequestParam long version, Actor actor) {
        drafts.discard(DraftId.parse(id), version, actor);
        return ResponseEntity.noContent().build();
    }

    private DraftText text(Draft draft, Locale language, ReadScope reader) {
        return new DraftText(
                draft.id().toString(),
                draft.version(),
                draft.office().value(),
                draft.drafter(),
                draft.state().code(),
                draft.changedAt(),
                policy.handling().level(drafts.banner(draft)).code(),
                draft.content(),
                drafts.addressees(draft),
                rows(draft, language, reader));
    }

    private List<CheckRow> rows(Draft draft, Locale language, ReadScope reader) {
        var texts = Texts.in(language);
        return drafts.checks(draft, reader).stream()
                .map(check -> row(draft, check, texts))
                .toList();
    }

    private static CheckRow row(Draft draft, Check check, Texts texts) {
        return new CheckRow(
                check.weight().name(),
                check.problem().code().code(),
                check.problem().field(),
                texts.detail(check.problem()),
                texts.mend(check.problem()),
                check.paragraph(),
                draft.acknowledged(check));
    }
}
