// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chancery.access.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("a content has no label of its own; the cable or draft that names it was read in scope")
class ContentRepository {

    private final JdbcClient jdbc;

    ContentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Does nothing where the content is there already.
    void insert(String hash, String mediaType, byte[] bytes, Instant at) {
        jdbc.sql(
                        """
                        insert into attachment.content (hash, size, media_type, bytes, stored_at)
                        values (:hash, :size, :mediaType, :bytes, :at)
                        on conflict (hash) do nothing
                        """)
                .param("hash", hash)
                .param("size", bytes.length)
                .param("mediaType", mediaType)
                .param("bytes", bytes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> bytes(String hash) {
        return jdbc.sql("select bytes from attachment.content where hash = :hash")
                .param("hash", hash)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }
}
