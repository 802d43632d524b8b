// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Tap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TappedBuffersTest {
    private final List<String> seen = new ArrayList<>();
    private Chunk instead = Chunk.empty();
    private Chunk rest = Chunk.empty();
    private boolean broken;

    private final TappedBuffers body = new TappedBuffers(
            new Tap() {
                @Override
                public Chunk pass(Chunk chunk) {
                    if (broken) {
                        throw new IllegalStateException("broken");
                    }
                    seen.add(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
                    return instead.length() > 0 ? instead : chunk;
                }

                @Override
                public Chunk end() {
                    seen.add("end");
                    return rest;
                }

                @Override
                public void closed() {
                    seen.add("closed");
                }

                @Override
                public void failed(Throwable cause) {
                    seen.add("failed " + cause.getMessage());
                }

                @Override
                public void abandoned() {}
            },
            new Edges(Log.silent()));

    @Test
    void showsWhatABufferHoldsAndHandsOnThatVeryBuffer() {
        ByteBuffer slice = ByteBuffer.wrap("xxabcxx".getBytes(StandardCharsets.UTF_8), 2, 3)
                .slice();

        assertThat(body.pass(slice)).isSameAs(slice);
        assertThat(slice.remaining()).isEqualTo(3);
        assertThat(seen).containsExactly("abc");
    }

    @Test
    void looksIntoABufferWithoutAnArrayAndLeavesItsPosition() {
        ByteBuffer readOnly =
                ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();

        assertThat(body.pass(readOnly)).isSameAs(readOnly);
        assertThat(readOnly.remaining()).isEqualTo(3);
        assertThat(seen).containsExactly("abc");
    }

    @Test
    void handsOnWhatTheTapReturnsInstead() {
        instead = Chunk.of("other".getBytes(StandardCharsets.UTF_8));

        assertThat(StandardCharsets.UTF_8
                        .decode(body.pass(ByteBuffer.allocate(1)))
                        .toString())
                .isEqualTo("other");
    }

    @Test
    void givesBackAtTheEndWhatWasHeldBackAndOnce() {
        rest = Chunk.of("rest".getBytes(StandardCharsets.UTF_8));

        assertThat(StandardCharsets.UTF_8.decode(body.end()).toString()).isEqualTo("rest");
        assertThat(body.end().hasRemaining()).isFalse();
    }

    @Test
    void tellsTheFirstEndAlone() {
        body.failed(new IllegalStateException("lost"));
        body.closed();
        body.end();

        assertThat(seen).containsExactly("failed lost");
    }

    @Test
    void handsOnABufferThatTheTapCannotFollow() {
        broken = true;
        ByteBuffer buffer = ByteBuffer.allocate(4);

        assertThat(body.pass(buffer)).isSameAs(buffer);
    }
}
