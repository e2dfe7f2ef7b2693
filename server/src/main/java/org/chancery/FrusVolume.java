// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Some documents of a volume of *Foreign Relations of the United States* (TEI), read as a stream.
/// No DTD and no external entity is followed.
final class FrusVolume {

    /// The largest volume published is under 5 MB.
    private static final long LARGEST = 64L << 20;

    private static final int LONGEST_DOCUMENT = 1 << 20;
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String TEI = "http://www.tei-c.org/ns/1.0";

    private final String id;
    private final Map<String, Document> documents;

    private FrusVolume(String id, Map<String, Document> documents) {
        this.id = id;
        this.documents = Map.copyOf(documents);
    }

    /// One document.
    ///
    /// @param at moment of the dateline, UTC
    /// @param paragraphs running text without notes, white space made single
    /// @param notes by their id; the source note among them
    record Document(
            String id,
            String address,
            @Nullable Instant at,
            List<String> paragraphs,
            Map<String, String> notes) {

        Document {
            paragraphs = List.copyOf(paragraphs);
            notes = Map.copyOf(notes);
        }

        /// The paragraph the cable itself numbers so, without the number.
        ///
        /// @throws StartFailure if there is none
        String paragraph(int number) {
            var start = number + ". ";
            return paragraphs.stream()
                    .filter(text -> text.startsWith(start))
                    .findFirst()
                    .map(text -> text.substring(start.length()))
                    .orElseThrow(() -> other("paragraph " + number + " of " + id));
        }

        /// @throws StartFailure if there is none
        String note(String name) {
            var note = notes.get(name);
            if (note == null) {
                throw other("note " + name);
            }
            return note;
        }

        /// @throws StartFailure if the dateline has no moment
        Instant moment() {
            if (at == null) {
                throw other("a dateline of " + id);
            }
            return at;
        }
    }

    /// @param id of the volume that is wanted: `frus1969-76v28`
    /// @param wanted ids of the documents: `d135`
    /// @throws StartFailure if the file is not readable, not well-formed, another volume, or lacks a
    ///     document
    static FrusVolume read(Path file, String id, Set<String> wanted) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new StartFailure(
                        "There is no readable file "
                                + file
                                + "; name "
                                + id
                                + ".xml with --volume.");
            }
            if (Files.size(file) > LARGEST) {
                throw new StartFailure(
                        file + " is larger than any volume; name " + id + ".xml with --volume.");
            }
            try (var stream = Files.newInputStream(file)) {
                var factory = XMLInputFactory.newDefaultFactory();
                factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                var reading = new Reading(factory.createXMLStreamReader(stream), id, wanted);
                return new FrusVolume(id, reading.documents(file));
            }
        } catch (XMLStreamException e) {
            throw new StartFailure(
                    file
                            + " is not well-formed XML (line "
                            + (e.getLocation() == null
                                    ? "unknown"
                                    : e.getLocation().getLineNumber())
                            + "); fetch "
                            + id
                            + ".xml again.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading " + file, e);
        }
    }

    /// @throws StartFailure if it was not among those wanted
    Document document(String name) {
        var document = documents.get(name);
        if (document == null) {
            throw other(name);
        }
        return document;
    }

    String id() {
        return id;
    }

    static StartFailure other(String what) {
        return new StartFailure(
                "The volume has no "
                        + what
                        + " as this example expects it; use the edition the example names.");
    }

    private static final class Reading {

        private final XMLStreamReader xml;
        private final String volume;
        private final Set<String> wanted;
        private final Map<String, Document> found = new HashMap<>();

        Reading(XMLStreamReader xml, String volume, Set<String> wanted) {
            this.xml = xml;
            this.volume = volume;
            this.wanted = wanted;
        }

        Map<String, Document> documents(Path file) throws XMLStreamException {
            requireVolume(file);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("div")
                        && wanted.contains(name())) {
                    found.put(name(), document(name()));
                }
            }
            for (var each : wanted) {
                if (!found.containsKey(each)) {
                    throw new StartFailure(
                            file
                                    + " has no document "
                                    + each
                                    + "; fetch "
                                    + volume
                                    + ".xml again.");
                }
            }
            return found;
        }

        private void requireVolume(Path file) throws XMLStreamException {
            xml.nextTag();
            if (!TEI.equals(xml.getNamespaceURI()) || !volume.equals(name())) {
                throw new StartFailure(
                        file + " is not the volume " + volume + "; name it with --volume.");
            }
        }

        private String name() {
            var value = xml.getAttributeValue(XML, "id");
            return value == null ? "" : value;
        }

        private Document document(String id) throws XMLStreamException {
            var paragraphs = new ArrayList<String>();
            var notes = new HashMap<String, String>();
            Deque<Open> open = new ArrayDeque<>();
            Instant at = null;
            int length = 0;
            for (int depth = 1; depth > 0; ) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        var kind = xml.getLocalName();
                        if (kind.equals("date") && at == null && open.isEmpty()) {
                            at = moment(xml.getAttributeValue(null, "when"));
                        }
                        if (kind.equals("p") || kind.equals("note")) {
                            open.push(new Open(depth, kind, name(), new StringBuilder()));
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        length += xml.getTextLength();
                        if (length > LONGEST_DOCUMENT) {
                            throw new XMLStreamException("document too long", xml.getLocation());
                        }
                        if (!open.isEmpty()) {
                            open.element().text().append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (!open.isEmpty() && open.element().depth() == depth) {
                            open.pop().close(paragraphs, notes);
                        }
                        depth--;
                    }
                    default -> {} // comments and processing instructions are no text
                }
            }
            var address = "https://history.state.gov/historicaldocuments/" + volume + "/" + id;
            return new Document(id, address, at, paragraphs, notes);
        }

        private static @Nullable Instant moment(@Nullable String when) {
            if (when == null) {
                return null;
            }
            try {
                return LocalDateTime.parse(when).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                return null; // a day without an hour; Document.moment refuses it if it is needed
            }
        }
    }

    private record Open(int depth, String kind, String name, StringBuilder text) {

        void close(List<String> paragraphs, Map<String, String> notes) {
            var words = text.toString().replaceAll("\\s+", " ").strip();
            if (kind.equals("note")) {
                notes.put(name, words);
            } else if (!words.isEmpty()) {
                paragraphs.add(words);
            }
        }
    }
}
