// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Digest QUESTION = new Digest(1, 2);
    private static final Reuse JOIN = new Reuse(Duration.ofMinutes(10), Sharing.SHARED, true, false);
    private static final Reuse ALONE = new Reuse(Duration.ofMinutes(10), Sharing.SHARED, false, false);
    private static final int THREADS = 8;

    private final AtomicLong now = new AtomicLong();
    private final Answers answers = new Answers(new Limits(1 << 22, 10_000, Duration.ofSeconds(30)), now::get);

    @Test
    void letsIdenticalCallsWaitForTheFirst() {
        Finding first = ask(JOIN);
        Finding second = ask(JOIN);

        assertThat(first).isInstanceOf(Finding.Absent.class);
        assertThat(second).isInstanceOf(Finding.Underway.class);
        assertThat(underway(second).answer()).isEmpty();
    }

    @Test
    void handsTheAnswerToThoseWhoWait() {
        Lease lead = lease(ask(JOIN));
        Finding.Underway follower = underway(ask(JOIN));
        AtomicBoolean told = new AtomicBoolean();
        follower.landing().thenRun(() -> told.set(true));

        lead.keep(reply("hello"), ended(Ending.NATURAL), Cost.unknown("test"));

        assertThat(told).isTrue();
        assertThat(follower.answer().orElseThrow().reply().body()).asString().isEqualTo("hello");
    }

    @Test
    void letsAllWhoWaitGoAtOnceWhenTheFirstFails() {
        Lease lead = lease(ask(JOIN));
        Finding.Underway one = underway(ask(JOIN));
        Finding.Underway other = underway(ask(JOIN));

        lead.drop();

        assertThat(one.landing().toCompletableFuture()).isCompleted();
        assertThat(other.landing().toCompletableFuture()).isCompleted();
        assertThat(one.answer()).isEmpty();
        assertThat(other.answer()).isEmpty();
    }

    @Test
    void letsThoseWhoWaitGoWhenTheAnswerMustNotBeShared() {
        Lease lead = lease(ask(JOIN));
        Finding.Underway follower = underway(ask(JOIN));

        lead.keep(reply("half"), ended(Ending.TRUNCATED), Cost.unknown("test"));

        assertThat(follower.landing().toCompletableFuture()).isCompleted();
        assertThat(follower.answer()).isEmpty();
    }

    @Test
    void keepsTheAnswerOfOneWhoWaitedAndWentAlone() {
        Lease lead = lease(ask(JOIN));
        Finding.Underway follower = underway(ask(JOIN));
        lead.drop();

        follower.own().keep(reply("own"), ended(Ending.NATURAL), Cost.unknown("test"));

        assertThat(ask(JOIN)).isInstanceOf(Finding.Held.class);
    }

    @Test
    void waitsNoLongerThanTheLimitCountedFromTheFirstCall() {
        ask(JOIN);
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        Finding.Underway follower = underway(ask(JOIN));

        assertThat(follower.limit()).isEqualTo(Duration.ofSeconds(10));
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(follower.limit()).isZero();
    }

    @Test
    void forgetsALeaderThatNeverReportsBack() {
        ask(JOIN);
        now.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThat(ask(JOIN)).isInstanceOf(Finding.Absent.class);
        assertThat(ask(JOIN)).isInstanceOf(Finding.Underway.class);
    }

    @Test
    void aLeaderThatComesBackLateDoesNotEndItsSuccessorsFlight() {
        Lease late = lease(ask(JOIN));
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        ask(JOIN);
        Finding.Underway follower = underway(ask(JOIN));

        late.drop();

        assertThat(follower.landing().toCompletableFuture()).isNotCompleted();
        assertThat(ask(JOIN)).isInstanceOf(Finding.Underway.class);
    }

    @Test
    void tellsThoseWhoWaitWhenTheAnswerBegins() {
        Lease lead = lease(ask(JOIN));
        Finding.Underway follower = underway(ask(JOIN));
        assertThat(follower.news().toCompletableFuture()).isNotCompleted();

        lead.begin();

        assertThat(follower.news().toCompletableFuture()).isCompleted();
        assertThat(follower.landing().toCompletableFuture()).isNotCompleted();
        assertThat(follower.hasBegun()).isTrue();
    }

    @Test
    void doesNotLetAThreadWaitForWhatItHasToReadItself() {
        lease(ask(JOIN)).begin();

        assertThat(ask(JOIN)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotJoinWhereTheRuleSaysNo() {
        ask(JOIN);

        assertThat(ask(ALONE)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotLeadOthersWhereTheRuleSaysNo() {
        ask(ALONE);

        assertThat(ask(JOIN)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotJoinWithinOneTrace() {
        SpanReference trace = new SpanReference("a".repeat(32), "1".repeat(16), true, "");
        answers.ask(QUESTION, JOIN, trace, Operation.CHAT);

        assertThat(answers.ask(QUESTION, JOIN, trace, Operation.CHAT)).isInstanceOf(Finding.Repeated.class);
    }

    @Test
    void nobodyOutsideCanEndAFlight() {
        ask(JOIN);
        Finding.Underway follower = underway(ask(JOIN));

        follower.landing().toCompletableFuture().complete(null);

        assertThat(underway(ask(JOIN)).landing().toCompletableFuture()).isNotCompleted();
    }

    @Test
    void remembersABoundedNumberOfLeadersThatNeverReportBack() {
        for (int i = 0; i < 20_000; i++) {
            answers.ask(new Digest(i, i), JOIN, SpanReference.none(), Operation.CHAT);
        }
        Flights flights = new Flights(now::get, Duration.ofSeconds(30));
        for (int i = 0; i < 20_000; i++) {
            flights.board(new Digest(i, i), flights.begin());
        }

        assertThat(flights.size()).isLessThanOrEqualTo(4096);
        assertThat(answers.toString()).isEqualTo("0 answers, 4096 flights");
    }

    @Test
    void exactlyOneOfManyThreadsLeads() throws Exception {
        for (int round = 0; round < 200; round++) {
            Digest question = new Digest(round, 7);
            AtomicInteger leaders = new AtomicInteger();
            inParallel(() -> {
                Finding finding = answers.ask(question, JOIN, SpanReference.none(), Operation.CHAT);
                leaders.addAndGet(finding instanceof Finding.Absent ? 1 : 0);
                return finding;
            });
            assertThat(leaders).hasValue(1);
        }
    }

    @Test
    void everyOneOfManyThreadsIsAnsweredByTheOneThatLeads() throws Exception {
        for (int round = 0; round < 200; round++) {
            Digest question = new Digest(round, 8);
            byte[] body = ("answer " + round).getBytes(StandardCharsets.UTF_8);
            AtomicInteger sent = new AtomicInteger();
            List<byte[]> got = inParallel(() -> {
                Finding finding = answers.ask(question, JOIN, SpanReference.none(), Operation.CHAT);
                if (finding instanceof Finding.Absent absent) {
                    sent.incrementAndGet();
                    absent.lease().keep(reply(body), ended(Ending.NATURAL), Cost.unknown("test"));
                    return body;
                }
                return awaited(finding);
            });
            assertThat(sent).hasValue(1);
            assertThat(got)
                    .hasSize(THREADS)
                    .allSatisfy(bytes -> assertThat(bytes).isEqualTo(body));
        }
    }

    private static byte[] awaited(Finding finding) throws Exception {
        if (finding instanceof Finding.Held held) {
            return held.answer().reply().body();
        }
        Finding.Underway underway = underway(finding);
        underway.landing().toCompletableFuture().get(10, TimeUnit.SECONDS);
        return underway.answer().orElseThrow().reply().body();
    }

    private static <T> List<T> inParallel(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(20, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private Finding ask(Reuse reuse) {
        return answers.ask(QUESTION, reuse, SpanReference.none(), Operation.CHAT);
    }

    private static Lease lease(Finding finding) {
        return ((Finding.Absent) finding).lease();
    }

    private static Finding.Underway underway(Finding finding) {
        return (Finding.Underway) finding;
    }

    private static Reply reply(String body) {
        return reply(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply reply(byte[] body) {
        return new Reply(200, Map.of(), body);
    }

    private static Answer ended(Ending ending) {
        return new Answer("id", "m", List.of("stop"), null, Terms.LIST, "", ending);
    }
}
