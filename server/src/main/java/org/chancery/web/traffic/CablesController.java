// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxQuestion;
import org.chancery.delivery.InboxRow;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffMember;
import org.chancery.evidence.Claims;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Page;
import org.chancery.policy.Handling;
import org.chancery.policy.Precedence;
import org.chancery.policy.Traffic;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.chancery.web.compose.DraftQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What does it say, what does it want of us?
@Controller
class CablesController {

    private static final int ROWS = 50;

    private final Cables cables;
    private final Deliveries deliveries;
    private final DraftQueue drafts;
    private final Claims claims;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Offices offices;
    private final Traffic traffic;
    private final Handling handling;
    private final Clock clock;

    CablesController(
            Cables cables,
            Deliveries deliveries,
            DraftQueue drafts,
            Claims claims,
            Instructions instructions,
            Tasks tasks,
            Offices offices,
            Traffic traffic,
            Handling handling,
            Clock clock) {
        this.cables = cables;
        this.deliveries = deliveries;
        this.drafts = drafts;
        this.claims = claims;
        this.instructions = instructions;
        this.tasks = tasks;
        this.offices = offices;
        this.traffic = traffic;
        this.handling = handling;
        this.clock = clock;
    }

    /// @param folder name of a [Folder] in small letters, or `clear`, `drafts`, `sent`
    /// @param sort `due` or `new`
    /// @param precedence letter of the only precedence wanted, empty for all
    record Choice(
            @Nullable String folder,
            @Nullable String sort,
            @Nullable String precedence,
            @Nullable String after) {

        String place() {
            return folder == null ? "action" : folder;
        }

        boolean dueFirst() {
            return !"new".equals(sort) && !place().equals("all");
        }

        String letter() {
            return precedence == null ? "" : precedence;
        }
    }

    @GetMapping("/cables")
    String inbox(Actor actor, Choice choice, Model model) {
        model.addAttribute("list", list(actor, choice));
        model.addAttribute("traffic", traffic);
        model.addAttribute("opened", null);
        return "cable/inbox";
    }

    private InboxPage list(Actor actor, Choice choice) {
        var folder = choice.place();
        var toClear = drafts.waiting(actor);
        var own = drafts.own(actor);
        var sent =
                folder.equals("sent")
                        ? cables.page(actor.office(), choice.after(), ROWS, actor.scope())
                        : new Page<org.chancery.cable.CableSummary>(List.of(), null);
        var received =
                Set.of("sent", "clear", "drafts").contains(folder)
                        ? new Page<InboxRow>(List.of(), null)
                        : deliveries.inbox(question(actor, choice), choice.after(), ROWS, actor);
        var zone = offices.get(actor.office()).zone();
        var now = clock.instant();
        return new InboxPage(
                folder,
                choice.dueFirst(),
                choice.letter(),
                letters(),
                InboxPage.counts(deliveries.counts(actor), toClear.size(), own.size()),
                InboxPage.groups(received, choice.dueFirst(), copy -> copy.group(now, zone)),
                sent.rows(),
                switch (folder) {
                    case "clear" -> toClear;
                    case "drafts" -> own;
                    default -> List.of();
                },
                received.next() == null ? sent.next() : received.next());
    }

    private InboxQuestion question(Actor actor, Choice choice) {
        var wanted =
                traffic.precedences().stream()
                        .filter(precedence -> precedence.letter().equals(choice.letter()))
                        .map(Precedence::code)
                        .collect(Collectors.toSet());
        return new InboxQuestion(
                actor.office(), Folder.parse(choice.place()), null, wanted, choice.dueFirst());
    }

    private List<String> letters() {
        return traffic.precedences().reversed().stream()
                .map(Precedence::letter)
                .distinct()
                .toList();
    }

    /// What must be looked at now, for the bar across every page.
    @GetMapping("/cables/urgent")
    String urgent(Actor actor, Model model) {
        model.addAttribute("urgent", deliveries.urgent(actor));
        model.addAttribute("traffic", traffic);
        return "cable/urgent";
    }

