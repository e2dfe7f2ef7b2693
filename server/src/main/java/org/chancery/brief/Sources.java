// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.chancery.picture.Entry;
import org.chancery.position.JointText;
import org.chancery.position.JointTexts;

/// What entries rest on, as far as one reader may open it. Findings are read by government and kept,
/// so that a board of many governments does not ask once per mark.
final class Sources {

    /// A basis that could be opened.
    ///
    /// @param label of the record itself; the entry has its own
    record Opened(Contents.Origin origin, Label label) {}

    private final Findings findings;
    private final Demarches demarches;
    private final JointTexts jointTexts;
    private final Texts texts;
    private final LocalDate asOf;
    private final ReadScope reader;
    private final Map<UUID, Finding> known = new HashMap<>();
    private final Set<GovernmentCode> read = new HashSet<>();

    Sources(
            Findings findings,
            Demarches demarches,
            JointTexts jointTexts,
            BriefFilter filter,
            ReadScope reader) {
        this.findings = findings;
        this.demarches = demarches;
        this.jointTexts = jointTexts;
        this.texts = Texts.in(filter.language());
        this.asOf = filter.asOf();
        this.reader = reader;
    }

    /// @return empty if the reader may not open it: the entry is then not there (PIC-002)
    Optional<Opened> of(Entry entry) {
        return switch (entry.basisKind()) {
            case "FINDING" -> finding(entry).map(Sources::opened);
            case "DEMARCHE" -> demarche(entry.basisId()).map(Sources::opened);
            case "JOINT_TEXT" -> text(entry.basisId()).map(Sources::opened);
            case "COVERAGE" -> Optional.of(said("brief.basis.COVERAGE", entry));
            case "ASSESSMENT" -> Optional.of(said("brief.basis.ASSESSMENT", entry));
            default -> throw new IllegalStateException("unknown basis: " + entry.basisKind());
        };
    }

    /// What the house says itself: there is no record but the entry, whose label holds.
    private Opened said(String words, Entry entry) {
        return new Opened(
                new Contents.Origin(texts.say(words, entry.basisId()), "", entry.asOf().text()),
                Label.OPEN);
    }

    private Optional<JointText> text(String id) {
        return orAbsent(() -> jointTexts.get(JointText.parse(id)));
    }

    private Optional<Finding> finding(Entry entry) {
        if (read.add(entry.government())) {
            findings.of(entry.government(), asOf, reader)
                    .forEach(finding -> known.put(finding.facts().id().value(), finding));
        }
        var id = FindingId.parse(entry.basisId());
        var found = known.get(id.value());
        return found == null ? orAbsent(() -> findings.get(id, reader)) : Optional.of(found);
    }

    private Optional<Demarche> demarche(String id) {
        return orAbsent(() -> demarches.get(DemarcheId.parse(id), reader));
    }

    /// Not there and not allowed are one answer; any other refusal is passed on.
    private static <T> Optional<T> orAbsent(java.util.function.Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (Refusal refusal) {
            if (refusal.first().code() == KernelRefusal.ABSENT) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    static Contents.Origin origin(Finding finding) {
        var facts = finding.facts();
        var source = facts.source();
        var title = facts.title() + (source.title().isEmpty() ? "" : ". " + source.title());
        return new Contents.Origin(title, source.uri(), source.date());
    }

    private static Opened opened(Finding finding) {
        return new Opened(origin(finding), finding.facts().label());
    }

    /// A public text, by its title and where it can be read.
    private static Opened opened(JointText text) {
        return new Opened(
                new Contents.Origin(
                        text.title() + ". " + text.source(), text.sourceUri(), text.on().text()),
                Label.OPEN);
    }

    /// By office and function, never by name (DEM-007).
    private static Opened opened(Demarche demarche) {
        var what = demarche.what();
        return new Opened(
                new Contents.Origin(
                        demarche.office().value() + ", " + what.interlocutor().function(),
                        "",
                        LocalDate.ofInstant(what.deliveredAt(), ZoneOffset.UTC).toString()),
                demarche.label());
    }
}
