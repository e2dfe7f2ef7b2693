// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.clearance.Chain;
import org.chancery.clearance.Clearance;
import org.chancery.directory.Collective;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.evidence.Claim;
import org.chancery.evidence.Verdict;
import org.chancery.kernel.Problem;
import org.chancery.policy.CableType;
import org.chancery.policy.Handling;
import org.chancery.policy.Precedence;
import org.chancery.policy.Topic;
import org.chancery.web.Page;
import org.chancery.writing.Presence;
import org.jspecify.annotations.Nullable;

/// Everything the compose page shows of one draft.
///
/// @param editor identity of this opening of the page
/// @param unsavedSince when the text shown was kept without a version, null if it is one
/// @param problems what was refused
/// @param banner rank of the level it would go at
/// @param highest rank of its highest mark
/// @param own the reader's office writes it
/// @param editable the reader may change it
public record ComposeView(
        Draft draft,
        UUID editor,
        @Nullable Instant unsavedSince,
        List<Problem> problems,
        List<Check> checks,
        List<Addressee> addressees,
        Readership readership,
        Chain chain,
        List<Presence> others,
        Choices choices,
        Map<UUID, Verdict> verdicts,
        int banner,
        int highest,
        boolean own,
        boolean editable) {

    /// What the fields offer.
    public record Choices(
            List<CableType> types,
            List<Precedence> precedences,
            List<Topic> topics,
            Handling handling,
            List<Collective> collectives,
            List<Claim> claims,
            String fileTypes,
            long largestFile) {}

    /// Who will be able to read it.
    ///
    /// @param people cleared for banner and captions in the offices it is for
    /// @param external correspondents outside, by code
    /// @param minimise offices on it that ask to hold traffic
    public record Readership(
            int people, boolean everybody, List<String> external, List<String> minimise) {}

    /// A run of rows of one kind, in the order of the text.
    ///
    /// @param kind `text`, `points` or `reporting`
    /// @param from place of its first row in the text, from 0
    public record Run(String kind, int from, List<Paragraph> rows) {}

    public Content content() {
        return draft.content();
    }

    public String id() {
        return draft.id().toString();
    }

    public List<Run> runs() {
        var runs = new ArrayList<Run>();
        var rows = content().paragraphs();
        for (int i = 0; i < rows.size(); i++) {
            var kind = kind(rows.get(i));
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last == null || !last.kind().equals(kind)) {
                last = new Run(kind, i, new ArrayList<>());
                runs.add(last);
            }
            last.rows().add(rows.get(i));
        }
        return runs;
    }

    private static String kind(Paragraph row) {
        return switch (row.role()) {
            case "POINT" -> "points";
            case "ASK", "REQUIREMENT" -> "reporting";
            default -> "text";
        };
    }

    /// What a row carries without a field for it, by the name of the input.
    public Map<String, String> unseen(Paragraph row) {
        var unseen = new TreeMap<String, String>();
        var fields = DraftRows.fields(row.role());
        DraftRows.TERMS.forEach(
                (input, term) -> {
                    if (!fields.contains(input)) {
                        unseen.put(input, row.term(term));
                    }
                });
        return unseen;
    }

    /// It goes on with an instruction, whose due days it may move (TSK-010).
    public boolean supplements() {
        return content().reference(Reference.Relation.SUPPLEMENTS).isPresent();
    }

    public long words() {
        return content().paragraphs().stream()
                .map(row -> row.text().strip())
                .filter(text -> !text.isEmpty())
                .mapToLong(text -> text.split("\\s+").length)
                .sum();
    }

    public List<Addressee> addressees(Addressing role) {
        return addressees.stream().filter(one -> one.role() == role).toList();
    }

    /// The address field as a person writes it: `EUROPE, OTTAWA/IMMEDIATE`.
    public String lines(Addressing role) {
        return content().addresses().stream()
                .filter(line -> line.role() == role)
                .map(ComposeView::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(AddressLine line) {
        return line.precedence().isEmpty()
                ? line.target()
                : line.target() + "/" + line.precedence();
    }

    /// Collectives the draft is addressed to.
    public List<Collective> addressed() {
        var targets =
                content().addresses().stream().map(AddressLine::target).collect(Collectors.toSet());
        return choices.collectives().stream()
                .filter(list -> targets.contains(list.code()))
                .toList();
    }

    /// How many each addressed collective has, for the tokens: `EUROPE=36 offices`.
    public String sets(Page page) {
        return addressed().stream()
                .map(list -> list.code() + "=" + page.t("cable.compose.set", list.members().size()))
                .collect(Collectors.joining(";"));
    }

    /// Members of a collective that another line names too, with the collectives that hold all of
    /// them.
    ///
    /// @param shared how many
    /// @param within code of a collective that holds them all, empty if none does
    public record Overlap(int shared, String within) {}

    public Overlap overlap(Collective list) {
        var named = new HashSet<OfficeCode>();
        var within = "";
        for (var other : addressed()) {
            if (!other.code().equals(list.code())) {
                named.addAll(other.members());
                if (other.members().containsAll(list.members())) {
                    within = other.code();
                }
            }
        }
        content().addresses().stream()
                .map(AddressLine::target)
                .filter(target -> target.matches("[A-Z0-9 -]+"))
                .map(OfficeCode::new)
                .forEach(named::add);
        return new Overlap((int) list.members().stream().filter(named::contains).count(), within);
    }

    public List<Check> blocking() {
        return checks.stream().filter(this::blocks).toList();
    }

    public boolean blocks(Check check) {
        return switch (check.weight()) {
            case BLOCKS -> true;
            case ACKNOWLEDGE -> !draft.acknowledged(check);
            case WARNS -> false;
        };
    }

    /// The first thing the rules say of a row.
    public @Nullable Check of(Paragraph row) {
        return checks.stream()
                .filter(
                        check ->
                                row.id().equals(check.paragraph())
                                        || check.problem().field().endsWith(row.id().toString()))
                .findFirst()
                .orElse(null);
    }

    /// Whether a field was refused or fails a check.
    public @Nullable Problem at(String field) {
        return java.util.stream.Stream.concat(
                        problems.stream(), checks.stream().filter(this::blocks).map(Check::problem))
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    private static final List<String> AREAS =
            List.of(
                    "addressees",
                    "heading",
                    "marking",
                    "text",
                    "reporting",
                    "references",
                    "attachments");

    /// Parts of the cable the rules have nothing to say of.
    public List<String> passed() {
        var spoken = checks.stream().map(ComposeView::area).collect(Collectors.toSet());
        return AREAS.stream().filter(area -> !spoken.contains(area)).toList();
    }

    private static String area(Check check) {
        var problem = check.problem();
        if (problem.field().isEmpty() && problem.code().code().startsWith("TSK")) {
            return "reporting";
        }
        return area(problem.field());
    }

    private static String area(String field) {
        return switch (field.replaceAll("-.*", "")) {
            case "action", "info", "excluded", "minimizeConsidered" -> "addressees";
            case "subject", "topics", "exercise", "type", "infoPrecedence", "actionPrecedence" ->
                    "heading";
            case "banner", "compilationReason", "authority", "declassifyOn", "captions", "mark" ->
                    "marking";
            case "form", "due", "rounds", "recurring", "until", "changes" -> "reporting";
            case "references", "ref" -> "references";
            case "attachment" -> "attachments";
            default -> "text";
        };
    }

    public long given() {
        return chain.steps().stream().filter(Clearance::given).count();
    }

    /// Offices that have been asked or will be.
    public long asked() {
        return chain.steps().size() + chain.notAsked().size();
    }

    public boolean inClearance() {
        return draft.state() instanceof DraftState.InClearance;
    }

    public boolean cleared() {
        return chain.cleared();
    }

    /// For an input of type `datetime-local`, in the zone of the office.
    public String local(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
    }

    public Handling.Level level() {
        return choices.handling().level(banner);
    }
}
