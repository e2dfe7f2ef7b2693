// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.Attachment;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Paragraph;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftChanged;
import org.chancery.draft.DraftRefusal;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.writing.WritingRepository.Unsaved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Door of writing together: what somebody has typed is kept at once and becomes a version later,
/// who else is there is known, and nobody's text is overwritten without a word (ADR 007).
@Component
public class Together {

    /// Unsaved text becomes a version at the latest after this time of writing.
    static final Duration UNSAVED_FOR = Duration.ofMinutes(10);

    private final WritingRepository repository;
    private final Drafts drafts;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Together(
            WritingRepository repository,
            Drafts drafts,
            Accounts accounts,
            TransactionTemplate transactions,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A draft as one person has it before them.
    ///
    /// @param draft with their unsaved text, if there is any
    /// @param unsavedSince when that text was last kept, null if all is saved
    /// @param collisions what they and others have changed both; the text shown has theirs then
    public record Sheet(
            Draft draft, @Nullable Instant unsavedSince, List<Merge.Collision> collisions) {

        public Sheet {
            collisions = List.copyOf(collisions);
        }

        public boolean collides() {
            return !collisions.isEmpty();
        }
    }

    /// Opens the draft. What others have not saved becomes a version of theirs first, what the
    /// actor has not saved comes back.
    ///
    /// @param editor the page that opens it
    public Sheet open(DraftId id, UUID editor, Actor actor) {
        settleOthers(id, actor);
        return within(() -> sheet(id, editor, actor));
    }

    private Sheet sheet(DraftId id, @Nullable UUID editor, Actor actor) {
        var draft = drafts.get(id, actor.scope());
        var unsaved = repository.unsaved(id, actor.signIn()).orElse(null);
        if (unsaved == null || !draft.state().open()) {
            return new Sheet(draft, null, List.of());
        }
        var merge = merge(draft, unsaved, Map.of());
        if (!merge.collisions().isEmpty()) {
            return new Sheet(draft, unsaved.at(), merge.collisions());
        }
        if (editor != null) {
            handOver(draft, unsaved, merge.merged(), editor);
        }
        return merge.merged().equals(draft.content())
                ? new Sheet(draft, null, List.of())
                : new Sheet(
                        draft.withUnsaved(merge.merged(), draft.version()),
                        unsaved.at(),
                        List.of());
    }

    /// From the page that wrote the text to one that now has it before it, on the newest version.
    private void handOver(Draft draft, Unsaved unsaved, Content merged, UUID editor) {
        if (merged.equals(draft.content())) {
            repository.forget(draft.id(), unsaved.by());
            return;
        }
        repository.keep(
                draft.id(),
                new Unsaved(
                        unsaved.by(),
                        editor,
                        draft.content(),
                        merged,
                        unsaved.begun(),
                        unsaved.at()));
    }

    /// The draft as the actor has it before them, with what they have not saved.
    public Sheet sheet(DraftId id, Actor actor) {
        return within(() -> sheet(id, null, actor));
    }

    /// Keeps what somebody has typed, without making a version of it. After ten minutes of writing
    /// it becomes one.
    ///
    /// @param seen version the page started from
    /// @throws Refusal `OPEN_ELSEWHERE` if another page of the same person has unsaved text,
    ///   `NOT_YOUR_DRAFT` from another office
    public Sheet keep(DraftId id, long seen, UUID editor, Content content, Actor actor) {
        var kept = within(() -> store(id, seen, editor, content, actor));
        var sheet = sheet(id, actor);
        var since = Duration.between(kept.begun(), kept.at());
        return sheet.collides() || since.compareTo(UNSAVED_FOR) < 0
                ? sheet
                : settled(id, actor, sheet);
    }

    private Sheet settled(DraftId id, Actor actor, Sheet otherwise) {
        return settle(id, actor).map(draft -> new Sheet(draft, null, List.of())).orElse(otherwise);
    }

    private Unsaved store(DraftId id, long seen, UUID editor, Content content, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = drafts.get(id, actor.scope());
        draft.state().requireOpen();
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(DraftRefusal.NOT_YOUR_DRAFT, actor.office().value());
        }
        var text =
                repository
                        .unsaved(id, actor.signIn())
                        .map(before -> after(before, draft, seen, editor, content))
                        .orElseGet(() -> begun(draft, seen, editor, content, actor.signIn()));
        repository.keep(id, text);
        return text;
    }

