// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.nio.charset.StandardCharsets;
import org.chancery.kernel.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The table beside a page as a file to keep.
final class Downloads {

    private Downloads() {}

    static ResponseEntity<byte[]> csv(Sheet sheet) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.name() + ".csv")
                                .build()
                                .toString())
                .body(sheet.csv().getBytes(StandardCharsets.UTF_8));
    }
}
