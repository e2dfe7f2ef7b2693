// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.Addressee;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.delivery.AlertRaised;
import org.chancery.delivery.CopyMoved;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.AfterCommit;
import org.chancery.policy.Traffic;
import org.chancery.position.PositionChanged;
import org.chancery.task.TaskChanged;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages that something has changed. Events carry a name and nothing else; the page
/// fetches what it shows under its reader's own access, asked again for each event.
@Controller
@EnableScheduling
class LiveEvents {

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Accounts accounts;
    private final Instructions instructions;
    private final Traffic traffic;

    LiveEvents(Accounts accounts, Instructions instructions, Traffic traffic) {
        this.accounts = accounts;
        this.instructions = instructions;
        this.traffic = traffic;
    }

    private record Listener(String signIn, SseEmitter emitter) {}

    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(Actor actor) {
        var emitter = new SseEmitter(0L);
        var listener = new Listener(actor.signIn(), emitter);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(() -> listeners.remove(listener));
        emitter.onError(failure -> listeners.remove(listener));
        listeners.add(listener);
        send(listener, "hello");
        return emitter;
    }

    /// Says that a cable has arrived, and that it is urgent, to those of its offices who may read it.
    @EventListener
    void on(CableReleasing event) {
        if (!listeners.isEmpty()) {
            AfterCommit.run(() -> arrived(event.cable()));
        }
    }

    private void arrived(Cable cable) {
        var offices =
                Stream.concat(
                                Stream.of(cable.from()),
                                cable.addressees().stream().map(Addressee::office))
                        .collect(Collectors.toSet());
        var urgent =
                cable.addressees().stream()
                        .filter(to -> traffic.precedence(to.precedence()).alerts())
                        .map(Addressee::office)
                        .collect(Collectors.toSet());
        tell(
                "cable.arrived",
                actor -> offices.contains(actor.office()) && actor.scope().covers(cable.label()));
        tell(
                "cable.urgent",
                actor -> urgent.contains(actor.office()) && actor.scope().covers(cable.label()));
    }

    /// An alert says no more than that something waits; who is told opens it under their own access.
    @EventListener
    void on(AlertRaised event) {
        AfterCommit.run(
                () -> {
                    tell("alert.raised", actor -> concerns(event, actor));
                    tell("traffic.changed", actor -> actor.may(Permission.WATCH_TRAFFIC));
                });
    }

    private static boolean concerns(AlertRaised event, Actor actor) {
        return event.persons().contains(actor.person().value())
                || (event.wholeOffice() && actor.office().value().equals(event.office()))
                || (event.duty() && actor.may(Permission.WATCH_TRAFFIC));
    }

    @EventListener
    void on(CopyMoved event) {
        AfterCommit.run(
                () -> {
                    tell("copy.moved", actor -> actor.office().value().equals(event.office()));
                    tell("traffic.changed", actor -> actor.may(Permission.WATCH_TRAFFIC));
                });
    }

    private void tell(String name, Predicate<Actor> whom) {
        for (var listener : listeners) {
            if (accounts.actor(listener.signIn()).filter(whom).isPresent()) {
                send(listener, name);
            }
        }
    }

    @EventListener
    void on(TaskChanged event) {
        var instruction = new InstructionId(event.instruction());
        AfterCommit.run(
                () -> {
                    tell(
                            "coverage.changed",
                            actor -> instructions.open(instruction, actor.scope()));
                    tell(
                            "task.changed",
                            actor ->
                                    actor.office().value().equals(event.office())
                                            || actor.may(Permission.INSTRUCT)
                                                    && instructions.open(
                                                            instruction, actor.scope()));
                });
    }

    @EventListener
    void on(PositionChanged event) {
        AfterCommit.run(
                () -> tell("position.changed", actor -> actor.scope().covers(event.label())));
    }

    /// Keeps the line open and finds those who left.
    @Scheduled(fixedRate = 20_000)
    void beat() {
        listeners.forEach(listener -> send(listener, "beat"));
    }

    /// An open stream would hold the shutdown for its whole grace period.
    @EventListener
    void on(ContextClosedEvent event) {
        listeners.forEach(listener -> listener.emitter().complete());
    }

    private void send(Listener listener, String name) {
        try {
            listener.emitter().send(SseEmitter.event().name(name).data(name));
        } catch (IOException | IllegalStateException e) {
            // the reader has left; the stream is over
            listeners.remove(listener);
        }
    }
}
