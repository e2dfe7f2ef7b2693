// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A collective with all its memberships, past and to come.
record DatedCollective(NewCollective collective, List<CollectiveMembership> memberships) {

    DatedCollective {
        memberships = List.copyOf(memberships);
    }

    /// Its members of the day.
    ///
    /// @param offices all there are
    Collective on(LocalDate day, Collection<Office> offices) {
        var listed =
                memberships.stream()
                        .filter(membership -> membership.on(day))
                        .map(CollectiveMembership::member);
        var posts =
                offices.stream()
                        .filter(office -> collective.allPosts() && office instanceof Office.Post)
                        .filter(post -> post.standing().validOn(day))
                        .map(Office::code);
        return new Collective(
                collective.code(),
                collective.names(),
                collective.allPosts(),
                collective.keptBy(),
                Stream.concat(listed, posts).distinct().sorted().toList());
    }
}
