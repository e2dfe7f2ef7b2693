// SPDX-License-Identifier: Apache-2.0
package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as tables for a terminal.
final class Tables {

    private static final JsonMapper JSON = new JsonMapper();

    private Tables() {}

    /// @param answers pages of one list, in order
    static String rows(List<String> answers, List<String> columns) {
        var rows = new ArrayList<List<String>>();
        for (var answer : answers) {
            var tree = JSON.readTree(answer);
            for (var item : tree.has("hits") ? tree.path("hits") : tree.path("items")) {
                rows.add(columns.stream().map(column -> item.path(column).asString("")).toList());
            }
        }
        return table(columns, rows);
    }

    /// Key of the page after this one, empty at the end.
    static String next(String answer) {
        return JSON.readTree(answer).path("next").asString("");
    }

    /// One line per government: word / deed for each ask.
    static String board(String answer) {
        var board = JSON.readTree(answer);
        var head = new ArrayList<String>();
        head.add("");
        board.path("asks").forEach(ask -> head.add(ask.asString()));
        var rows = new ArrayList<List<String>>();
        for (var row : board.path("rows")) {
            var line = new ArrayList<String>();
            line.add(row.path("government").asString());
            for (var ask : board.path("asks")) {
                var cell = row.path("cells").path(ask.asString());
                line.add(step(cell, "word") + " / " + step(cell, "deed"));
            }
            rows.add(line);
        }
        return table(head, rows);
    }

    private static String step(JsonNode cell, String lane) {
        return cell.path(lane).path("step").asString();
    }

    private static String table(List<String> head, List<List<String>> rows) {
        var widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = head.get(i).length();
            for (var row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder(line(head, widths));
        rows.forEach(row -> text.append('\n').append(line(row, widths)));
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            text.append(cells.get(i));
            if (i + 1 < widths.length) {
                text.append(" ".repeat(widths[i] - cells.get(i).length() + 2));
            }
        }
        return text.toString().stripTrailing();
    }
}
