// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A [Content] in the making: starts blank or from another, and is changed place by place.
public final class ContentBuilder {

    private String type;
    private String subject = "";
    private String subjectMark;
    private Classification classification = Classification.NONE;
    private Set<String> captions = Set.of();
    private List<String> topics = List.of();
    private String actionPrecedence;
    private String infoPrecedence;
    private Timing timing = Timing.NONE;
    private List<AddressLine> addresses = List.of();
    private Set<String> excluded = Set.of();
    private List<String> attention = List.of();
    private List<Paragraph> paragraphs = List.of();
    private List<Reference> references = List.of();
    private List<Attachment> attachments = List.of();
    private boolean minimizeConsidered;
    private String exercise = "";
    private String signedBy = "";

    ContentBuilder(String type, String mark, String precedence) {
        this.type = type;
        this.subjectMark = mark;
        this.actionPrecedence = precedence;
        this.infoPrecedence = precedence;
    }

    ContentBuilder(Content from) {
        type = from.type();
        subject = from.subject();
        subjectMark = from.subjectMark();
        classification = from.classification();
        captions = from.captions();
        topics = from.topics();
        actionPrecedence = from.actionPrecedence();
        infoPrecedence = from.infoPrecedence();
        timing = from.timing();
        addresses = from.addresses();
        excluded = from.excluded();
        attention = from.attention();
        paragraphs = from.paragraphs();
        references = from.references();
        attachments = from.attachments();
        minimizeConsidered = from.minimizeConsidered();
        exercise = from.exercise();
        signedBy = from.signedBy();
    }

    public ContentBuilder type(String code) {
        type = code;
        return this;
    }

    public ContentBuilder subject(String text) {
        subject = text;
        return this;
    }

    public ContentBuilder subjectMark(String level) {
        subjectMark = level;
        return this;
    }

    public ContentBuilder classification(Classification block) {
        classification = block;
        return this;
    }

    public ContentBuilder captions(Collection<String> codes) {
        captions = Set.copyOf(codes);
        return this;
    }

    public ContentBuilder topics(List<String> codes) {
        topics = List.copyOf(codes);
        return this;
    }

    /// @param action code for ACTION addressees
    /// @param info code for INFO addressees
    public ContentBuilder precedence(String action, String info) {
        actionPrecedence = action;
        infoPrecedence = info;
        return this;
    }

    public ContentBuilder timing(Timing times) {
        timing = times;
        return this;
    }

    public ContentBuilder addresses(List<AddressLine> lines) {
        addresses = List.copyOf(lines);
        return this;
    }

    public ContentBuilder excluded(Collection<String> offices) {
        excluded = Set.copyOf(offices);
        return this;
    }

    public ContentBuilder attention(List<String> lines) {
        attention = List.copyOf(lines);
        return this;
    }

    public ContentBuilder paragraphs(List<Paragraph> rows) {
        paragraphs = List.copyOf(rows);
        return this;
    }

    public ContentBuilder references(List<Reference> cables) {
        references = List.copyOf(cables);
        return this;
    }

    public ContentBuilder attachments(List<Attachment> files) {
        attachments = List.copyOf(files);
        return this;
    }

    public ContentBuilder minimizeConsidered(boolean considered) {
        minimizeConsidered = considered;
        return this;
    }

    public ContentBuilder exercise(String name) {
        exercise = name;
        return this;
    }

    public ContentBuilder signedBy(String authority) {
        signedBy = authority;
        return this;
    }

    public Content build() {
        return new Content(
                type,
                subject,
                subjectMark,
                classification,
                captions,
                topics,
                actionPrecedence,
                infoPrecedence,
                timing,
                addresses,
                excluded,
                attention,
                paragraphs,
                references,
                attachments,
                minimizeConsidered,
                exercise,
                signedBy);
    }
}
