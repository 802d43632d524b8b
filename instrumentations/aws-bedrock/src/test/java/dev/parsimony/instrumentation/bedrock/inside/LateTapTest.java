// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
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
        late.set(new Listening(told));

        assertThat(told).containsExactly("one", "two", "end");
    }

    @Test
    void isShownInOrderWhatPassesBeforeItAndAfter() {
        late.pass(chunk("before"));
        late.set(new Listening(told));
        late.pass(chunk("after"));
        late.failed(new IOException("reset"));

        assertThat(told).containsExactly("before", "after", "failed");
    }

    @Test
    void isShownWhatPassedThoughTheTransportUsesItsBufferAgain() {
        byte[] buffer = "-one".getBytes(StandardCharsets.UTF_8);
        late.pass(new Chunk(buffer, 1, 3));
        buffer[1] = '*';
        late.set(new Listening(told));

        assertThat(told).containsExactly("one");
    }

    @Test
    void isToldHowABodyEndedThatWasNotReadWhole() {
        late.pass(chunk("one"));
        late.closed();
        late.set(new Listening(told));

        assertThat(told).containsExactly("one", "closed");
    }

    @Test
    void isToldOfABodyThatIsNotKeptForItThatItWasNotSeen() {
        late.pass(Chunk.of(new byte[LateTap.MOST]));
        late.pass(chunk("one more"));
        late.end();
        late.set(new Listening(told));
        late.pass(chunk("another"));

        assertThat(told).containsExactly("closed");
    }

    private static Chunk chunk(String text) {
        return Chunk.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