    private Unsaved begun(Draft draft, long seen, UUID editor, Content content, String by) {
        return new Unsaved(
                by, editor, drafts.version(draft, seen).content(), content, now(), now());
    }

    private Unsaved after(Unsaved before, Draft draft, long seen, UUID editor, Content content) {
        var own = before.editor().equals(editor);
        var waiting = !saved(draft, before);
        if (waiting && !own && !before.content().equals(content)) {
            throw new Refusal(WritingRefusal.OPEN_ELSEWHERE);
        }
        return new Unsaved(
                before.by(),
                editor,
                own ? before.base() : drafts.version(draft, seen).content(),
                content,
                waiting ? before.begun() : now(),
                now());
    }

    /// Everything in it is in the newest version.
    private static boolean saved(Draft draft, Unsaved text) {
        var merge = merge(draft, text, Map.of());
        return merge.collisions().isEmpty() && merge.merged().equals(draft.content());
    }

    /// Makes a version of what somebody wrote. What others changed meanwhile elsewhere in the text
    /// stays; where both changed the same, nothing is saved and the text is kept.
    ///
    /// @param seen version the page started from
    /// @return with collisions, if it was not saved
    /// @throws Refusal `ROW_HELD`, `OPEN_ELSEWHERE` and what [Drafts#change] refuses; the text is
    ///   kept all the same
    public Sheet save(DraftId id, long seen, UUID editor, Content content, Actor actor) {
        var kept = within(() -> store(id, seen, editor, content, actor));
        return within(
                () -> {
                    var draft = drafts.get(id, actor.scope());
                    var merge = merge(draft, kept, Map.of());
                    return merge.collisions().isEmpty()
                            ? new Sheet(change(draft, merge.merged(), actor), null, List.of())
                            : new Sheet(draft, kept.at(), merge.collisions());
                });
    }

    /// Saves after somebody has chosen, for each collision, whose text stands.
    ///
    /// @param seen version they compared with
    /// @param keepMine by key of a collision
    /// @return with the collisions not yet decided, if it was not saved
    /// @throws Refusal `CHANGED_MEANWHILE` if there is a newer version again
    public Sheet resolve(DraftId id, long seen, Map<String, Boolean> keepMine, Actor actor) {
        return within(
                () -> {
                    var draft = drafts.get(id, actor.scope());
                    if (draft.version() != seen) {
                        throw new Refusal(KernelRefusal.CHANGED_MEANWHILE);
                    }
                    var unsaved = repository.unsaved(id, actor.signIn());
                    if (unsaved.isEmpty()) {
                        return new Sheet(draft, null, List.of());
                    }
                    var merge = merge(draft, unsaved.get(), keepMine);
                    return merge.collisions().isEmpty()
                            ? new Sheet(change(draft, merge.merged(), actor), null, List.of())
                            : new Sheet(draft, unsaved.get().at(), merge.collisions());
                });
    }

    private Draft change(Draft draft, Content content, Actor actor) {
        var changed = drafts.change(draft.id(), draft.version(), content, actor);
        repository.forget(draft.id(), actor.signIn());
        return changed;
    }

    /// Takes back what the actor has typed and not saved.
    @Transactional
    public void forget(DraftId id, Actor actor) {
        repository.forget(drafts.get(id, actor.scope()).id(), actor.signIn());
    }

    /// Makes a version of what the actor has not saved, before it goes to others.
    ///
    /// @return empty if there was nothing to save
    /// @throws Refusal `CHANGED_MEANWHILE` if it collides with what others saved
    public Optional<Draft> settle(DraftId id, Actor actor) {
        return within(
                () -> {
                    var sheet = sheet(id, null, actor);
                    if (sheet.collides()) {
                        throw new Refusal(KernelRefusal.CHANGED_MEANWHILE);
                    }
                    if (sheet.unsavedSince() == null) {
                        return Optional.empty();
                    }
                    var draft = sheet.draft();
                    var changed = drafts.change(id, draft.version(), draft.content(), actor);
                    repository
                            .unsaved(id, actor.signIn())
                            .ifPresent(text -> repository.keep(id, goesOn(text)));
                    return Optional.of(changed);
                });
    }

