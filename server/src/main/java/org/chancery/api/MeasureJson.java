// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.util.List;
import java.util.Map;
import org.chancery.finding.NewMeasure;
import org.chancery.finding.NewStep;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a program says of a measure; what it leaves out stays as it stands.
@Component
class MeasureJson {

    private static final Map<String, List<String>> ROWS =
            Map.of(
                    "references", List.of("scheme", "value", "uri", "source"),
                    "relations", List.of("kind", "target"),
                    "sources", List.of("kind", "title", "uri", "date"));

    private final JsonMapper json;

    MeasureJson(JsonMapper json) {
        this.json = json;
    }

    /// @throws IllegalArgumentException for a body of another shape
    NewMeasure measure(JsonNode body, NewMeasure stands) {
        var given = object(body).deepCopy();
        ROWS.forEach(
                (list, fields) -> {
                    if (given.get(list) instanceof JsonNode rows && rows.isArray()) {
                        rows.forEach(row -> complete(object(row), list, fields));
                    }
                });
        return over(given, stands, NewMeasure.class);
    }

    private static void complete(ObjectNode row, String list, List<String> fields) {
        for (var field : fields) {
            if (!row.hasNonNull(field)) {
                row.put(field, "");
            }
        }
        if (list.equals("references") && !row.hasNonNull("checked")) {
            row.put("checked", false);
        }
    }

    NewStep step(JsonNode body) {
        return over(object(body), NewStep.blank(), NewStep.class);
    }

    private <T> T over(ObjectNode given, T stands, Class<T> type) {
        var whole = object(json.valueToTree(stands));
        given.properties()
                .forEach(
                        field -> {
                            if (whole.has(field.getKey()) && !field.getValue().isNull()) {
                                whole.set(field.getKey(), field.getValue());
                            }
                        });
        return json.treeToValue(whole, type);
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("an object is needed");
    }
}
