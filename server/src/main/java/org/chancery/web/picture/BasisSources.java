// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.chancery.picture.Entry;
import org.chancery.position.JointText;
import org.chancery.position.JointTexts;
import org.chancery.web.Source;
import org.springframework.stereotype.Component;

/// Where the basis of an entry can be read outside the house, so that it is two clicks from the
/// board.
@Component
class BasisSources {

    private final Findings findings;
    private final JointTexts texts;

    BasisSources(Findings findings, JointTexts texts) {
        this.findings = findings;
        this.texts = texts;
    }

    /// By entry; none for what is on file in the house only.
    Map<UUID, Source> of(Collection<Entry> entries, ReadScope reader) {
        var found = new HashMap<UUID, Source>();
        for (var entry : entries) {
            switch (entry.basisKind()) {
                case "FINDING" -> {
                    var facts = findings.get(FindingId.parse(entry.basisId()), reader).facts();
                    found.put(
                            entry.id(),
                            new Source(
                                    facts.title(), facts.source().title(), facts.source().uri()));
                }
                case "JOINT_TEXT" -> {
                    var text = texts.get(JointText.parse(entry.basisId()));
                    found.put(
                            entry.id(), new Source(text.title(), text.source(), text.sourceUri()));
                }
                default -> {}
            }
        }
        return found;
    }
}
