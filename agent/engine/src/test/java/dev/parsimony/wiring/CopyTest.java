// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import java.nio.charset.StandardCharsets;
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
