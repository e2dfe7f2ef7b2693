// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.evidence.Claim;
import org.chancery.evidence.Comparison;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Problem;
import org.chancery.picture.Board;
import org.chancery.picture.Entry;
import org.chancery.position.Lane;

/// Everything a brief says, gathered once; each format and the data part are written from it.
///
/// @param policy name and version of the policy the levels come from
/// @param governments all on the board, known or not, by code
/// @param level highest of all that is in it
/// @param captions of all that is in it
/// @param withheldCells cells with an entry above the level of the brief's readers
/// @param withheldRecords other records above it
record Contents(
        BriefFilter filter,
        Instruction instruction,
        String policy,
        List<GovernmentCode> governments,
        List<Mark> marks,
        List<Delivery> deliveries,
        List<Rule> rules,
        List<Said> statements,
        List<Reliance> claims,
        List<SideBySide> comparisons,
        List<OpenQuestion> questions,
        int level,
        Set<String> captions,
        int withheldCells,
        int withheldRecords) {

    Contents {
        governments = List.copyOf(governments);
        marks = List.copyOf(marks);
        deliveries = List.copyOf(deliveries);
        rules = List.copyOf(rules);
        statements = List.copyOf(statements);
        claims = List.copyOf(claims);
        comparisons = List.copyOf(comparisons);
        questions = List.copyOf(questions);
        captions = Set.copyOf(captions);
    }

    /// @param title of the source, or the démarche by office and function
    /// @param date as exactly as the source is dated, may be empty
    record Origin(String title, String uri, String date) {}

    record Mark(Entry entry, Origin origin) {}

    /// What a post has done with one government.
    ///
    /// @param on day of the latest delivery known, empty while nothing is delivered
    /// @param level of whom it was delivered to
    record Delivery(
            OfficeCode office,
            GovernmentCode government,
            String on,
            String level,
            long raised,
            int points,
            boolean inPart) {}

    /// A rule of a government as it stood.
    ///
    /// @param overdue last day it is known to apply, once that is past; empty otherwise (MEA-009)
    record Rule(
            String family,
            GovernmentCode government,
            String title,
            String stage,
            String since,
            String direction,
            String confidence,
            String overdue,
            Origin origin) {}

    record Said(
            GovernmentCode government,
            String title,
            String date,
            String confidence,
            Origin origin) {}

    /// @param points labels of the points that rest on the claim
    /// @param claim as assessed by the moment the brief knows of
    record Reliance(List<String> points, Claim claim, List<Origin> origins) {}

    /// @param refusal why the two may not be compared
    record SideBySide(
            BriefFilter.Pair pair,
            String first,
            String second,
            Optional<Comparison> comparison,
            Optional<Problem> refusal,
            List<Origin> origins) {}

    Optional<Mark> mark(GovernmentCode government, String ask, Lane lane) {
        return marks.stream()
                .filter(
                        mark ->
                                mark.entry().government().equals(government)
                                        && mark.entry().ask().equals(ask)
                                        && mark.entry().lane() == lane)
                .findFirst();
    }

    boolean known(GovernmentCode government) {
        return marks.stream().anyMatch(mark -> mark.entry().government().equals(government));
    }

    Board.Cell cell(GovernmentCode government, String ask) {
        return new Board.Cell(
                mark(government, ask, Lane.WORD).map(Mark::entry),
                mark(government, ask, Lane.DEED).map(Mark::entry));
    }
}
