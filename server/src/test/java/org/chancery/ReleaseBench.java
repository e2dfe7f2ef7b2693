// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.clearance.Clearances;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxQuestion;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Run by `./bench release`: one cable to 300 posts, and 16 clients releasing to 20 posts each,
/// against a bare transaction that writes the same rows, in the same database and the same run.
/// Commits are durable on both sides.
public final class ReleaseBench {

    private static final int POSTS = 300;
    private static final int ROUNDS = Integer.getInteger("rounds", 100);
    private static final int CLIENTS = 16;
    private static final int EACH = Integer.getInteger("each", 40);

    private final Drafts drafts;
    private final Clearances clearances;
    private final Deliveries deliveries;
    private final Actor drafter;
    private final Actor approver;
    private final Actor reader;
    private final EmbeddedPostgres postgres;

    private ReleaseBench(ConfigurableApplicationContext context) {
        drafts = context.getBean(Drafts.class);
        clearances = context.getBean(Clearances.class);
        deliveries = context.getBean(Deliveries.class);
        var accounts = context.getBean(Accounts.class);
        drafter = accounts.actor("drafter").orElseThrow();
        approver = accounts.actor("approver").orElseThrow();
        reader = accounts.actor("reader").orElseThrow();
        postgres = context.getBean(EmbeddedPostgres.class);
    }

    public static void main(String[] arguments) {
        try (var context =
                new SpringApplicationBuilder(Chancery.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--chancery.home=" + arguments[0],
                                "--chancery.local-secret=bench",
                                "--spring.datasource.hikari.maximum-pool-size=20",
                                "--chancery.policy="
                                        + BareMinistry.policy(Path.of(arguments[0])))) {
            var ministry = new BareMinistry(context);
            ministry.found(posts(POSTS));
            ministry.appoint("reader", post(POSTS), Role.OFFICER);
            new ReleaseBench(context).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static String post(int number) {
        return "POST %03d".formatted(number);
    }

    private void run() throws Exception {
        release(40, POSTS);
        var bare = new BareRelease(postgres);
        bare.run(40, IntStream.rangeClosed(1, POSTS).mapToObj(ReleaseBench::post).toList());

        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.addAll(release(1, POSTS));
            theirs.addAll(bare.run(1, posts(POSTS)));
        }
        System.out.printf(
                Locale.ROOT,
                "one cable to %d posts, %d rounds, durable and read by a post%n",
                POSTS,
                ROUNDS);
        print("Chancery", percentile(ours, 50), percentile(ours, 95));
        print("bare transaction", percentile(theirs, 50), percentile(theirs, 95));
        System.out.printf(
                Locale.ROOT,
                "| ratio                  | %8.2f | %8.2f |%n%n",
                percentile(ours, 50) / percentile(theirs, 50),
                percentile(ours, 95) / percentile(theirs, 95));

        var ourRate = rate(ready(CLIENTS * EACH, 20));
        var bareRate = bareRate();
        System.out.printf(
                Locale.ROOT,
                "%d clients releasing to 20 posts each: Chancery %.0f/s, bare %.0f/s, ratio %.2f%n",
                CLIENTS,
                ourRate,
                bareRate,
                ourRate / bareRate);
    }

    private static void print(String who, double p50, double p95) {
        System.out.printf(Locale.ROOT, "| %-22s | %5.1f ms | %5.1f ms |%n", who, p50, p95);
    }

    private static List<String> posts(int number) {
        return IntStream.rangeClosed(POSTS - number + 1, POSTS)
                .mapToObj(ReleaseBench::post)
                .toList();
    }

    /// Milliseconds from the word to the last post having it, and one post having read its inbox.
    private List<Double> release(int times, int posts) {
        var spent = new ArrayList<Double>();
        for (var draft : ready(times, posts)) {
            var begin = System.nanoTime();
            var cable = drafts.release(draft.id(), draft.version(), approver);
            var newest =
                    deliveries.inbox(
                            new InboxQuestion(reader.office(), Folder.ALL), null, 1, reader);
            spent.add((System.nanoTime() - begin) / 1e6);
            if (!newest.rows().getFirst().cable().id().equals(cable.id())) {
                throw new IllegalStateException("released, and not in the inbox");
            }
        }
        return spent;
    }

    private List<Draft> ready(int times, int posts) {
        return IntStream.range(0, times)
                .mapToObj(
                        i -> {
                            var draft = drafts.start(instruction(posts), drafter);
                            return clearances.send(draft.id(), draft.version(), Set.of(), drafter);
                        })
                .toList();
    }

    private static Content instruction(int posts) {
        return Content.blank("INSTRUCTION", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("A cable to every post")
                .topics(List.of("SMIG"))
                .addresses(
                        posts(posts).stream()
                                .map(code -> new AddressLine(code, Addressing.ACTION))
                                .toList())
                .paragraphs(BareRelease.rows())
                .exercise("EXERCISE BENCH")
                .build();
    }

    private double rate(List<Draft> ready) throws InterruptedException {
        return perSecond(
                ready.stream()
                        .<Callable<Object>>map(
                                draft ->
                                        () -> drafts.release(draft.id(), draft.version(), approver))
                        .toList());
    }

    private double bareRate() throws InterruptedException {
        Supplier<BareRelease> connections = () -> new BareRelease(postgres);
        var bare = ThreadLocal.withInitial(connections);
        return perSecond(
                IntStream.range(0, CLIENTS * EACH)
                        .<Callable<Object>>mapToObj(i -> () -> bare.get().run(1, posts(20)))
                        .toList());
    }

    private static double perSecond(List<Callable<Object>> work) throws InterruptedException {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var begin = System.nanoTime();
            for (var done : clients.invokeAll(work)) {
                try {
                    done.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
            return work.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    static Paragraph row(String role, String label, Map<String, String> terms, String text) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text, "UNCLASSIFIED", terms);
    }

    static Connection connect(EmbeddedPostgres postgres) {
        try {
            var connection = postgres.connect("postgres");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
