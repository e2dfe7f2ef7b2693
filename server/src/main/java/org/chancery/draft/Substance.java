// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.List;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.policy.Policy;
import org.springframework.stereotype.Component;

/// Tells a change of substance from an editorial one, as the policy defines it (CLR-003): only the
/// wording of subject and rows may differ, and only in what the policy calls editorial.
@Component
class Substance {

    private final Policy policy;

    Substance(Policy policy) {
        this.policy = policy;
    }

    boolean differs(Content before, Content after) {
        return !reduced(before).equals(reduced(after));
    }

    private Content reduced(Content content) {
        return content.with()
                .subject(policy.clearing().substance(content.subject()))
                .paragraphs(rows(content.paragraphs()))
                .build();
    }

    private List<Paragraph> rows(List<Paragraph> rows) {
        return rows.stream()
                .map(row -> row.withText(policy.clearing().substance(row.text())))
                .toList();
    }
}
