// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.chancery.ExampleInstruction.list;
import static org.chancery.ExampleInstruction.map;
import static org.chancery.ExampleInstruction.strings;
import static org.chancery.ExampleInstruction.text;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.access.Accounts;
import org.chancery.access.Label;
import org.chancery.archive.Import;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.draft.Drafts;
import org.chancery.finding.Findings;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.chancery.position.Basis;
import org.chancery.position.BasisClass;
import org.chancery.position.Confidence;
import org.chancery.position.Lane;
import org.chancery.position.Position;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The second worked example: the recognition of Angola in November 1975, rebuilt from a volume of
/// *Foreign Relations of the United States* the user names. Its text is not in the repository.
@Component
class AngolaExample implements FirstRun {

    static final String NAME = "angola-1975";
    private static final String FOLDER = "/example-" + NAME + "/";
    private static final InstructionId INSTRUCTION = new InstructionId("I-1975-0001");

    /// The recognitions are known from this one document; no act of recognition is on file.
    private static final Basis.Reported ONE_REPORT = new Basis.Reported(1, 1);

    private final String example;
    private final Path volume;
    private final Accounts accounts;
    private final ExampleDirectory directory;
    private final ExampleInstruction instruction;
    private final ReferenceData reference;
    private final Drafts drafts;
    private final Findings findings;
    private final Positions positions;
    private final Import files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AngolaExample(
            @Value("${chancery.example:}") String example,
            @Value("${chancery.example-volume:}") String volume,
            Accounts accounts,
            ExampleDirectory directory,
            ExampleInstruction instruction,
            ReferenceData reference,
            Drafts drafts,
            Findings findings,
            Positions positions,
            Import files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.example = example;
        this.volume = Path.of(volume);
        this.accounts = accounts;
        this.directory = directory;
        this.instruction = instruction;
        this.reference = reference;
        this.drafts = drafts;
        this.findings = findings;
        this.positions = positions;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    static FrusVolume read(Path file) {
        return FrusVolume.read(file, AngolaMapping.VOLUME, AngolaMapping.DOCUMENTS);
    }

    @Override
    public void run(Consumer<String> say) {
        if (!example.equals(NAME) || !accounts.nobodyYet()) {
            return;
        }
        var source = read(volume);
        var mapping = ExampleInstruction.readFrom(FOLDER + "mapping.yaml");
        // One transaction: a start that is killed while loading leaves nothing half.
        transaction.executeWithoutResult(status -> load(mapping, source, say));
    }

    private void load(Map<String, Object> mapping, FrusVolume source, Consumer<String> say) {
        reference.register(FOLDER + "governments.csv", say);
        directory.load(FOLDER, say);
        var first =
                send(mapping, instructing(mapping, source), map(mapping, "instruction"), source);
        say.accept(first.mrn() + " to " + first.offices(Addressing.ACTION).size() + " posts");
        var second =
                send(mapping, updating(mapping, source, first), map(mapping, "update"), source);
        say.accept(second.mrn() + " supplements " + first.mrn());
        var facts = facts(mapping, source);
        WorkedExample.report(files.load(AngolaMapping.VOLUME, new StringReader(facts)), say);
        say.accept("positions: " + recognitions(mapping, source) + " recognitions");
    }

    private Cable send(
            Map<String, Object> mapping,
            Content content,
            Map<String, Object> cable,
            FrusVolume source) {
        var whole =
                content.with()
                        .subject(text(cable, "subject"))
                        .topics(strings(mapping, "topics"))
                        .addresses(List.of(new AddressLine("ALLPOSTS", Addressing.ACTION)))
                        .exercise(text(mapping, "exercise"))
                        .signedBy(text(mapping, "signed_by"))
                        .build();
        var draft = drafts.start(whole, instruction.actor("desk"));
        return instruction.release(draft, source.document(text(cable, "document")).moment());
    }

    private static Content instructing(Map<String, Object> mapping, FrusVolume source) {
        var cable = map(mapping, "instruction");
        var document = source.document(text(cable, "document"));
        var rows = new ArrayList<Paragraph>();
        list(cable, "rows").forEach(entry -> rows.add(AngolaMapping.row(entry, document)));
        rows.add(contact(map(cable, "contact")));
        rows.add(origin("BACKGROUND", document));
        return blank("INSTRUCTION", cable)
                .with()
                .paragraphs(rows)
                .references(List.of(elsewhere(text(cable, "original"))))
                .build();
    }

    private static Content updating(Map<String, Object> mapping, FrusVolume source, Cable first) {
        var cable = map(mapping, "update");
        var document = source.document(text(cable, "document"));
        var rows = new ArrayList<Paragraph>();
        document.paragraphs().forEach(text -> rows.add(row("TEXT", text)));
        rows.add(origin("TEXT", document));
        var references = new ArrayList<Reference>();
        references.add(
                new Reference(
                        first.mrn().toString(), Reference.Relation.SUPPLEMENTS, false, false));
        references.add(elsewhere(text(cable, "original")));
        strings(cable, "references").forEach(number -> references.add(elsewhere(number)));
        return blank("CABLE", cable).with().paragraphs(rows).references(references).build();
    }

    private static Content blank(String type, Map<String, Object> cable) {
        var precedence = text(cable, "precedence");
        return Content.blank(type, AngolaMapping.MARK, precedence)
                .with()
                .precedence(precedence, precedence)
                .build();
    }

    /// What the original carried: marking, drafters, clearances; as the volume's source note says.
    private static Paragraph origin(String role, FrusVolume.Document document) {
        return row(role, document.note(document.id() + "fn1") + " " + document.address());
    }

    private static Paragraph contact(Map<String, Object> contact) {
        return row("CONTACT", text(contact, "function"), Map.of("office", text(contact, "office")));
    }

    private static Paragraph row(String role, String text) {
        return row(role, text, Map.of());
    }

    private static Paragraph row(String role, String text, Map<String, String> terms) {
        return new Paragraph(UUID.randomUUID(), role, "", "", text, AngolaMapping.MARK, terms);
    }

    private static Reference elsewhere(String number) {
        return new Reference(number, Reference.Relation.REFERS, false, true);
    }

    /// Acts and statements the volume reports, as a table of findings.
    private static String facts(Map<String, Object> mapping, FrusVolume source) {
        var table =
                new StringBuilder(
                        "country,title,kind,date,stage,direction,legal_ref,summary,source_url,"
                                + "source_title,source_date,confidence,area,target_group,position,note\n");
        var recognitions = map(mapping, "recognitions");
        var document = source.document(text(recognitions, "document"));
        var says = document.paragraph(Integer.parseInt(text(recognitions, "n")));
        for (var entry : list(recognitions, "governments")) {
            if (!says.contains(text(entry, "words"))) {
                throw FrusVolume.other("words “" + text(entry, "words") + "”");
            }
            fact(table, entry, "EVENT", text(recognitions, "as_of"), says, document);
        }
        for (var entry : list(mapping, "statements")) {
            var cited = source.document(text(entry, "document"));
            fact(
                    table,
                    entry,
                    "STATEMENT",
                    text(entry, "date"),
                    cited.note(text(entry, "note")),
                    cited);
        }
        return table.toString();
    }

    private static void fact(
            StringBuilder table,
            Map<String, Object> entry,
            String kind,
            String date,
            String says,
            FrusVolume.Document document) {
        var event = kind.equals("EVENT");
        var day = LocalDate.ofInstant(document.moment(), ZoneOffset.UTC).toString();
        var cells =
                List.of(
                        text(entry, "code"),
                        title(document),
                        kind,
                        date,
                        event ? "OCCURRED" : "STATED",
                        "NOT_APPLICABLE",
                        "",
                        says,
                        document.address(),
                        title(document),
                        day,
                        Confidence.LOW.name(),
                        "",
                        "",
                        "",
                        "");
        table.append(
                        String.join(
                                ",",
                                cells.stream()
                                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                        .toList()))
                .append('\n');
    }

    private static String title(FrusVolume.Document document) {
        return "Foreign Relations of the United States, 1969–1976, Volume XXVIII, Document "
                + document.id().substring(1);
    }

    private int recognitions(Map<String, Object> mapping, FrusVolume source) {
        var recognitions = map(mapping, "recognitions");
        var document = source.document(text(recognitions, "document"));
        var entries = list(recognitions, "governments");
        for (var entry : entries) {
            positions.enter(
                    position(
                            new GovernmentCode(text(entry, "code")),
                            text(recognitions, "as_of"),
                            text(recognitions, "ask"),
                            document));
        }
        return entries.size();
    }

    private Position position(
            GovernmentCode government, String asOf, String ask, FrusVolume.Document document) {
        var finding = findings.byKey(government, asOf, title(document)).orElseThrow();
        return new Position(
                UUID.randomUUID(),
                INSTRUCTION,
                government,
                ask,
                Lane.DEED,
                Step.LEANS_OPPOSE,
                new Basis(
                        BasisClass.REPORTED,
                        Basis.Kind.FINDING,
                        finding.facts().id().toString(),
                        false,
                        ONE_REPORT),
                ReducedDate.parse(asOf),
                Confidence.cap(ONE_REPORT.origins()).name(),
                title(document),
                "",
                "",
                Names.of(
                        "The cable lists it among the states that have recognised the MPLA regime.",
                        "Das Telegramm nennt es unter den Staaten, die das Regime der MPLA"
                                + " anerkannt haben."),
                Position.State.CONFIRMED,
                "AF",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                Label.OPEN);
    }

    @Override
    public void farewell(Consumer<String> say) {
        if (example.equals(NAME)) {
            directory.greet(FOLDER, say);
        }
    }
}
