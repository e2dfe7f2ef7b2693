// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.springframework.util.unit.DataSize;

/// Looks into a file under the usual limits and tells how it ended.
final class Looking {

    static final AttachmentLimits LIMITS =
            new AttachmentLimits(
                    DataSize.ofMegabytes(10),
                    Set.of(
                            MediaTypes.PDF,
                            "image/png",
                            "image/jpeg",
                            "image/tiff",
                            MediaTypes.TEXT,
                            "text/csv",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "application/vnd.oasis.opendocument.text",
                            "application/vnd.oasis.opendocument.spreadsheet",
                            MediaTypes.ZIP,
                            MediaTypes.MAIL,
                            MediaTypes.XML));

    private Looking() {}

    static Inspection.Types pass(String name, byte[] content) {
        return Inspection.of(name, content, LIMITS);
    }

    static List<Problem> problems(String name, byte[] content) {
        var refusal = catchThrowableOfType(Refusal.class, () -> pass(name, content));
        assertThat(refusal).as(name + " is refused").isNotNull();
        assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.code().code()).isEqualTo("MSG-033"))
                .allSatisfy(problem -> assertThat(problem.field()).isEqualTo("file"));
        return refusal.problems();
    }

    static List<RefusalCode> codes(String name, byte[] content) {
        return problems(name, content).stream().map(Problem::code).toList();
    }
}
