// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.List;

/// The organisation's policy, as its file says.
///
/// @param name of the organisation's style, shown in Administration
/// @param version as written in the file
/// @param hash SHA-256 of the file, so that two files of one version are told apart
/// @param handling levels and captions
/// @param traffic precedences, topics, types of cable, letterheads
/// @param numbering how each office numbers its cables, the first that fits counts
/// @param clearing who clears what
/// @param limits sizes and periods
/// @param mailDomains outside mail domains a cable may go to
public record Policy(
        String name,
        String version,
        String hash,
        Handling handling,
        Traffic traffic,
        List<Numbering> numbering,
        ClearingPolicy clearing,
        Limits limits,
        List<MailDomain> mailDomains) {

    public Policy {
        numbering = List.copyOf(numbering);
        mailDomains = List.copyOf(mailDomains);
    }

    /// An outside mail domain.
    ///
    /// @param upTo code of the highest level that may leave for it
    public record MailDomain(String domain, String upTo) {}
}
