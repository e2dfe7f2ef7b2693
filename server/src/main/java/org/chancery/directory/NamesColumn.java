// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Names as they stand in a `jsonb` column: language code to name.
@Component
class NamesColumn {

    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final JsonMapper json;

    NamesColumn(JsonMapper json) {
        this.json = json;
    }

    Names read(String text) {
        return new Names(json.readValue(text, BY_LANGUAGE));
    }

    String write(Names names) {
        return json.writeValueAsString(names.byLanguage());
    }
}
