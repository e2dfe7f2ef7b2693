// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import org.chancery.policy.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AttachmentConfiguration {

    @Bean
    AttachmentLimits attachmentLimits(Policy policy) {
        var limits = policy.limits();
        return new AttachmentLimits(limits.largestAttachment(), limits.attachmentTypes());
    }
}
