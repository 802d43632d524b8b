// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static dev.parsimony.weaving.TextSeam.answer;
import static dev.parsimony.weaving.TextSeam.deliver;
import static dev.parsimony.weaving.TextSeam.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FutureDriverTest {
    private final TextSeam seam = new TextSeam();
    private final Edges edges = new Edges(Log.silent());
    private final Inside inside = edges.inside();
    private final FutureDriver<String, String> driver = new FutureDriver<>(seam, edges);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Sent first = new Sent();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    private Duration patience = Duration.ofDays(1);

    /** A future of the SDK that tells when it is followed, and may go on whatever the application wants. */
    private static final class Sent extends CompletableFuture<String> {
        private final CompletableFuture<Void> followed = new CompletableFuture<>();
        private boolean stubborn;

        @Override
        public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> action) {
            CompletableFuture<String> behind = super.whenComplete(action);
            followed.complete(null);
            return behind;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            return !stubborn && super.cancel(interrupt);
        }
    }

    @Test
    void tapsTheResponseWhenItComes() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true), deliver());
        CompletableFuture<String> result = call(passage);

        assertThat(result).isNotDone();
        assertThat(passage.told).containsExactly("next", "enter", "leave");
        first.complete("200 fine");

        assertThat(result).isCompletedWithValue("200 fine tapped");
    }

    @Test
    void answersWithoutSending() {
        assertThat(call(new ScriptedPassage(answer("stored")))).isCompletedWithValue("200 stored");
        assertThat(sent).isEmpty();
    }

    @Test
    void answersOnceTheApplicationsOwnCodeHasReadTheAnswer() {
        seam.reading = new CompletableFuture<>();
        CompletableFuture<String> result = call(new ScriptedPassage(answer("stored")));

        assertThat(result).isNotDone();
        seam.reading.complete(null);

        assertThat(result).isCompletedWithValue("200 stored");
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsAgainWithoutHoldingUpAnyThread() {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());
        CompletableFuture<String> result = call(passage);

        first.complete("400 refused");
        assertThat(result).isNotDone();
        second.complete("200 fine");

        assertThat(result).isCompletedWithValue("200 fine tapped");
        assertThat(sent).containsExactly("HELLO", "hello");
        assertThat(seam.closed).containsExactly("400 refused");
    }

    @Test
    void sendsAgainWhereTheFutureFailsInTheResponsesPlace() {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());
        CompletableFuture<String> result = call(passage);

        first.completeExceptionally(new CompletionException(new IOException("400 refused")));
        second.complete("200 fine");

        assertThat(result).isCompletedWithValue("200 fine tapped");
        assertThat(sent).containsExactly("HELLO", "hello");
    }

    @Test
    void failsAsTheSdkFailsAndTellsWhatFailedRatherThanItsWrapping() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));
        CompletableFuture<String> result = call(passage);
        CompletionException theirs = new CompletionException(new IOException("reset"));

        first.completeExceptionally(theirs);

        assertThatThrownBy(result::join).isSameAs(theirs);
        assertThat(passage.told).endsWith("failed IOException");
    }

    @Test
    void cancelsTheSdksFutureWithItsOwn() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));
        CompletableFuture<String> result = call(passage);

        result.cancel(true);

        assertThat(first).isCancelled();
        assertThat(passage.told).endsWith("failed CancellationException");
    }

    @Test
    void cancelsTheSecondSendAsWell() {
        CompletableFuture<String> result =
                call(new ScriptedPassage(send("HELLO", false), send("hello", true), deliver()));
        first.complete("400 refused");

        result.cancel(true);

        assertThat(second).isCancelled();
    }

    @Test
    void handsATimeoutOfTheApplicationOn() {
        CompletableFuture<String> result = call(new ScriptedPassage(send("hello", true)));
        IOException late = new IOException("late");

        result.completeExceptionally(late);

        assertThat(first).isCompletedExceptionally();
    }

    @Test
    void closesAResponseThatComesAfterTheApplicationGaveUp() {
        first.stubborn = true;
        CompletableFuture<String> result = call(new ScriptedPassage(send("hello", true), deliver()));

        result.cancel(true);
        first.complete("200 too late");

        assertThat(seam.closed).containsExactly("200 too late tapped");
    }

    @Test
    void sendsAfterTheSignal() {
        CompletableFuture<Void> signal = new CompletableFuture<>();
        CompletableFuture<String> result = call(
                new ScriptedPassage(new Next.Await(signal, Duration.ofMinutes(1)), send("hello", true), deliver()));
        first.complete("200 fine");
        assertThat(sent).isEmpty();

        signal.complete(null);

        assertThat(result.join()).isEqualTo("200 fine tapped");
    }

    @Test
    void sendsAfterAWaitOnAThreadOfOursWithTheCallersContextLoader() throws Throwable {
        CompletableFuture<Void> signal = new CompletableFuture<>();
        Next await = new Next.Await(signal, Duration.ofMinutes(1));
        CompletableFuture<Thread> sender = new CompletableFuture<>();
        CompletableFuture<ClassLoader> context = new CompletableFuture<>();
        CompletableFuture<String> result = driver.call(
                new ScriptedPassage(await, send("hello", true), deliver()),
                "hello",
                request -> {
                    context.complete(Thread.currentThread().getContextClassLoader());
                    sender.complete(Thread.currentThread());
                    return first;
                },
                () -> patience);

        signal.complete(null);
        first.complete("200 fine");

        assertThat(result.join()).isEqualTo("200 fine tapped");
        assertThat(sender.join().getName()).startsWith("parsimony-");
        assertThat(context.join()).isSameAs(Thread.currentThread().getContextClassLoader());
        assertThat(result.join()).isEqualTo("200 fine tapped");
    }

    @Test
    void asksAgainWhenTheLimitIsOver() {
        Next await = new Next.Await(new CompletableFuture<>(), Duration.ofMillis(1));

        assertThat(call(new ScriptedPassage(await, answer("joined"))).join()).isEqualTo("200 joined");
    }

    @Test
    void waitsNoLongerThanTheCallHasPatience() {
        patience = Duration.ofMillis(1);
        Next await = new Next.Await(new CompletableFuture<>(), Duration.ofDays(1));
        CompletableFuture<String> result = call(new ScriptedPassage(await, send("hello", true), deliver()));
        first.complete("200 fine");

        assertThat(result.join()).isEqualTo("200 fine tapped");
    }

    @Test
    void sendsAfterAllWhereAJoinedAnswerCannotBeBuilt() {
        seam.broken = "answer";
        Next await = new Next.Await(CompletableFuture.completedFuture(null), Duration.ofMinutes(1));
        CompletableFuture<String> result = call(new ScriptedPassage(await, answer("joined")));
        first.complete("200 fine");

        assertThat(result.join()).isEqualTo("200 fine");
    }

    @Test
    void cancelsTheSendMadeForAnAnswerThatCannotBeBuilt() {
        CompletableFuture<String> result = callWithAnAnswerThatCannotBeBuilt();

        result.cancel(true);

        assertThat(first).isCancelled();
    }

    @Test
    void closesAResponseThatComesForSuchASendAfterTheApplicationGaveUp() {
        first.stubborn = true;
        CompletableFuture<String> result = callWithAnAnswerThatCannotBeBuilt();

        result.cancel(true);
        first.complete("200 too late");

        assertThat(seam.closed).containsExactly("200 too late");
    }

    private CompletableFuture<String> callWithAnAnswerThatCannotBeBuilt() {
        seam.broken = "answer";
        Next await = new Next.Await(CompletableFuture.completedFuture(null), Duration.ofMinutes(1));
        CompletableFuture<String> result = call(new ScriptedPassage(await, answer("joined")));
        first.followed.join();
        return result;
    }

    @Test
    void followsTheCallWhereTheScopeOfASendCannotBeEntered() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true), deliver());
        passage.cannotBeEntered = true;
        CompletableFuture<String> result = call(passage);

        first.complete("200 fine");

        assertThat(result).isCompletedWithValue("200 fine tapped");
    }

    @Test
    void goesOnWhereTheScopeOfASendCannotBeLeft() {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());
        passage.cannotBeLeft = true;
        CompletableFuture<String> result = call(passage);

        first.complete("400 refused");
        second.complete("200 fine");

        assertThat(result).isCompletedWithValue("200 fine tapped");
    }

    @Test
    void marksTheThreadOnlyWhileTheMethodRuns() {
        Object[] entered = enter(new ScriptedPassage(send("hello", true), deliver()));
        assertThat(inside.here()).isTrue();

        assertThat(exit(entered, first)).isNotDone();

        assertThat(inside.here()).isFalse();
    }

    @Test
    void makesACallWithoutAMethodToStandAround() throws Throwable {
        CompletableFuture<String> result = driver.call(
                new ScriptedPassage(send("HELLO", false), deliver()),
                "hello",
                request -> CompletableFuture.completedFuture("200 echo " + request),
                () -> patience);

        assertThat(result).isCompletedWithValue("200 echo HELLO tapped");
        assertThat(inside.here()).isFalse();
    }

    private CompletableFuture<String> call(ScriptedPassage passage) {
        Object[] entered = enter(passage);
        if (entered[Advised.ANSWER] != null) {
            return exit(entered, null);
        }
        sent.add((String) entered[Advised.REQUEST]);
        return exit(entered, first);
    }

    private Object[] enter(ScriptedPassage passage) {
        return driver.enter(
                passage,
                "hello",
                request -> {
                    sent.add(request);
                    return sent.size() == 1 ? first : second;
                },
                () -> patience);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<String> exit(Object[] entered, CompletableFuture<String> returned) {
        return (CompletableFuture<String>) driver.exit(entered, returned, null)[Advised.RETURNED];
    }
}
