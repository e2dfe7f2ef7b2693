// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Map;
import org.chancery.directory.Names;
import org.chancery.kernel.ReducedDate;
import org.jspecify.annotations.Nullable;

/// What is said of a measure: everything but its steps and documents, which only ever grow. What a
/// person says comes through [MeasureRules]; what a file or a report says knows less and is taken as
/// far as it goes.
///
/// @param instrument what it stands in; `PRACTICE` when nothing is published
/// @param implementationNote law on the books against practice, may be empty
/// @param family the package it is a provision of, empty if it stands alone
public record Coding(
        Headline headline,
        Reach reach,
        Classes classes,
        Instrument instrument,
        Effect effect,
        List<LegalReference> references,
        List<Relation> relations,
        String implementationNote,
        Grounds grounds,
        String family) {

    public Coding {
        references = List.copyOf(references);
        relations = List.copyOf(relations);
    }

    /// @param title by language, English among them; own words
    /// @param summary by language, own words, may be empty
    /// @param original title as published, empty if not known
    /// @param language of the original title, empty if there is none
    public record Headline(
            Map<String, String> title,
            Map<String, String> summary,
            String original,
            String language) {

        public Headline {
            title = Map.copyOf(title);
            summary = Map.copyOf(summary);
        }

        public Names titles() {
            return new Names(title);
        }

        /// In this language, else in English, else nothing.
        public String summaryIn(String wanted) {
            return summary.getOrDefault(wanted, summary.getOrDefault("en", ""));
        }
    }

    public enum Level {
        SUPRANATIONAL,
        NATIONAL,
        REGIONAL,
        LOCAL
    }

    /// @param jurisdiction code of the government
    /// @param subdivision ISO 3166-2 such as `DE-BY`, empty for the whole
    /// @param affects codes of other jurisdictions it bears on
    public record Reach(
            String jurisdiction, String subdivision, Level level, List<String> affects) {

        public Reach {
            affects = List.copyOf(affects);
        }
    }

    /// Where it stands in the vocabulary of its subject.
    ///
    /// @param version of the vocabulary it was coded with, 0 where none was asked
    /// @param area one, empty where the source names none
    /// @param groupNote the groups in the source's words, may be empty
    public record Classes(
            String subject,
            int version,
            String area,
            List<String> tools,
            List<String> targetGroups,
            List<String> targetOrigins,
            String groupNote) {

        public Classes {
            tools = List.copyOf(tools);
            targetGroups = List.copyOf(targetGroups);
            targetOrigins = List.copyOf(targetOrigins);
        }
    }

    public enum Instrument {
        LAW,
        DECREE,
        REGULATION,
        CIRCULAR,
        INSTRUCTION,
        COURT_DECISION,
        AGREEMENT,
        BUDGET,
        PLAN,
        PRACTICE,
        /// The source does not say.
        UNSTATED
    }

    public enum Magnitude {
        FINE_TUNING,
        MINOR,
        MID_LEVEL,
        MAJOR
    }

    /// @param magnitude null where nobody judged it
    /// @param justification needed for `MAJOR` (MEA-010), may be empty
    /// @param from first day it applies, as exactly as known
    /// @param to last day it applies, null if it does not end
    public record Effect(
            Direction direction,
            @Nullable Magnitude magnitude,
            String justification,
            @Nullable ReducedDate from,
            @Nullable ReducedDate to) {}

    /// @param kind what it is to the other
    /// @param target a measure, or for `RESPONDS_TO` a cable or an ask
    public record Relation(Kind kind, String target) {

        public enum Kind {
            PART_OF,
            AMENDS,
            REPEALS,
            REPLACES,
            EXTENDS,
            IMPLEMENTS,
            PRIOR_VERSION,
            RESPONDS_TO
        }
    }

    /// Why it is believed.
    ///
    /// @param reason for the confidence, may be empty
    /// @param sources at least one (MEA-002)
    public record Grounds(Confidence confidence, String reason, List<Citation> sources) {

        public Grounds {
            sources = List.copyOf(sources);
        }
    }

    /// @param date as the source gives it, may be empty
    public record Citation(Kind kind, String title, String uri, String date) {

        /// What kind of source it is; press alone does not make sure (MEA-002).
        public enum Kind {
            OFFICIAL,
            CABLE,
            PRESS,
            WEB
        }

        public Source source() {
            return new Source(title, uri, date);
        }
    }
}
