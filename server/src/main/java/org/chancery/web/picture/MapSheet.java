// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The blank map that pages colour by category. Geometry only; see `picture/README.md`.
@Component
public class MapSheet {

    private final Sheet sheet;

    MapSheet(JsonMapper json) {
        try (var stream = MapSheet.class.getResourceAsStream("/picture/map-europe.json")) {
            if (stream == null) {
                throw new IllegalStateException("The jar has no picture/map-europe.json");
            }
            sheet = json.readValue(stream, Sheet.class);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the map", e);
        }
    }

    public Sheet sheet() {
        return sheet;
    }

    /// @param seas frames as x, y, width, height
    public record Sheet(
            String viewBox, List<String> land, List<List<Double>> seas, List<Place> places) {}

    /// @param circle centre where the place is too small to draw
    /// @param label point of the code, 0 and 0 if it has none
    public record Place(
            String code, String path, @Nullable List<Double> circle, List<Double> label) {}
}
