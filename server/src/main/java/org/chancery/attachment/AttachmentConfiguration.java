// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// The limits of an organisation that has named none.
@Configuration
class AttachmentConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AttachmentLimits attachmentLimits() {
        var openXml = "application/vnd.openxmlformats-officedocument.";
        var openDocument = "application/vnd.oasis.opendocument.";
        return new AttachmentLimits(
                DataSize.ofMegabytes(10),
                Set.of(
                        MediaTypes.PDF,
                        "image/png",
                        "image/jpeg",
                        "image/tiff",
                        MediaTypes.TEXT,
                        "text/csv",
                        openXml + "wordprocessingml.document",
                        openXml + "spreadsheetml.sheet",
                        openXml + "presentationml.presentation",
                        openDocument + "text",
                        openDocument + "spreadsheet",
                        MediaTypes.ZIP,
                        MediaTypes.MAIL,
                        MediaTypes.XML));
    }
}
