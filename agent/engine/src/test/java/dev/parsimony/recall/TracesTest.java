// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Digest;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final Traces traces = new Traces();
    private final Random random = new Random(1);

    @Test
    void remembersWhatATraceAsked() {
        Digest question = new Digest(1, 2);

        assertThat(traces.repeats(question, "a".repeat(32))).isFalse();
        assertThat(traces.repeats(question, "a".repeat(32))).isTrue();
        assertThat(traces.repeats(question, "b".repeat(32))).isFalse();
        assertThat(traces.repeats(new Digest(1, 3), "a".repeat(32))).isFalse();
    }

    @Test
    void takesAThousandQuestionsOfATraceForDifferentOnes() {
        for (int i = 0; i < 1000; i++) {
            assertThat(traces.repeats(new Digest(random.nextLong(), random.nextLong()), "a".repeat(32)))
                    .isFalse();
        }
    }

    @Test
    void stillKnowsTheLastThousandsAfterMillions() {
        String trace = "";
        Digest question = new Digest(5, 6);
        for (int i = 0; i < 200_000; i++) {
            trace = String.format("%016x%016x", random.nextLong(), random.nextLong());
            assertThat(traces.repeats(question, trace)).isFalse();
            if (i % 500 == 0) {
                traces.repeats(question, "a".repeat(32)); // asked now and then, so it stays
            }
        }

        assertThat(traces.repeats(question, trace)).isTrue();
        assertThat(traces.repeats(question, "a".repeat(32))).isTrue();
    }
}
