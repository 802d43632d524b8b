// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBuffers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class TappedSubscriberTest {
    private final List<String> heard = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean keepsBack;
    private @Nullable Subscription handed;
    private final TappedSubscriber passing =
            new TappedSubscriber(new Listener(), new TappedBuffers(new Keeper(), new Edges(Log.silent())));

    @BeforeEach
    void subscribe() {
        passing.onSubscribe(new Transport());
    }

    @Test
    void handsOnWhatComesAndWhatIsAskedFor() {
        handed.request(2);
        passing.onNext(buffer("one"));
        passing.onComplete();

        assertThat(heard).containsExactly("one", "complete");
        assertThat(asked).containsExactly("request 2");
        assertThat(told).containsExactly("end");
    }

    @Test
    void asksAnewForWhatIsKeptBack() {
        keepsBack = true;
        handed.request(1);
        passing.onNext(buffer("one"));

        assertThat(heard).isEmpty();
        assertThat(asked).containsExactly("request 1", "request 1");
    }

    @Test
    void givesAtTheEndWhatWasKeptBack() {
        keepsBack = true;
        handed.request(1);
        passing.onNext(buffer("one"));
        passing.onComplete();

        assertThat(heard).containsExactly("one", "complete");
    }

    @Test
    void givesWhatWasKeptBackWhenItIsAskedFor() {
        handed.request(1);
        passing.onNext(buffer("one"));
        keepsBack = true;
        passing.onNext(buffer("two"));
        passing.onComplete();
        assertThat(heard).containsExactly("one");

        handed.request(1);

        assertThat(heard).containsExactly("one", "two", "complete");
    }

    @Test
    void tellsThatItIsCancelledOrFails() {
        handed.cancel();
        passing.onError(new IllegalStateException("lost"));

        assertThat(told).containsExactly("closed");
        assertThat(asked).containsExactly("cancel");
        assertThat(heard).containsExactly("lost");
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Transport implements Subscription {
        @Override
        public void request(long count) {
            asked.add("request " + count);
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }
    }

    private final class Listener implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            handed = subscription;
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            heard.add(StandardCharsets.UTF_8.decode(buffer).toString());
        }

        @Override
        public void onError(Throwable thrown) {
            heard.add(thrown.getMessage());
        }

        @Override
        public void onComplete() {
            heard.add("complete");
        }
    }

    /** Keeps one part back until the end. */
    private final class Keeper implements Tap {
        private Chunk kept = Chunk.empty();

        @Override
        public Chunk pass(Chunk chunk) {
            if (keepsBack) {
                kept = chunk;
            }
            return keepsBack ? Chunk.empty() : chunk;
        }

        @Override
        public Chunk end() {
            told.add("end");
            return kept;
        }

        @Override
        public void closed() {
            told.add("closed");
        }

        @Override
        public void failed(Throwable cause) {
            told.add("failed");
        }

        @Override
        public void abandoned() {}
    }
}
