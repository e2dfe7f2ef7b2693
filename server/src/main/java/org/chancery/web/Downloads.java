// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.nio.charset.StandardCharsets;
import org.chancery.kernel.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The table beside a page as a file to keep.
public final class Downloads {

    private Downloads() {}

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static ResponseEntity<byte[]> csv(Sheet sheet) {
        return file(
                sheet.name() + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                sheet.csv().getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> xlsx(Sheet sheet) {
        return file(sheet.name() + ".xlsx", XLSX, SheetWorkbook.of(sheet));
    }

    /// Bytes to keep, under a name.
    public static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
