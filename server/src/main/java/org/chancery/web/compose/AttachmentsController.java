// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.attachment.Attachments;
import org.chancery.cable.Attachment;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Mrn;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.writing.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files on their way to and from cables. Given out to be saved, never to be shown by the browser.
@Controller
class AttachmentsController {

    private static final Set<String> KNOWN_TYPES =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff");

    private final Attachments attachments;
    private final Drafts drafts;
    private final Together together;
    private final Cables cables;
    private final Composing composing;

    AttachmentsController(
            Attachments attachments,
            Drafts drafts,
            Together together,
            Cables cables,
            Composing composing) {
        this.attachments = attachments;
        this.drafts = drafts;
        this.together = together;
        this.cables = cables;
        this.composing = composing;
    }

    /// Takes the form as it stands and a file with it.
    @PostMapping("/drafts/{id}/attachments")
    String attach(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable UUID editor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        return withForm(
                id,
                version,
                editor,
                form,
                actor,
                model,
                () -> {
                    if (file == null || file.isEmpty() && name(file).isEmpty()) {
                        throw new Refusal(Problem.at("file", KernelRefusal.VALUE_MISSING, "file"));
                    }
                    together.attach(DraftId.parse(id), stored(file, actor), actor);
                });
    }

    @PostMapping("/drafts/{id}/attachments/{file}/remove")
    String detach(
            @PathVariable String id,
            @PathVariable UUID file,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable UUID editor,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        return withForm(
                id,
                version,
                editor,
                form,
                actor,
                model,
                () -> together.detach(DraftId.parse(id), file, actor));
    }

    /// The text goes first, so that nothing is lost when the file is refused.
    private String withForm(
            String id,
            long version,
            @Nullable UUID editor,
            MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            Runnable act) {
        var draft = DraftId.parse(id);
        var page = editor == null ? UUID.randomUUID() : editor;
        var written = composing.read(draft, version, form, actor);
        try {
            if (composing.save(draft, version, page, written, actor).collides()) {
                return "redirect:/drafts/" + id + "/changed";
            }
            act.run();
            return "redirect:/drafts/" + id + "#h-at";
        } catch (Refusal refusal) {
            var sheet = together.open(draft, page, actor);
            model.addAttribute("view", composing.view(sheet, page, placed(refusal), actor));
            model.addAttribute("collides", sheet.collides());
            return "cable/draft";
        }
    }

    private static List<Problem> placed(Refusal refusal) {
        return refusal.problems().stream()
                .map(
                        problem ->
                                problem.field().isEmpty()
                                        ? new Problem(problem.code(), "file", problem.arguments())
                                        : problem)
                .toList();
    }

    private Attachment stored(MultipartFile file, Actor actor) {
        actor.require(Permission.DRAFT);
        try (var bytes = file.getInputStream()) {
            var kept = attachments.store(name(file), bytes, actor);
            return new Attachment(
                    UUID.randomUUID(), kept.hash(), kept.name(), kept.mediaType(), kept.size(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("reading the upload", e);
        }
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    @GetMapping("/drafts/{id}/attachments/{file}")
    ResponseEntity<byte[]> ofDraft(@PathVariable String id, @PathVariable UUID file, Actor actor) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        return answer(find(draft.content(), file), "draft", id, actor);
    }

    @GetMapping("/cables/{mrn}/attachments/{file}")
    ResponseEntity<byte[]> ofCable(@PathVariable String mrn, @PathVariable UUID file, Actor actor) {
        var cable = cables.get(Mrn.parse(mrn), actor.scope());
        return answer(find(cable.content(), file), "cable", cable.mrn().toString(), actor);
    }

    private static Attachment find(Content content, UUID file) {
        return content.attachments().stream()
                .filter(known -> known.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(file.toString()));
    }

    private ResponseEntity<byte[]> answer(
            Attachment file, String kind, String carrier, Actor actor) {
        var type =
                KNOWN_TYPES.contains(file.mediaType())
                        ? file.mediaType()
                        : "application/octet-stream";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(attachments.open(file.hash(), kind, carrier, actor));
    }
}
