// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.cable.Content;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// How captions combine, who may use them, and how high the cable under them must be (MSG-018 to
/// MSG-020).
@Component
class CaptionRules implements ReleaseCheck {

    private static final String FIELD = "captions";

    private final Handling handling;
    private final Banner banner;

    CaptionRules(Handling handling, Banner banner) {
        this.handling = handling;
        this.banner = banner;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        var captions = known(content.captions());
        found.addAll(unknown(content.captions()));
        if (captions.stream().filter(Handling.Caption::channel).count() > 1) {
            found.add(
                    Check.blocks(
                            FIELD,
                            DraftRefusal.CHANNELS_SEVERAL,
                            named(captions.stream().filter(Handling.Caption::channel).toList())));
        }
        if (captions.size() > 1) {
            captions.stream()
                    .filter(Handling.Caption::alone)
                    .map(caption -> notAlone(caption, captions))
                    .forEach(found::add);
        }
        captions.stream()
                .filter(caption -> handling.rank(caption.atLeast()) > banner.rank(content))
                .map(
                        caption ->
                                Check.blocks(
                                        FIELD,
                                        DraftRefusal.CAPTION_ABOVE_BANNER,
                                        caption.code(),
                                        caption.atLeast()))
                .forEach(found::add);
        return found;
    }

    @Override
    public List<Check> check(Draft draft, Actor releaser) {
        return notHeld(draft.content().captions(), releaser.scope()).stream()
                .map(code -> Check.blocks(FIELD, DraftRefusal.CAPTION_NOT_HELD, code))
                .toList();
    }

    /// Refuses a text under a caption that is none, or that its writer does not hold (MSG-019): they
    /// could neither use nor read it.
    ///
    /// @throws org.chancery.kernel.Refusal `CAPTION_NOT_HELD`, `VALUE_UNKNOWN`, one for each caption
    void requireHeld(Content content, Actor writer) {
        var problems = new Problems();
        unknown(content.captions()).forEach(check -> problems.add(check.problem()));
        notHeld(content.captions(), writer.scope()).stream()
                .map(code -> Problem.at(FIELD, DraftRefusal.CAPTION_NOT_HELD, code))
                .forEach(problems::add);
        problems.refuse();
    }

    /// Captions of the policy that need the role or narrow who reads, and are not among the
    /// person's own.
    private List<String> notHeld(Set<String> captions, ReadScope person) {
        return known(captions).stream()
                .filter(caption -> caption.held() || caption.restrictive())
                .map(Handling.Caption::code)
                .filter(code -> !person.captions().contains(code))
                .toList();
    }

    private List<Handling.Caption> known(Collection<String> codes) {
        return codes.stream().sorted().flatMap(code -> handling.caption(code).stream()).toList();
    }

    private List<Check> unknown(Collection<String> codes) {
        var known =
                handling.captions().stream()
                        .map(Handling.Caption::code)
                        .collect(Collectors.joining(", "));
        return codes.stream()
                .filter(code -> handling.caption(code).isEmpty())
                .sorted()
                .map(code -> Check.blocks(FIELD, KernelRefusal.VALUE_UNKNOWN, code, known))
                .toList();
    }

    private static Check notAlone(Handling.Caption caption, List<Handling.Caption> all) {
        return Check.blocks(
                FIELD,
                DraftRefusal.CAPTION_NOT_ALONE,
                caption.code(),
                named(all.stream().filter(other -> !other.equals(caption)).toList()));
    }

    private static String named(List<Handling.Caption> captions) {
        return String.join(", ", captions.stream().map(Handling.Caption::code).toList());
    }
}
