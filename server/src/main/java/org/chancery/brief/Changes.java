// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.Texts;
import org.chancery.position.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What moved between two briefs of the same thing: of their data, so that both say it alike.
///
/// @param since number of the earlier brief, empty if there is none
/// @param asked the maker wants it printed
record Changes(String since, boolean asked, List<Change> changes) {

    static final Changes NOT_ASKED = new Changes("", false, List.of());

    /// The office has made no earlier brief of it.
    static final Changes FIRST = new Changes("", true, List.of());

    private static final JsonMapper JSON = new JsonMapper();

    Changes {
        changes = List.copyOf(changes);
    }

    /// @param from the step before, null if nothing was known
    /// @param to the step now, null if nothing is any more
    record Change(
            GovernmentCode government,
            String ask,
            String lane,
            @Nullable Step from,
            @Nullable Step to) {}

    private record Place(String government, String ask, String lane) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return government + " " + ask + " " + lane;
        }
    }

    /// @param earlier data part of the earlier brief, as it was kept
    static Changes between(String since, byte[] earlier, Contents now) {
        var before = new TreeMap<Place, Step>();
        for (var row : JSON.readTree(new String(earlier, StandardCharsets.UTF_8)).path("rows")) {
            if (row.path("kind").asString("").equals("POSITION")) {
                before.put(
                        new Place(
                                row.path("government").asString(""),
                                row.path("about").asString(""),
                                row.path("lane").asString("")),
                        Step.valueOf(row.path("value").asString("")));
            }
        }
        var after = new TreeMap<Place, Step>();
        for (var mark : now.marks()) {
            var entry = mark.entry();
            after.put(
                    new Place(entry.government().value(), entry.ask(), entry.lane().name()),
                    entry.step());
        }
        var places = new TreeMap<Place, Step>(before);
        places.putAll(after);
        var changes = new ArrayList<Change>();
        for (var place : places.keySet()) {
            var from = before.get(place);
            var to = after.get(place);
            if (from != to) {
                changes.add(
                        new Change(
                                new GovernmentCode(place.government()),
                                place.ask(),
                                place.lane(),
                                from,
                                to));
            }
        }
        return new Changes(since, true, changes);
    }

    void write(Texts texts, Function<GovernmentCode, String> name, List<Block> into) {
        if (!asked) {
            return;
        }
        into.add(new Block.Heading(texts.say("brief.changes")));
        if (since.isEmpty()) {
            into.add(new Block.Paragraph(Block.Text.of(texts.say("brief.first"))));
            return;
        }
        if (changes.isEmpty()) {
            into.add(new Block.Paragraph(Block.Text.of(texts.say("brief.unchanged", since))));
            return;
        }
        into.add(new Block.Paragraph(Block.Text.of(texts.say("brief.changedSince", since))));
        into.add(
                new Block.Items(
                        changes.stream()
                                .map(
                                        change ->
                                                Block.Text.of(
                                                        texts.say(
                                                                "brief.change",
                                                                name.apply(change.government()),
                                                                change.ask(),
                                                                texts.say(
                                                                        "position.lane."
                                                                                + change.lane()),
                                                                step(texts, change.from()),
                                                                step(texts, change.to()))))
                                .toList()));
    }

    private static String step(Texts texts, @Nullable Step step) {
        return texts.say("position.step." + (step == null ? Step.UNKNOWN : step).name());
    }
}