    @GetMapping("/cables/{mrn}")
    String read(@PathVariable String mrn, Actor actor, Choice choice, Model model) {
        var cable = deliveries.open(Mrn.parse(mrn), actor);
        return page(cable, "text", actor, choice, model);
    }

    @GetMapping("/cables/{mrn}/raw")
    String raw(@PathVariable String mrn, Actor actor, Choice choice, Model model) {
        var cable = deliveries.open(Mrn.parse(mrn), actor);
        return page(cable, "raw", actor, choice, model);
    }

    /// @param view a view that shows what became of the cable and not its text
    @GetMapping("/cables/{mrn}/{view:references|replies|history|addressees}")
    String view(
            @PathVariable String mrn,
            @PathVariable String view,
            Actor actor,
            Choice choice,
            Model model) {
        return page(cables.get(Mrn.parse(mrn), actor.scope()), view, actor, choice, model);
    }

    /// The sheet as it is printed; printing is on record.
    @GetMapping("/cables/{mrn}/print")
    String print(@PathVariable String mrn, Actor actor, Model model) {
        var cable = deliveries.print(Mrn.parse(mrn), actor);
        model.addAttribute("opened", opened(cable, "text", actor));
        model.addAttribute("letterhead", traffic.letterhead(cable.content().type()));
        model.addAttribute("handling", handling);
        return "cable/print";
    }

    private String page(Cable cable, String view, Actor actor, Choice choice, Model model) {
        model.addAttribute("list", list(actor, choice));
        model.addAttribute("traffic", traffic);
        model.addAttribute("handling", handling);
        model.addAttribute("opened", opened(cable, view, actor));
        return "cable/inbox";
    }

    private CablePage opened(Cable cable, String view, Actor actor) {
        var instruction = instructions.of(cable.mrn(), actor.scope()).orElse(null);
        return new CablePage(
                cable,
                view,
                handling.level(cable.label().level()),
                deliveries.of(cable, actor.office()).orElse(null),
                instruction,
                tasks(instruction, actor),
                references(cable, actor),
                cables.followers(cable, actor.scope()),
                claims.verdicts(
                        cable.content().paragraphs().stream().map(row -> row.id()).toList()),
                offices.staffOf(actor.office()),
                names(),
                trail(cable, view, actor));
    }

    private List<Task> tasks(@Nullable Instruction instruction, Actor actor) {
        return instruction == null
                ? List.of()
                : tasks.open(actor.office(), actor.scope()).stream()
                        .filter(task -> task.instruction().equals(instruction.id()))
                        .toList();
    }

    /// References the reader may open lead there; the others stand as text only (MSG-022).
    private List<CablePage.Line> references(Cable cable, Actor actor) {
        var lines = new ArrayList<CablePage.Line>();
        for (var reference : cable.content().references()) {
            lines.add(
                    new CablePage.Line(
                            RawText.letter(lines.size()),
                            reference,
                            cables.byNumber(reference.number(), actor.scope())
                                    .map(known -> known.mrn().slug())
                                    .orElse(null)));
        }
        return lines;
    }

    private CablePage.Names names() {
        var staff = offices.staff();
        return new CablePage.Names(
                staff.stream().collect(Collectors.toMap(StaffMember::id, StaffMember::displayName)),
                staff.stream()
                        .collect(Collectors.toMap(StaffMember::signIn, StaffMember::displayName)));
    }

    private CablePage.Trail trail(Cable cable, String view, Actor actor) {
        return switch (view) {
            case "raw" ->
                    new CablePage.Trail(
                            RawText.of(cable, traffic, handling, offices.byCode()),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of());
            case "addressees" ->
                    new CablePage.Trail(
                            "", deliveries.ledger(cable, actor), List.of(), List.of(), List.of());
            case "history" ->
                    new CablePage.Trail(
                            "",
                            List.of(),
                            deliveries.history(cable, actor),
                            deliveries.alerts(cable, actor),
                            deliveries.distribution(cable, actor));
            default -> CablePage.Trail.NONE;
        };
    }
}
