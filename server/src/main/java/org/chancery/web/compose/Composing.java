// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.attachment.Attachments;
import org.chancery.cable.Addressee;
import org.chancery.cable.DraftId;
import org.chancery.cable.Paragraph;
import org.chancery.clearance.Clearances;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.evidence.Claims;
import org.chancery.kernel.Problem;
import org.chancery.policy.Policy;
import org.chancery.writing.Presence;
import org.chancery.writing.Together;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What the handlers of the compose page share: taking the form, and making the view.
@Component
class Composing {

    private final Drafts drafts;
    private final Together together;
    private final Clearances clearances;
    private final Claims claims;
    private final Offices offices;
    private final Accounts accounts;
    private final Attachments attachments;
    private final Policy policy;
    private final Clock clock;

    Composing(
            Drafts drafts,
            Together together,
            Clearances clearances,
            Claims claims,
            Offices offices,
            Accounts accounts,
            Attachments attachments,
            Policy policy,
            Clock clock) {
        this.drafts = drafts;
        this.together = together;
        this.clearances = clearances;
        this.claims = claims;
        this.offices = offices;
        this.accounts = accounts;
        this.attachments = attachments;
        this.policy = policy;
        this.clock = clock;
    }

    /// The form as it was sent, on top of the version its page had.
    DraftForm read(DraftId id, long version, MultiValueMap<String, String> form, Actor actor) {
        var draft = drafts.get(id, actor.scope());
        return DraftForm.of(
                form, drafts.version(draft, version).content(), offices.get(draft.office()).zone());
    }

    /// Saves the form as a version.
    ///
    /// @throws Refusal with everything of the form that cannot be read
    Together.Sheet save(DraftId id, long version, UUID editor, DraftForm form, Actor actor) {
        form.requireReadable();
        var sheet = together.save(id, version, editor, form.content(), actor);
        link(form, sheet.draft(), actor);
        return sheet;
    }

    /// Keeps the form without a version.
    Together.Sheet keep(DraftId id, long version, UUID editor, DraftForm form, Actor actor) {
        var sheet = together.keep(id, version, editor, form.content(), actor);
        link(form, sheet.draft(), actor);
        return sheet;
    }

    /// What a point rests on is no part of the text: it is kept at once.
    private void link(DraftForm form, Draft draft, Actor actor) {
        form.claims().forEach((row, claim) -> claims.link(row, draft, claim, actor));
    }

    ComposeView view(Together.Sheet sheet, UUID editor, List<Problem> problems, Actor actor) {
        var draft = sheet.draft();
        var addressees = drafts.addressees(draft);
        var rows = draft.content().paragraphs().stream().map(Paragraph::id).toList();
        return new ComposeView(
                draft,
                editor,
                sheet.unsavedSince(),
                problems,
                drafts.checks(draft, actor.scope()),
                addressees,
                readership(draft, addressees),
                clearances.chain(draft),
                others(draft, actor),
                choices(),
                claims.verdicts(rows),
                drafts.banner(draft),
                highest(draft),
                draft.office().equals(actor.office()),
                actor.may(Permission.DRAFT)
                        && draft.office().equals(actor.office())
                        && draft.state().open());
    }

    private List<Presence> others(Draft draft, Actor actor) {
        return draft.state().open() ? together.present(draft.id(), actor) : List.of();
    }

    private ComposeView.Choices choices() {
        var limits = attachments.limits();
        return new ComposeView.Choices(
                policy.traffic().types(),
                policy.traffic().precedences(),
                policy.traffic().topicsInForce(LocalDate.now(clock)),
                policy.handling(),
                offices.collectives(),
                claims.all(),
                limits.mediaTypes().stream()
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(",")),
                limits.largest().toMegabytes());
    }

    private int highest(Draft draft) {
        return draft.content().marks().mapToInt(policy.handling()::rank).max().orElse(0);
    }

    private ComposeView.Readership readership(Draft draft, List<Addressee> addressees) {
        var codes = new HashSet<OfficeCode>();
        addressees.forEach(addressee -> codes.add(addressee.office()));
        codes.add(draft.office());
        var captions = draft.content().captions();
        var restrictive = policy.handling().restrictive(captions);
        var everybody = !restrictive.containsAll(captions);
        var label = new Label(drafts.banner(draft), restrictive, everybody ? Set.of() : codes);
        var held = offices.onMinimise(LocalDate.now(clock));
        return new ComposeView.Readership(
                accounts.readers(label),
                everybody,
                codes.stream()
                        .filter(
                                code ->
                                        offices.find(code).orElse(null)
                                                instanceof Office.Correspondent)
                        .map(OfficeCode::value)
                        .sorted()
                        .toList(),
                codes.stream().filter(held::contains).map(OfficeCode::value).sorted().toList());
    }
}
