// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.policy.Handling;
import org.chancery.policy.Policy;
import org.springframework.stereotype.Component;

/// Whether each office addressed is there and may be sent this (MSG-005, MSG-009, MSG-017, MSG-030,
/// MSG-032).
@Component
class AddresseeRules implements ReleaseCheck {

    private final Policy policy;
    private final Offices offices;
    private final Addresses addresses;
    private final Banner banner;
    private final Clock clock;

    AddresseeRules(
            Policy policy, Offices offices, Addresses addresses, Banner banner, Clock clock) {
        this.policy = policy;
        this.offices = offices;
        this.addresses = addresses;
        this.banner = banner;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var today = LocalDate.now(clock);
        var expanded = addresses.expand(content, today);
        var found = new ArrayList<Check>();
        expanded.problems().forEach(p -> found.add(new Check(Check.Weight.BLOCKS, p, null)));
        expanded.overlaps().forEach(p -> found.add(new Check(Check.Weight.WARNS, p, null)));
        var level = policy.handling().level(banner.rank(content));
        for (var role : Addressing.values()) {
            var addressed =
                    expanded.addressees().stream()
                            .filter(addressee -> addressee.role() == role)
                            .map(addressee -> offices.get(addressee.office()))
                            .toList();
            var field = Addresses.field(role);
            addressed.forEach(office -> there(office, field, today).ifPresent(found::add));
            cleared(addressed, field, level).ifPresent(found::add);
            nationals(content, addressed, field).ifPresent(found::add);
            for (var office : addressed) {
                if (office instanceof Office.Correspondent partner) {
                    mail(partner, field, level).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Check> nationals(Content content, List<Office> addressed, String field) {
        var others = addressed.stream().filter(o -> !o.standing().nationalsOnly()).toList();
        return nationalsOnly(content)
                .filter(caption -> !others.isEmpty())
                .map(
                        caption ->
                                Check.blocks(
                                        field,
                                        DraftRefusal.NATIONALS_ONLY,
                                        caption,
                                        named(others),
                                        others.size()));
    }

    private static String named(List<Office> offices) {
        return String.join(", ", offices.stream().map(office -> office.code().value()).toList());
    }

    private Optional<String> nationalsOnly(Content content) {
        return content.captions().stream()
                .sorted()
                .filter(
                        code ->
                                policy.handling()
                                        .caption(code)
                                        .map(Handling.Caption::nationalsOnly)
                                        .orElse(false))
                .findFirst();
    }

    private static Optional<Check> there(Office office, String field, LocalDate today) {
        var from = office.standing().validFrom();
        var until = office.standing().validUntil();
        if (from != null && today.isBefore(from)) {
            return Optional.of(
                    Check.blocks(
                            field,
                            DraftRefusal.OFFICE_NOT_OPEN_YET,
                            office.code().value(),
                            from.toString()));
        }
        if (until != null && today.isAfter(until)) {
            return Optional.of(
                    Check.blocks(
                            field,
                            DraftRefusal.OFFICE_CLOSED,
                            office.code().value(),
                            until.toString()));
        }
        return Optional.empty();
    }

    private Optional<Check> cleared(List<Office> addressed, String field, Handling.Level level) {
        var below =
                addressed.stream()
                        .filter(office -> !office.standing().highestLevel().isEmpty())
                        .filter(
                                office ->
                                        policy.handling().rank(office.standing().highestLevel())
                                                < level.rank())
                        .toList();
        return below.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Check.blocks(
                                field,
                                DraftRefusal.LEVEL_NOT_ACCREDITED,
                                named(below),
                                level.code(),
                                below.size()));
    }

    private Optional<Check> mail(Office.Correspondent partner, String field, Handling.Level level) {
        var domain =
                policy.mailDomains().stream()
                        .filter(known -> known.domain().equalsIgnoreCase(partner.domain()))
                        .findFirst();
        if (domain.isEmpty()) {
            return Optional.of(
                    Check.blocks(
                            field,
                            DraftRefusal.MAIL_DOMAIN_UNKNOWN,
                            partner.domain(),
                            partner.code().value()));
        }
        var upTo = domain.get().upTo();
        return level.rank() <= policy.handling().rank(upTo)
                ? Optional.empty()
                : Optional.of(
                        Check.blocks(
                                field,
                                DraftRefusal.MAIL_ABOVE_LABEL,
                                partner.domain(),
                                upTo,
                                partner.code().value()));
    }
}
