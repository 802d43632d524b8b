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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingDriverTest {
    private final TextSeam seam = new TextSeam();
    private final Edges edges = new Edges(Log.silent());
    private final Inside inside = edges.inside();
    private final BlockingDriver<String, String> driver = new BlockingDriver<>(seam, edges);
    private final List<String> sent = new ArrayList<>();
    private Duration patience = Duration.ofDays(1);
    private Again<String, String> transport = request -> "200 echo " + request;

    @Test
    void sendsTheApplicationsOwnRequestWhereNothingChanged() throws Throwable {
        ScriptedPassage passage = new ScriptedPassage(send("ignored", true), deliver());

        assertThat(call(passage, "hello")).isEqualTo("200 echo hello tapped");
        assertThat(passage.told).containsExactly("next", "enter", "leave", "arrived 200");
    }

    @Test
    void sendsTheChangedRequest() throws Throwable {
        assertThat(call(new ScriptedPassage(send("HELLO", false), deliver()), "hello"))
                .isEqualTo("200 echo HELLO tapped");
    }

    @Test
    void answersWithoutSending() throws Throwable {
        assertThat(call(new ScriptedPassage(answer("stored")), "hello")).isEqualTo("200 stored");
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsAgainAndClosesTheFirstResponseUnread() throws Throwable {
        transport = request -> request.equals("HELLO") ? "400 refused" : "200 fine";
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());

        assertThat(call(passage, "hello")).isEqualTo("200 fine tapped");
        assertThat(sent).containsExactly("HELLO", "hello");
        assertThat(seam.closed).containsExactly("400 refused");
        assertThat(passage.told)
                .containsExactly("next", "enter", "leave", "arrived 400", "enter", "leave", "arrived 200");
    }

    @Test
    void handsOnWhatTheTransportThrows() {
        transport = request -> {
            throw new IOException("reset");
        };
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));

        assertThatThrownBy(() -> call(passage, "hello"))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
        assertThat(passage.told).endsWith("failed IOException");
        assertThat(inside.here()).isFalse();
    }

    @Test
    void sendsAgainWhereTheResponseToTheFirstIsThrown() throws Throwable {
        transport = request -> {
            if (request.equals("HELLO")) {
                throw new IOException("400 refused");
            }
            return "200 fine";
        };
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());

        assertThat(call(passage, "hello")).isEqualTo("200 fine tapped");
        assertThat(passage.told)
                .containsExactly("next", "enter", "leave", "arrived 400", "enter", "leave", "arrived 200");
    }

    @Test
    void throwsTheResponseThatWasThrown() {
        transport = request -> {
            throw new IOException("401 who are you");
        };
        ScriptedPassage passage = new ScriptedPassage(send("hello", true), deliver());

        assertThatThrownBy(() -> call(passage, "hello")).hasMessage("401 who are you");
        assertThat(passage.told).endsWith("arrived 401");
    }

    @Test
    void throwsWhatWasThrownWhereItCannotBeRead() {
        seam.broken = "refusal";
        transport = request -> {
            throw new IOException("401 who are you");
        };
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));

        assertThatThrownBy(() -> call(passage, "hello")).hasMessage("401 who are you");
        assertThat(passage.told).endsWith("failed IOException");
    }

    @Test
    void handsOnWhatTheSecondSendThrows() {
        transport = request -> {
            if (request.equals("hello")) {
                throw new IOException("reset");
            }
            return "400 refused";
        };
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true));

        assertThatThrownBy(() -> call(passage, "hello")).isInstanceOf(IOException.class);
        assertThat(passage.told).endsWith("enter", "leave", "failed IOException");
        assertThat(inside.here()).isFalse();
    }

    @Test
    void waitsForTheSignalAndAsksAgain() throws Throwable {
        Next await = new Next.Await(CompletableFuture.failedFuture(new IOException()), Duration.ofMinutes(1));

        assertThat(call(new ScriptedPassage(await, answer("joined")), "hello")).isEqualTo("200 joined");
    }

    @Test
    void asksAgainWhenTheLimitIsOver() throws Throwable {
        Next await = new Next.Await(new CompletableFuture<>(), Duration.ofMillis(1));

        assertThat(call(new ScriptedPassage(await, send("hello", true), deliver()), "hello"))
                .isEqualTo("200 echo hello tapped");
    }

    @Test
    void waitsNoLongerThanTheCallHasPatience() throws Throwable {
        patience = Duration.ofMillis(1);
        Next await = new Next.Await(new CompletableFuture<>(), Duration.ofDays(1));

        assertThat(call(new ScriptedPassage(await, send("hello", true), deliver()), "hello"))
                .isEqualTo("200 echo hello tapped");
    }

    @Test
    void tellsThePassageThatAChangedRequestCannotBeBuilt() throws Throwable {
        seam.broken = "request";
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), deliver());
        call(passage, "hello");

        assertThat(passage.told).contains("fell back");
    }

    @Test
    void sendsAtOnceWhereTheApplicationInterruptsTheWait() throws Throwable {
        Thread.currentThread().interrupt();
        ScriptedPassage passage = new ScriptedPassage(new Next.Await(new CompletableFuture<>(), Duration.ofMinutes(1)));

        assertThat(call(passage, "hello")).isEqualTo("200 echo hello");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(passage.told).containsExactly("next", "failed InterruptedException");
    }

    @Test
    void marksTheThreadWhileTheTransportWorks() throws Throwable {
        transport = request -> "200 " + inside.here();

        assertThat(call(new ScriptedPassage(send("hello", true), deliver()), "hello"))
                .startsWith("200 true");
        assertThat(inside.here()).isFalse();
    }

    @Test
    void marksTheThreadOfACallThatIsFollowedNoFurther() throws Throwable {
        seam.broken = "answer";
        transport = request -> "200 " + inside.here();

        assertThat(call(new ScriptedPassage(answer("stored")), "hello")).isEqualTo("200 true");
        assertThat(inside.here()).isFalse();
    }

    @Test
    void followsTheCallWhereTheScopeOfASendCannotBeEntered() throws Throwable {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true), deliver());
        passage.cannotBeEntered = true;

        assertThat(call(passage, "hello")).isEqualTo("200 echo hello tapped");
        assertThat(passage.told).containsExactly("next", "enter", "arrived 200");
    }

    @Test
    void goesOnWhereTheScopeOfASendCannotBeLeft() throws Throwable {
        transport = request -> request.equals("HELLO") ? "400 refused" : "200 fine";
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());
        passage.cannotBeLeft = true;

        assertThat(call(passage, "hello")).isEqualTo("200 fine tapped");
        assertThat(passage.told)
                .containsExactly("next", "enter", "leave", "arrived 400", "enter", "leave", "arrived 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "answer", "head", "tapped", "close"})
    void givesWhatTheApplicationWouldHaveHadWhereTheSeamFails(String method) throws Throwable {
        seam.broken = method;

        assertThat(call(new ScriptedPassage(send("hello", false), deliver()), "hello"))
                .startsWith("200 echo hello");
        assertThat(call(new ScriptedPassage(send("HELLO", false), send("hello", true), deliver()), "hello"))
                .startsWith("200 echo ");
        String answered = call(new ScriptedPassage(answer("stored")), "hello");
        assertThat(answered).isEqualTo(method.equals("answer") ? "200 echo hello" : "200 stored");
    }

    /** What woven code does. */
    private String call(ScriptedPassage passage, String request) throws Throwable {
        Again<String, String> method = other -> {
            sent.add(other);
            return transport.send(other);
        };
        return driver.call(passage, request, method, () -> patience);
    }
}
