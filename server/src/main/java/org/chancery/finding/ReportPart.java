// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.Arrays;
import java.util.List;
import org.chancery.instruction.ReportingRequirement.Form;

/// What a form of report asks for beside summary, findings and comment. The names stand in data and
/// API.
public enum ReportPart {
    QUESTIONS(Form.DEMARCHE_REPORT, false, false),
    NEXT_STEPS(Form.DEMARCHE_REPORT, false, false),
    RECOMMENDED(Form.DEMARCHE_REPORT, false, false),
    OUTLOOK(Form.ASSESSMENT, false, false),
    NOT_KNOWN(Form.ASSESSMENT, false, false),
    PERIOD(Form.MEDIA_REACTION, true, false),
    ITEMS(Form.MEDIA_REACTION, true, true),
    POSITIVE(Form.MEDIA_REACTION, true, true),
    NEGATIVE(Form.MEDIA_REACTION, true, true),
    NEUTRAL(Form.MEDIA_REACTION, true, true),
    THEMES(Form.MEDIA_REACTION, true, false),
    SHIFTS(Form.MEDIA_REACTION, false, false),
    POST_ACTIONS(Form.MEDIA_REACTION, false, false);

    private final Form form;
    private final boolean required;
    private final boolean count;

    ReportPart(Form form, boolean required, boolean count) {
        this.form = form;
        this.required = required;
        this.count = count;
    }

    /// In the order of the form.
    public static List<ReportPart> of(Form form) {
        return Arrays.stream(values()).filter(part -> part.form == form).toList();
    }

    public boolean required() {
        return required;
    }

    /// A whole number, 0 to 999999, and no text.
    public boolean count() {
        return count;
    }
}