    /// What cannot become a version stays with its writer, who is told when they come back.
    private void settleOthers(DraftId id, Actor reader) {
        for (var unsaved : repository.unsaved(drafts.get(id, reader.scope()).id())) {
            if (unsaved.by().equals(reader.signIn())) {
                continue;
            }
            try {
                accounts.actor(unsaved.by()).ifPresent(writer -> settle(id, writer));
            } catch (Refusal stays) {
                // Refused to its writer, not to who opens the draft: the text is kept as it was.
                continue;
            }
        }
    }

    /// The page goes on from what it has, which need not have what others added.
    private Unsaved goesOn(Unsaved text) {
        return new Unsaved(text.by(), text.editor(), text.content(), text.content(), now(), now());
    }

    private static Merge merge(Draft draft, Unsaved mine, Map<String, Boolean> keepMine) {
        return Merge.of(mine.base(), mine.content(), draft.content(), keepMine);
    }

    /// Adds a file to the newest version, whatever else is being written.
    @Transactional
    public Draft attach(DraftId id, Attachment file, Actor actor) {
        var draft = drafts.get(id, actor.scope());
        var files = new ArrayList<>(draft.content().attachments());
        files.add(file);
        return drafts.change(
                id, draft.version(), draft.content().with().attachments(files).build(), actor);
    }

    /// Takes a file off the newest version.
    ///
    /// @throws Refusal `ABSENT` if the draft carries none of that identity
    @Transactional
    public Draft detach(DraftId id, UUID file, Actor actor) {
        var draft = drafts.get(id, actor.scope());
        var files =
                draft.content().attachments().stream().filter(f -> !f.id().equals(file)).toList();
        if (files.size() == draft.content().attachments().size()) {
            throw Refusal.absent(file.toString());
        }
        return drafts.change(
                id, draft.version(), draft.content().with().attachments(files).build(), actor);
    }

    /// Says that the actor has the draft open, and asks to hold the row they write in.
    ///
    /// @param row null for none
    /// @return the others; one of them holds the row if the actor does not
    public List<Presence> here(DraftId id, @Nullable UUID row, Actor actor) {
        return within(
                () -> {
                    drafts.lock(id, actor.scope());
                    repository.expire(
                            id, now().minus(Presence.GONE_AFTER), now().minus(Presence.HELD_FOR));
                    var others = others(id, actor);
                    var free = row == null || others.stream().noneMatch(o -> row.equals(o.row()));
                    repository.here(id, actor, free ? row : null, now());
                    return others;
                });
    }

    /// Who else has the draft open.
    @Transactional
    public List<Presence> present(DraftId id, Actor actor) {
        drafts.get(id, actor.scope());
        repository.expire(id, now().minus(Presence.GONE_AFTER), now().minus(Presence.HELD_FOR));
        return others(id, actor);
    }

    private List<Presence> others(DraftId id, Actor actor) {
        return repository.present(id).stream()
                .filter(one -> !one.by().equals(actor.signIn()))
                .toList();
    }

    /// Refuses a change of a row that is held for somebody else, however it is sent.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DraftChanged event) {
        var id = new DraftId(event.draft());
        repository.expire(id, now().minus(Presence.GONE_AFTER), now().minus(Presence.HELD_FOR));
        var problems = new ArrayList<Problem>();
        for (var holder : repository.present(id)) {
            var row = holder.row();
            if (row != null && !holder.by().equals(event.by()) && changed(event, row)) {
                problems.add(
                        Problem.at(
                                "text-" + row,
                                WritingRefusal.ROW_HELD,
                                holder.name(),
                                holder.office().value()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private boolean changed(DraftChanged event, UUID row) {
        return !Merge.same(row(event, event.version() - 1, row), row(event, event.version(), row));
    }

    private @Nullable Paragraph row(DraftChanged event, long version, UUID row) {
        return drafts.version(event, version).content().paragraphs().stream()
                .filter(known -> known.id().equals(row))
                .findFirst()
                .orElse(null);
    }

    private <T> T within(Supplier<T> act) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> act.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
