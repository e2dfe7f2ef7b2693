// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Paragraph;
import org.chancery.kernel.Texts;
import org.chancery.policy.Letterhead;
import org.chancery.web.Page;

/// A draft as its letterhead would print it, line by line.
public final class AsSent {

    private final ComposeView view;
    private final Letterhead head;
    private final Page page;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private AsSent(ComposeView view, Letterhead head, Page page) {
        this.view = view;
        this.head = head;
        this.page = page;
        this.texts = Texts.in(Locale.forLanguageTag(head.language()));
    }

    public static String text(ComposeView view, Letterhead head, Page page) {
        var sheet = new AsSent(view, head, page);
        sheet.header();
        sheet.body();
        return String.join("\n", sheet.lines);
    }

    private void header() {
        var content = view.content();
        var block = content.classification();
        lines.add(banner());
        add("", content.exercise());
        lines.add("");
        add("number", page.t("cable.compose.preview.number"));
        add("date", page.t("cable.compose.preview.date"));
        add("from", view.draft().office().value());
        add("action", addressees(Addressing.ACTION));
        add("info", addressees(Addressing.INFO));
        add("marking", banner());
        add(
                "authority",
                Stream.of(
                                block.classifiedBy(),
                                block.reason(),
                                block.derivedFrom(),
                                block.declassifyOn())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
        add("captions", content.captions().stream().sorted().collect(Collectors.joining(", ")));
        add("topics", String.join(", ", content.topics()));
        add(
                "references",
                content.references().stream()
                        .map(to -> to.number() + (to.notal() ? " (NOTAL)" : ""))
                        .collect(Collectors.joining(", ")));
        add("subject", "(" + portion(content.subjectMark()) + ") " + content.subject());
    }

    private void body() {
        var rows = view.content().paragraphs();
        for (int i = 0; i < rows.size(); i++) {
            lines.add("");
            lines.add((rows.size() == 1 ? "" : i + 1 + ". ") + row(rows.get(i)));
            RowTerms.lines(rows.get(i), texts).forEach(term -> lines.add("   " + term));
        }
        lines.add("");
        add("signed", view.content().signedBy());
        lines.add(banner());
    }

    private String row(Paragraph row) {
        var title = row.heading().isEmpty() ? head.heading(row.role()) : row.heading();
        return Stream.of(
                        "(" + portion(row.mark()) + ")",
                        title.isEmpty() ? "" : title + ".",
                        row.label(),
                        row.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String addressees(Addressing role) {
        return view.addressees(role).stream()
                .collect(Collectors.groupingBy(Addressee::precedence))
                .entrySet()
                .stream()
                .map(
                        group ->
                                group.getValue().stream()
                                                .map(one -> one.office().value())
                                                .collect(Collectors.joining(", "))
                                        + " "
                                        + group.getKey())
                .collect(Collectors.joining("; "));
    }

    private void add(String word, String value) {
        if (!value.isEmpty()) {
            lines.add(word.isEmpty() ? value : head.word(word) + ": " + value);
        }
    }

    private String portion(String mark) {
        return view.choices().handling().find(mark).map(level -> level.portion()).orElse("");
    }

    private String banner() {
        return page.t(view.level().names()).toUpperCase(page.locale());
    }
}
