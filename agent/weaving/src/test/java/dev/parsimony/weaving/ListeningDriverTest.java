// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static dev.parsimony.weaving.TextSeam.answer;
import static dev.parsimony.weaving.TextSeam.deliver;
import static dev.parsimony.weaving.TextSeam.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Tap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ListeningDriverTest {
    private final TextSeam seam = new TextSeam();
    private final Edges edges = new Edges(Log.silent());
    private final Inside inside = edges.inside();
    private final ListeningDriver<String, String> driver = new ListeningDriver<>(seam, edges);
    private final List<String> sent = new ArrayList<>();
    private final List<String> local = new ArrayList<>();
    private final List<String> tapped = new ArrayList<>();

    @Test
    void sendsTheRequestAndTellsThePassageWhatTheListenerHears() throws IOException {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), tapping());

        Listening<String, String> call = call(passage);
        call.opened("200 fine");
        String read = read(call.body(new ByteArrayInputStream("body".getBytes(StandardCharsets.UTF_8))));
        call.over();

        assertThat(sent).containsExactly("HELLO");
        assertThat(read).isEqualTo("body");
        assertThat(tapped).containsExactly("body", "end");
        assertThat(passage.told).containsExactly("next", "enter", "leave", "arrived 200");
        assertThat(inside.here()).isFalse();
    }

    @Test
    void answersWithoutSending() {
        call(new ScriptedPassage(answer("stored")));

        assertThat(local).containsExactly("stored");
        assertThat(sent).isEmpty();
    }

    @Test
    void waitsForNobody() {
        Next wait = new Next.Await(new CompletableFuture<>(), Duration.ofDays(1));
        call(new ScriptedPassage(wait, wait, send("hello", true)));

        assertThat(sent).containsExactly("hello");
    }

    @Test
    void letsTheMethodRunWhereThePassageWouldWaitForEver() {
        Next wait = new Next.Await(new CompletableFuture<>(), Duration.ofDays(1));
        ScriptedPassage passage = new ScriptedPassage(wait, wait, wait, wait);
        call(passage);

        assertThat(sent).containsExactly("hello");
        assertThat(passage.told).endsWith("failed IllegalStateException");
    }

    @Test
    void sendsAgainWithoutAWordToTheListener() {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true), deliver());
        Listening<String, String> call = call(passage);

        assertThat(call.failed(new IOException("400 refused"), sent::add)).isTrue();
        call.opened("200 fine");

        assertThat(sent).containsExactly("HELLO", "hello");
        assertThat(passage.told)
                .containsExactly("next", "enter", "leave", "arrived 400", "enter", "leave", "arrived 200");
    }

    @Test
    void letsTheListenerHearOfARefusalThatIsDelivered() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true), tapping());

        assertThat(call(passage).failed(new IOException("401 who are you"), sent::add))
                .isFalse();
        assertThat(tapped).containsExactly("401 who are you", "end");
    }

    @Test
    void letsTheListenerHearOfAFailure() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));

        assertThat(call(passage).failed(new IOException("reset"), sent::add)).isFalse();
        assertThat(passage.told).endsWith("failed IOException");
    }

    @Test
    void letsTheListenerHearWhereTheSecondSendFails() {
        ScriptedPassage passage = new ScriptedPassage(send("HELLO", false), send("hello", true));

        boolean again = call(passage).failed(new IOException("400 refused"), request -> {
            throw new IOException("reset");
        });

        assertThat(again).isFalse();
        assertThat(passage.told).endsWith("failed IOException");
    }

    @Test
    void tellsTheTapThatReadingBrokeOff() {
        Listening<String, String> call = call(new ScriptedPassage(send("hello", true), tapping()));
        call.opened("200 fine");
        InputStream body = call.body(InputStream.nullInputStream());

        assertThat(call.failed(new IOException("reset"), sent::add)).isFalse();
        assertThat(body).isNotNull();
        assertThat(tapped).containsExactly("failed");
    }

    @Test
    void tellsTheEndOfABodyThatNobodyAskedFor() {
        Listening<String, String> closed = call(new ScriptedPassage(send("hello", true), tapping()));
        closed.opened("200 fine");
        closed.over();
        closed.over();
        Listening<String, String> broken = call(new ScriptedPassage(send("hello", true), tapping()));
        broken.opened("200 fine");

        assertThat(broken.failed(new IOException("reset"), sent::add)).isFalse();
        assertThat(tapped).containsExactly("closed", "failed");
    }

    @Test
    void tellsThePassageWhatFailedInsideAFuture() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));

        assertThat(call(passage).failed(new CompletionException(new IOException("reset")), sent::add))
                .isFalse();
        assertThat(passage.told).endsWith("failed IOException");
    }

    @Test
    void tellsThePassageWhatTheMethodThrows() {
        ScriptedPassage passage = new ScriptedPassage(send("hello", true));
        Object[] entered = driver.enter(driver.listening(passage, "hello"), reply -> {});

        driver.exit(entered, new IllegalStateException("closed"));

        assertThat(passage.told).containsExactly("next", "enter", "leave", "failed IllegalStateException");
        assertThat(inside.here()).isFalse();
    }

    /** Calls as advice would. */
    private Listening<String, String> call(ScriptedPassage passage) {
        Listening<String, String> call = driver.listening(passage, "hello");
        Object[] entered = driver.enter(call, reply -> local.add(new String(reply.body(), StandardCharsets.UTF_8)));
        if (entered == null) {
            sent.add("hello");
        } else if (entered[Advised.ANSWER] == null) {
            sent.add((String) entered[Advised.REQUEST]);
        }
        driver.exit(entered, null);
        return call;
    }

    private static String read(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private Next tapping() {
        return new Next.Deliver(new Tap() {
            @Override
            public Chunk pass(Chunk chunk) {
                tapped.add(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
                return chunk;
            }

            @Override
            public Chunk end() {
                tapped.add("end");
                return Chunk.empty();
            }

            @Override
            public void closed() {
                tapped.add("closed");
            }

            @Override
            public void failed(Throwable cause) {
                tapped.add("failed");
            }

            @Override
            public void abandoned() {
                tapped.add("abandoned");
            }
        });
    }
}
