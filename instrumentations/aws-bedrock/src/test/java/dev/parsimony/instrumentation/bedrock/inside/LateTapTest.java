// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateTapTest {
    private final List<String> told = new ArrayList<>();
    private final LateTap late = new LateTap();

    @Test
    void isShownAResponseThatWasOverBeforeItCame() {
        Chunk one = chunk("one");

        assertThat(late.pass(one)).isSameAs(one);
        late.pass(chunk("two"));
        assertThat(late.end().length()).isZero();
        assertThat(told).isEmpty();
        late.set(new Listener());

        assertThat(told).containsExactly("one", "two", "end");
    }

    @Test
    void isShownInOrderWhatPassesBeforeItAndAfter() {
        late.pass(chunk("before"));
        late.set(new Listener());
        late.pass(chunk("after"));
        late.failed(new IOException("reset"));

        assertThat(told).containsExactly("before", "after", "failed");
    }

    @Test
    void isShownWhatPassedThoughTheTransportUsesItsBufferAgain() {
        byte[] buffer = "-one".getBytes(StandardCharsets.UTF_8);
        late.pass(new Chunk(buffer, 1, 3));
        buffer[1] = '*';
        late.set(new Listener());

        assertThat(told).containsExactly("one");
    }

    @Test
    void isToldHowABodyEndedThatWasNotReadWhole() {
        late.pass(chunk("one"));
        late.closed();
        late.set(new Listener());

        assertThat(told).containsExactly("one", "closed");
    }

    @Test
    void isToldOfABodyThatIsNotKeptForItThatItWasNotSeen() {
        late.pass(Chunk.of(new byte[LateTap.MOST]));
        late.pass(chunk("one more"));
        late.end();
        late.set(new Listener());
        late.pass(chunk("another"));

        assertThat(told).containsExactly("closed");
    }

    private static Chunk chunk(String text) {
        return Chunk.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Listener implements Tap {
        @Override
        public Chunk pass(Chunk chunk) {
            told.add(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
            return chunk;
        }

        @Override
        public Chunk end() {
            told.add("end");
            return Chunk.empty();
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
        public void abandoned() {
            told.add("abandoned");
        }
    }
}
