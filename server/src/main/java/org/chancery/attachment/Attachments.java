// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Door of attachments: takes files after looking into them, and gives them back unchanged.
@Component
public class Attachments {

    private final ContentRepository contents;
    private final AttachmentLimits limits;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Attachments(
            ContentRepository contents,
            AttachmentLimits limits,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.contents = contents;
        this.limits = limits;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is accepted, for the page that asks for a file.
    public AttachmentLimits limits() {
        return limits;
    }

    /// Takes a file that passes every check of MSG-033. The same content is kept once, however often
    /// and under whatever names it comes. A database connection is held only after the checks, unless
    /// the caller holds one.
    ///
    /// @param name as the sender's computer names it
    /// @param bytes read up to the largest size and one byte more; the caller closes it
    /// @throws Refusal with every problem found; `NOT_PERMITTED` without the permission to draft
    /// @throws UncheckedIOException if the stream breaks off
    public StoredFile store(String name, InputStream bytes, Actor actor) {
        actor.require(Permission.DRAFT);
        var content = read(name, bytes);
        var types = Inspection.of(name, content, limits);
        var file = new StoredFile(Sha256.hex(content), name, types.agreed(), content.length);
        transactions.executeWithoutResult(
                transaction -> {
                    contents.insert(file.hash(), types.ofContent(), content, clock.instant());
                    audit.append(entry(file, actor));
                });
        return file;
    }

    private byte[] read(String name, InputStream bytes) {
        try {
            return bytes.readNBytes(limits.largestInBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the upload " + name, e);
        }
    }

    /// The name stays out of the log: it may tell what the file tells.
    private static NewAuditEntry entry(StoredFile file, Actor actor) {
        return new NewAuditEntry(
                actor.signIn(),
                actor.office().value(),
                "attachment.stored",
                "attachment",
                file.hash(),
                Map.of("mediaType", file.mediaType(), "size", String.valueOf(file.size())));
    }

    /// Reads a file for somebody; every reading is in the audit.
    ///
    /// @param kind what carries the file: `cable` or `draft`
    /// @param carrier identity of what carries it, as in the audit
    /// @throws IllegalStateException if nobody stored it: what names a file was stored with it
    public byte[] open(String hash, String kind, String carrier, Actor actor) {
        transactions.executeWithoutResult(
                transaction ->
                        audit.append(
                                new NewAuditEntry(
                                        actor.signIn(),
                                        actor.office().value(),
                                        "attachment.opened",
                                        kind,
                                        carrier,
                                        Map.of("hash", hash))));
        return bytes(hash).orElseThrow(() -> new IllegalStateException("no attachment " + hash));
    }

    /// The content, or empty for a hash nobody stored.
    @Unscoped("the caller has read the cable or draft that names the file in the reader's scope")
    public Optional<byte[]> bytes(String hash) {
        return contents.bytes(hash);
    }

    /// Whether the content is there and still what its hash says (ARC-001).
    @Unscoped("tells nothing of the content")
    public boolean intact(String hash) {
        return contents.bytes(hash).map(Sha256::hex).filter(hash::equals).isPresent();
    }
}
