// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.CableReleased;
import org.chancery.instruction.TaskChanged;
import org.chancery.position.PositionChanged;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages that something has changed. Events carry a name and nothing else; the page
/// fetches what it shows under its reader's own access, asked again for each event.
@Controller
@EnableScheduling
class LiveEvents {

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Accounts accounts;

    LiveEvents(Accounts accounts) {
        this.accounts = accounts;
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

    @TransactionalEventListener
    void on(CableReleased event) {
        for (var listener : listeners) {
            var arrived =
                    accounts.actor(listener.signIn())
                            .filter(actor -> event.offices().contains(actor.office().value()));
            if (arrived.isPresent()) {
                send(listener, "cable.arrived");
            }
        }
    }

    @TransactionalEventListener
    void on(TaskChanged event) {
        listeners.forEach(listener -> send(listener, "coverage.changed"));
    }

    @TransactionalEventListener
    void on(PositionChanged event) {
        listeners.forEach(listener -> send(listener, "position.changed"));
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
