// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.directory.Collective;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Works out who must clear a cable of headquarters, and why (CLR-002). A post's cable goes on the
/// word of its head of mission.
@Component
class MandatoryClearers {

    private final ObjectProvider<Drafts> drafts;
    private final Offices offices;
    private final Policy policy;
    private final Clock clock;

    /// @param drafts asked for late: the rules before a release, which ask here, are collected by it
    MandatoryClearers(ObjectProvider<Drafts> drafts, Offices offices, Policy policy, Clock clock) {
        this.drafts = drafts;
        this.offices = offices;
        this.policy = policy;
        this.clock = clock;
    }

    /// In the order of their codes, without the drafting office.
    List<Mandate> of(Draft draft) {
        if (!(offices.get(draft.office()) instanceof Office.Bureau)) {
            return List.of();
        }
        var found = new Found();
        var addressees = drafts.getObject().addressees(draft);
        if (draft.content().instructs()) {
            policy.clearing()
                    .instructions()
                    .forEach(
                            office ->
                                    found.add(office, Mandate.Reason.Kind.INSTRUCTION, List.of()));
            regionalBureaus(addressees, found);
        }
        countryOffices(addressees, found);
        operations(draft, addressees, found);
        return found.without(draft.office());
    }

    private void regionalBureaus(List<Addressee> addressees, Found found) {
        if (!policy.clearing().regionalBureaus()) {
            return;
        }
        for (var addressee : addressees) {
            if (addressee.role() == Addressing.ACTION) {
                offices.regionalBureau(addressee.office())
                        .ifPresent(
                                bureau ->
                                        found.add(
                                                bureau,
                                                Mandate.Reason.Kind.REGIONAL_BUREAU,
                                                List.of(addressee.office().value())));
            }
        }
    }

    private void countryOffices(List<Addressee> addressees, Found found) {
        if (!policy.clearing().countryOffices()) {
            return;
        }
        var known = offices.countryOffices();
        for (var addressee : addressees) {
            if (offices.get(addressee.office()) instanceof Office.Post post
                    && known.containsKey(post.host())) {
                found.add(
                        known.get(post.host()),
                        Mandate.Reason.Kind.COUNTRY_OFFICE,
                        List.of(post.host().value()));
            }
        }
    }

    private void operations(Draft draft, List<Addressee> addressees, Found found) {
        var operations = policy.clearing().operations();
        if (operations == null) {
            return;
        }
        var allPosts =
                offices.collectives().stream()
                        .filter(Collective::allPosts)
                        .map(Collective::code)
                        .collect(Collectors.toSet());
        draft.content().addresses().stream()
                .map(AddressLine::target)
                .filter(allPosts::contains)
                .forEach(
                        code ->
                                found.add(
                                        operations, Mandate.Reason.Kind.ALL_POSTS, List.of(code)));
        var holding = offices.onMinimise(LocalDate.now(clock));
        addressees.stream()
                .filter(addressee -> addressee.role() == Addressing.ACTION)
                .map(Addressee::office)
                .filter(holding::contains)
                .forEach(
                        post ->
                                found.add(
                                        operations,
                                        Mandate.Reason.Kind.MINIMISE,
                                        List.of(post.value())));
    }

    /// Gathers the reasons by office and kind.
    private static final class Found {

        private final Map<OfficeCode, Map<Mandate.Reason.Kind, List<String>>> reasons =
                new TreeMap<>();

        private void add(@Nullable OfficeCode office, Mandate.Reason.Kind kind, List<String> of) {
            if (office != null) {
                reasons.computeIfAbsent(office, known -> new TreeMap<>())
                        .computeIfAbsent(kind, known -> new ArrayList<>())
                        .addAll(of);
            }
        }

        private List<Mandate> without(OfficeCode drafting) {
            return reasons.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(drafting))
                    .map(
                            entry ->
                                    new Mandate(
                                            entry.getKey(),
                                            entry.getValue().entrySet().stream()
                                                    .map(
                                                            kind ->
                                                                    new Mandate.Reason(
                                                                            kind.getKey(),
                                                                            kind.getValue()))
                                                    .toList()))
                    .toList();
        }
    }
}
