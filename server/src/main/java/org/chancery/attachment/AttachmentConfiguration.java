// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import org.chancery.policy.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is accepted, as the organisation's policy says.
@Configuration
class AttachmentConfiguration {

    @Bean
    AttachmentLimits attachmentLimits(Policy policy) {
        return new AttachmentLimits(
                policy.limits().largestAttachment(), policy.limits().attachmentTypes());
    }
}
