// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Timing;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the texts an office keeps to start others from.
@Component
public class Templates {

    private final WritingRepository repository;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    Templates(WritingRepository repository, Drafts drafts, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those of the reader's offices, by name.
    public List<Template> all(ReadScope reader) {
        return repository.templates(reader);
    }

    /// Keeps the text of a draft under a name, for the drafting office.
    ///
    /// @throws Refusal `TEMPLATE_NAME_MISSING`, `TEMPLATE_NAME_TAKEN`, `VALUE_TOO_LONG`
    @Transactional
    public Template keep(Draft draft, String name, Actor actor) {
        actor.require(Permission.DRAFT);
        var called = name.strip();
        if (called.isEmpty()) {
            throw new Refusal(WritingRefusal.TEMPLATE_NAME_MISSING);
        }
        if (called.length() > Template.LONGEST_NAME) {
            throw new Refusal(
                    KernelRefusal.VALUE_TOO_LONG, called, called.length(), Template.LONGEST_NAME);
        }
        if (repository.templates(actor.scope()).stream().anyMatch(t -> t.name().equals(called))) {
            throw new Refusal(WritingRefusal.TEMPLATE_NAME_TAKEN, called);
        }
        var content = lasting(draft.content());
        var template =
                new Template(
                        UUID.randomUUID(),
                        called,
                        content,
                        actor.signIn(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.insertTemplate(template, drafts.label(content, Set.of(actor.office())));
        record(actor, "template.kept", template);
        return template;
    }

    private static Content lasting(Content content) {
        return content.with()
                .classification(Classification.NONE)
                .timing(Timing.NONE)
                .references(List.of())
                .attachments(List.of())
                .minimizeConsidered(false)
                .build();
    }

    /// A draft with the text of a template, its rows under identities of their own.
    ///
    /// @throws Refusal `ABSENT` if the reader's offices have none of that identity
    @Transactional
    public Draft start(UUID id, Actor actor) {
        var content = get(id, actor.scope()).content();
        return drafts.start(
                content.with()
                        .paragraphs(content.paragraphs().stream().map(Templates::fresh).toList())
                        .build(),
                actor);
    }

    private static Paragraph fresh(Paragraph row) {
        return new Paragraph(
                UUID.randomUUID(),
                row.role(),
                row.label(),
                row.heading(),
                row.text(),
                row.mark(),
                row.terms());
    }

    @Transactional
    public void delete(UUID id, Actor actor) {
        actor.require(Permission.DRAFT);
        var template = get(id, actor.scope());
        repository.deleteTemplate(template.id());
        record(actor, "template.deleted", template);
    }

    private Template get(UUID id, ReadScope reader) {
        return all(reader).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(id.toString()));
    }

    private void record(Actor actor, String act, Template template) {
        audit.append(
                actor.signIn(), actor.office().value(), act, "template", template.id().toString());
    }
}
