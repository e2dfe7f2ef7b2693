// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.policy.CableType;
import org.chancery.policy.Handling;
import org.chancery.policy.Letterhead;
import org.chancery.policy.Numbering;
import org.chancery.policy.Policies;
import org.chancery.policy.Precedence;
import org.chancery.policy.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The policy in use. It is what a client needs to fill in a draft, and says nothing of any cable.
@RestController
@RequestMapping("/api/v1")
class PolicyApi {

    private final Policies policies;

    PolicyApi(Policies policies) {
        this.policies = policies;
    }

    record LevelText(
            String code, int rank, Map<String, String> names, String portion, boolean classified) {}

    /// @param atLeast code of a level, null for any
    record CaptionText(
            String code,
            Map<String, String> names,
            boolean channel,
            boolean alone,
            boolean held,
            @Nullable String atLeast,
            boolean nationalsOnly,
            boolean restrictive) {}

    /// @param handling ISO 8601
    record PrecedenceText(
            String code,
            int rank,
            String letter,
            Map<String, String> names,
            String handling,
            boolean nightAction,
            boolean actionOnly,
            boolean justified,
            boolean alerts) {}

    record TopicText(
            String code,
            Map<String, String> names,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record TypeText(
            String code,
            Map<String, String> names,
            boolean informationOnly,
            boolean silence,
            String letterhead,
            List<String> outline) {}

    record NumberingText(
            Set<String> offices, String scope, @Nullable String series, String template) {}

    /// @param shortestSilence ISO 8601
    record ClearingText(
            List<String> instructions,
            boolean regionalBureaus,
            boolean countryOffices,
            @Nullable String operations,
            String shortestSilence,
            Set<String> editorial) {}

    /// @param summaryOver characters
    /// @param longestClassification years
    /// @param largestAttachment bytes
    record LimitsText(
            int summaryOver,
            int longestClassification,
            boolean portionMarks,
            long largestAttachment,
            Set<String> attachmentTypes) {}

    record MailDomainText(String domain, String upTo) {}

    record PolicyText(
            String name,
            String version,
            String hash,
            List<LevelText> levels,
            List<CaptionText> captions,
            List<PrecedenceText> precedences,
            List<TopicText> topics,
            List<TypeText> types,
            List<Letterhead> letterheads,
            List<NumberingText> numbering,
            ClearingText clearing,
            LimitsText limits,
            List<MailDomainText> mailDomains) {}

    @GetMapping("/policy")
    PolicyText policy(ReadScope reader) {
        var policy = policies.current();
        var traffic = policy.traffic();
        return new PolicyText(
                policy.name(),
                policy.version(),
                policy.hash(),
                policy.handling().levels().stream().map(PolicyApi::text).toList(),
                policy.handling().captions().stream().map(PolicyApi::text).toList(),
                traffic.precedences().stream().map(PolicyApi::text).toList(),
                traffic.topics().stream().map(PolicyApi::text).toList(),
                traffic.types().stream().map(PolicyApi::text).toList(),
                traffic.letterheads(),
                policy.numbering().stream().map(PolicyApi::text).toList(),
                clearing(),
                limits(),
                policy.mailDomains().stream()
                        .map(domain -> new MailDomainText(domain.domain(), domain.upTo()))
                        .toList());
    }

    private static LevelText text(Handling.Level level) {
        return new LevelText(
                level.code(),
                level.rank(),
                level.names().byLanguage(),
                level.portion(),
                level.classified());
    }

    private static CaptionText text(Handling.Caption caption) {
        return new CaptionText(
                caption.code(),
                caption.names().byLanguage(),
                caption.channel(),
                caption.alone(),
                caption.held(),
                orNull(caption.atLeast()),
                caption.nationalsOnly(),
                caption.restrictive());
    }

    private static PrecedenceText text(Precedence precedence) {
        return new PrecedenceText(
                precedence.code(),
                precedence.rank(),
                precedence.letter(),
                precedence.names().byLanguage(),
                precedence.handling().toString(),
                precedence.nightAction(),
                precedence.actionOnly(),
                precedence.justified(),
                precedence.alerts());
    }

    private static TopicText text(Topic topic) {
        return new TopicText(topic.code(), topic.names().byLanguage(), topic.from(), topic.until());
    }

    private static TypeText text(CableType type) {
        return new TypeText(
                type.code(),
                type.names().byLanguage(),
                type.informationOnly(),
                type.silence(),
                type.letterhead(),
                type.outline());
    }

    private static NumberingText text(Numbering scheme) {
        return new NumberingText(
                new TreeSet<>(scheme.offices()),
                scheme.scope().name(),
                orNull(scheme.series()),
                scheme.template());
    }

    private ClearingText clearing() {
        var clearing = policies.current().clearing();
        var operations = clearing.operations();
        var editorial = new TreeSet<String>();
        clearing.editorial().forEach(kind -> editorial.add(kind.name()));
        return new ClearingText(
                clearing.instructions().stream().map(OfficeCode::value).toList(),
                clearing.regionalBureaus(),
                clearing.countryOffices(),
                operations == null ? null : operations.value(),
                clearing.shortestSilence().toString(),
                editorial);
    }

    private LimitsText limits() {
        var limits = policies.current().limits();
        return new LimitsText(
                limits.summaryOver(),
                limits.longestClassification(),
                limits.portionMarks(),
                limits.largestAttachment().toBytes(),
                new TreeSet<>(limits.attachmentTypes()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
