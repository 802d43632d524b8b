// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyTest {
    @Test
    void gathersWhatPasses() {
        Copy copy = new Copy(10);
        copy.add(new Chunk("xabcx".getBytes(StandardCharsets.US_ASCII), 1, 3));
        copy.add(Chunk.of("de".getBytes(StandardCharsets.US_ASCII)));

        assertThat(copy.whole()).asString(StandardCharsets.US_ASCII).isEqualTo("abcde");
    }

    @Test
    void gathersTheSameInPiecesOfAnySize() {
        byte[] body = new byte[20_000];
        new Random(1).nextBytes(body);
        for (int piece : new int[] {1, 7, 1000, 1024, 8192, 20_000}) {
            Copy copy = new Copy(body.length);
            for (int at = 0; at < body.length; at += piece) {
                copy.add(new Chunk(body, at, Math.min(piece, body.length - at)));
            }

            assertThat(copy.whole()).isEqualTo(body);
        }
    }

    @Test
    void growsOnAfterItWasLookedAt() {
        Copy copy = new Copy(10);
        copy.add(Chunk.of(new byte[] {1, 2}));
        byte[] early = copy.whole();
        copy.add(Chunk.of(new byte[] {3}));

        assertThat(early).containsExactly(1, 2);
        assertThat(copy.whole()).containsExactly(1, 2, 3);
    }

    @Test
    void isEmptyWhereNothingPassed() {
        assertThat(new Copy(10).whole()).isEmpty();
    }

    @Test
    void letsGoOfWhatGrowsTooLarge() {
        Copy copy = new Copy(4);
        copy.add(Chunk.of(new byte[4]));
        copy.add(Chunk.of(new byte[1]));

        assertThat(copy.whole()).isNull();
    }

    @Test
    void copiesNothingWhereNobodyAsked() {
        Copy copy = new Copy(0);
        copy.add(Chunk.of(new byte[1]));

        assertThat(copy.whole()).isNull();
    }
}
