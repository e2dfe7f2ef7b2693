// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.clearance.Clearances;
import org.chancery.draft.Drafts;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Clerks who write and release instructions to three posts until they are stopped: a process of
/// its own, so that a test can kill it in the middle of anything.
///
/// Arguments: how many cables to release, then settings of the application.
final class ReleaseClerks {

    static final List<String> POSTS = List.of("ALPHA", "BRAVO", "CHARLIE");
    static final String READY = "clerks are at work";

    private final Drafts drafts;
    private final Clearances clearances;
    private final Actor drafter;
    private final Actor approver;

    private ReleaseClerks(ConfigurableApplicationContext context) {
        drafts = context.getBean(Drafts.class);
        clearances = context.getBean(Clearances.class);
        var accounts = context.getBean(Accounts.class);
        drafter = accounts.actor("drafter").orElseThrow();
        approver = accounts.actor("approver").orElseThrow();
    }

    public static void main(String[] arguments) {
        int code = 1;
        try {
            work(arguments);
            code = 0;
        } catch (Exception e) {
            // said to the test that waits; the server's own threads would keep the process alive
            e.printStackTrace(System.out);
        }
        System.exit(code);
    }

    private static void work(String[] arguments) throws InterruptedException {
        var settings = List.of(arguments).subList(1, arguments.length);
        var context =
                new SpringApplicationBuilder(Chancery.class)
                        .web(WebApplicationType.NONE)
                        .run(settings.toArray(String[]::new));
        if (context.getBean(Accounts.class).actor("drafter").isEmpty()) {
            new BareMinistry(context).found(POSTS);
        }
        var clerks = new ReleaseClerks(context);
        System.out.println(READY);
        clerks.release(Integer.parseInt(arguments[0]));
        context.close();
    }

    private void release(int wanted) throws InterruptedException {
        var left = new AtomicInteger(wanted);
        try (var clerks = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                clerks.submit(
                        () -> {
                            while (left.getAndDecrement() > 0) {
                                releaseOne();
                            }
                            return null;
                        });
            }
        }
    }

    private void releaseOne() {
        var draft = drafts.start(instruction(), drafter);
        var sent = clearances.send(draft.id(), draft.version(), Set.of(), drafter);
        drafts.release(sent.id(), sent.version(), approver);
    }

    private static Content instruction() {
        return Content.blank("INSTRUCTION", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("Exercise of the clerks")
                .topics(List.of("SMIG"))
                .addresses(POSTS.stream().map(p -> new AddressLine(p, Addressing.ACTION)).toList())
                .paragraphs(
                        List.of(
                                row("OBJECTIVE", "", Map.of()),
                                row("CONTACT", "", Map.of("office", "BUREAU")),
                                row(
                                        "REQUIREMENT",
                                        "R1",
                                        Map.of("form", "FINDINGS", "due", "2030-01-31"))))
                .exercise("EXERCISE KILLED CLERKS")
                .build();
    }

    private static Paragraph row(String role, String label, Map<String, String> terms) {
        return new Paragraph(
                UUID.randomUUID(), role, label, "", "Say what is so.", "UNCLASSIFIED", terms);
    }
}
