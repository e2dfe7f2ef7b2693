// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Plan;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Sheet;

/// Démarches and plans of an instruction as a table to keep: one line each, one column for each ask.
final class DemarcheSheet {

    private DemarcheSheet() {}

    static Sheet of(Instruction instruction, List<Demarche> demarches, List<Plan> plans) {
        var columns =
                new ArrayList<>(
                        List.of(
                                "office",
                                "government",
                                "state",
                                "at",
                                "form",
                                "ministry",
                                "function",
                                "level",
                                "raised",
                                "points",
                                "reason"));
        instruction.asks().forEach(ask -> columns.add(ask.label()));
        var rows = new ArrayList<List<String>>();
        demarches.forEach(demarche -> rows.add(row(instruction, demarche)));
        plans.forEach(plan -> rows.add(row(instruction, plan)));
        return new Sheet("demarches-" + instruction.id().value(), columns, rows);
    }

    private static List<String> row(Instruction instruction, Demarche demarche) {
        var what = demarche.what();
        var codes =
                what.responses().stream()
                        .collect(
                                Collectors.toMap(
                                        response -> response.ask(),
                                        response -> response.code().name(),
                                        (first, second) -> second));
        var row =
                new ArrayList<>(
                        List.of(
                                demarche.office().value(),
                                what.government().value(),
                                demarche.state().code(),
                                what.deliveredAt().toString(),
                                what.form().name()));
        row.addAll(person(what.interlocutor()));
        row.add(String.valueOf(demarche.raised()));
        row.add(String.valueOf(what.points().size()));
        row.add("");
        instruction.asks().forEach(ask -> row.add(codes.getOrDefault(ask.label(), "")));
        return row;
    }

    private static List<String> row(Instruction instruction, Plan plan) {
        var at = plan.meeting().at();
        var row =
                new ArrayList<>(
                        List.of(
                                plan.office().value(),
                                plan.government().value(),
                                plan.state().code(),
                                at == null ? "" : at.toString(),
                                plan.meeting().form().name()));
        row.addAll(person(plan.meeting().interlocutor()));
        row.addAll(List.of("", "", plan.state().reason()));
        instruction.asks().forEach(ask -> row.add(""));
        return row;
    }

    private static List<String> person(Interlocutor interlocutor) {
        return List.of(
                interlocutor.ministry().name(),
                interlocutor.function(),
                interlocutor.level().name());
    }
}
