// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;

/// A document as it is entered: texts as typed.
public record NewDocument(
        String role, String language, String title, String uri, String dated, String sha256) {

    /// @throws Refusal with every mistake
    Document document(Instant retrievedAt) {
        var hash = sha256.strip().toLowerCase(Locale.ROOT);
        new Problems()
                .attempt("documentRole", () -> MeasureRules.named(Document.Role.class, role))
                .require(
                        language.strip().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
                        "documentLanguage",
                        KernelRefusal.VALUE_UNKNOWN,
                        language,
                        "en, de, fr, …")
                .require(!title.isBlank(), "documentTitle", KernelRefusal.VALUE_MISSING, "title")
                .require(
                        uri.isBlank() || uri.strip().matches("https?://\\S+"),
                        "documentUri",
                        FindingRefusal.SOURCE_ADDRESS_MALFORMED,
                        uri)
                .attempt(
                        "documentDated",
                        () -> {
                            if (!dated.isBlank()) {
                                ReducedDate.parse(dated.strip());
                            }
                        })
                .require(
                        hash.isEmpty() || hash.matches("[0-9a-f]{64}"),
                        "documentHash",
                        MeasureRefusal.HASH_MALFORMED,
                        sha256)
                .refuse();
        return new Document(
                UUID.randomUUID(),
                null,
                MeasureRules.named(Document.Role.class, role),
                language.strip(),
                title.strip(),
                uri.strip(),
                dated.strip(),
                retrievedAt,
                hash);
    }
}
