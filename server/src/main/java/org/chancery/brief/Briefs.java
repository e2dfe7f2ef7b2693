// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.Offices;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Sha256;
import org.chancery.kernel.Texts;
import org.chancery.picture.Board;
import org.chancery.picture.Pictures;
import org.chancery.policy.Handling;
import org.chancery.position.Lane;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to briefs. A brief shows what its reader may read, carries mark, number and reader's name on
/// each sheet (ACC-004), and is in the audit with the hash of the file.
@Component
public class Briefs {

    /// Resolves the source of an entry; given by the caller, who may open findings.
    public interface Sources {

        Source of(String kind, String id);
    }

    public record Source(String title, String uri) {}

    private final Pictures pictures;
    private final Instructions instructions;
    private final Offices offices;
    private final Handling handling;
    private final TemplateEngine templates;
    private final AuditTrail audit;
    private final Clock clock;

    Briefs(
            Pictures pictures,
            Instructions instructions,
            Offices offices,
            Handling handling,
            TemplateEngine templates,
            AuditTrail audit,
            Clock clock) {
        this.pictures = pictures;
        this.instructions = instructions;
        this.offices = offices;
        this.handling = handling;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /// A tagged PDF of the board as of a day, every mark with its footnote.
    @Transactional
    public byte[] pdf(
            InstructionId id, LocalDate asOf, Locale language, Sources sources, Actor actor) {
        actor.require(Permission.MAKE_BRIEF);
        var instruction = instructions.get(id, actor.scope());
        var board = pictures.board(id, asOf, actor.scope());
        var texts = Texts.in(language);
        var brief =
                new Brief(
                        "B-" + UUID.randomUUID().toString().substring(0, 8),
                        instruction,
                        asOf,
                        board,
                        handling.level(instruction.label().level()),
                        notes(board, sources, texts.locale()),
                        actor,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        texts);
        var bytes = render(brief);
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "brief.exported",
                        "brief",
                        brief.number(),
                        Map.of("instruction", id.value(), "sha256", Sha256.hex(bytes))));
        return bytes;
    }

    private List<Brief.Note> notes(Board board, Sources sources, Locale language) {
        var governments = offices.governmentsByCode();
        var notes = new ArrayList<Brief.Note>();
        for (var row : board.rows()) {
            var government = governments.get(row.government());
            var name =
                    government == null ? row.government().value() : government.names().in(language);
            for (var ask : board.asks()) {
                for (var lane : Lane.values()) {
                    row.cell(ask.label())
                            .of(lane)
                            .ifPresent(
                                    entry -> {
                                        var source = sources.of(entry.basisKind(), entry.basisId());
                                        notes.add(
                                                new Brief.Note(
                                                        notes.size() + 1,
                                                        name,
                                                        entry,
                                                        source.title(),
                                                        source.uri()));
                                    });
                }
            }
        }
        return notes;
    }

    private byte[] render(Brief brief) {
        var html = new StringOutput();
        templates.render("brief/picture.jte", Map.of("brief", brief), html);
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(() -> font("Regular"), "Source Sans 3", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Bold"), "Source Sans 3", 700, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Italic"), "Source Sans 3", 400, FontStyle.ITALIC, true);
            builder.withHtmlContent(html.toString(), null);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing brief " + brief.number(), e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String style) {
        var stream = Briefs.class.getResourceAsStream("/brief/fonts/SourceSans3-" + style + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("The jar has no font " + style);
        }
        return stream;
    }
}
