// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.attachment.Attachments;
import org.chancery.cable.Attachment;
import org.chancery.cable.DraftId;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.writing.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files of drafts, taken by the same checks as on the page (MSG-033).
@RestController
@RequestMapping("/api/v1")
class AttachmentsApi {

    private final Attachments attachments;
    private final Drafts drafts;
    private final Together together;

    AttachmentsApi(Attachments attachments, Drafts drafts, Together together) {
        this.attachments = attachments;
        this.drafts = drafts;
        this.together = together;
    }

    /// @param version of the draft that carries it
    record AttachmentText(
            UUID id,
            String name,
            String mediaType,
            long size,
            String hash,
            String mark,
            long version) {}

    /// Adds a file to a draft.
    ///
    /// @param mark code of its level, empty while unmarked
    @PostMapping("/drafts/{id}/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentText attach(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mark,
            Actor actor) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        if (file == null) {
            throw new Refusal(Problem.at("file", KernelRefusal.VALUE_MISSING, "file"));
        }
        var name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
            var kept = attachments.store(name == null ? "" : name, bytes, actor);
            var attached =
                    new Attachment(
                            UUID.randomUUID(),
                            kept.hash(),
                            kept.name(),
                            kept.mediaType(),
                            kept.size(),
                            mark);
            var changed = together.attach(draft.id(), attached, actor);
            return new AttachmentText(
                    attached.id(),
                    attached.name(),
                    attached.mediaType(),
                    attached.size(),
                    attached.hash(),
                    attached.mark(),
                    changed.version());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the upload", e);
        }
    }
}
