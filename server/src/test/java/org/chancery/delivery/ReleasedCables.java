// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.ContentBuilder;
import org.chancery.cable.DraftId;
import org.chancery.cable.NewCable;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts cables into the record as a release does, without the way through draft and clearance. For `@Import`.
public class ReleasedCables {

    private final Cables cables;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReleasedCables(Cables cables, Accounts accounts, TransactionTemplate transaction, Clock clock) {
        this.cables = cables;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Actor actor(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    public static Paragraph row(String role, String label, String text, Map<String, String> terms) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text, "SBU", terms);
    }

    /// ACTION and INFO as `BERLIN/IMMEDIATE`, released by the director of EUR now.
    public Cable release(List<String> action, List<String> info) {
        return release(action, info, content -> content);
    }

    public Cable release(
            List<String> action, List<String> info, UnaryOperator<ContentBuilder> written) {
        return release(action, info, written, clock.instant());
    }

    public Cable release(
            List<String> action,
            List<String> info,
            UnaryOperator<ContentBuilder> written,
            Instant at) {
        var blank =
                Content.blank("CABLE", "SBU", "PRIORITY")
                        .with()
                        .subject("A subject " + UUID.randomUUID())
                        .topics(List.of("SMIG"))
                        .paragraphs(List.of(row("TEXT", "", "One paragraph.", Map.of())))
                        .exercise("EXERCISE TEST");
        var content = written.apply(blank).build();
        var addressees = new ArrayList<Addressee>();
        action.forEach(line -> addressees.add(addressee(line, Addressing.ACTION)));
        info.forEach(line -> addressees.add(addressee(line, Addressing.INFO)));
        var text =
                new NewCable(
                        new DraftId(UUID.randomUUID()),
                        new OfficeCode("EUR"),
                        content,
                        addressees,
                        1,
                        content.captions(),
                        false);
        var director = actor("director");
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                cables.release(text, director, at.truncatedTo(ChronoUnit.MICROS))));
    }

    private static Addressee addressee(String line, Addressing role) {
        var parts = line.split("/");
        return new Addressee(
                new OfficeCode(parts[0]), role, parts.length > 1 ? parts[1] : "PRIORITY", "");
    }
}
