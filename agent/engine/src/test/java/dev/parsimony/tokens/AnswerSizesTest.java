// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerSizesTest {
    private static final String CHAT = "openai.chat stream";

    private final AnswerSizes sizes = new AnswerSizes();

    @Test
    void saysNothingOfAnAnswerWhoseKindWasNeverCounted() {
        sizes.learn(CHAT, "gpt-4.1", 20_000, 100);

        assertThat(sizes.tokens("openai.chat", "gpt-4.1", 1000)).isEmpty();
        assertThat(sizes.tokens(CHAT, "claude-haiku-4-5", 1000)).isEmpty();
    }

    @Test
    void takesAnAnswerToBeLikeThoseThatWereCounted() {
        sizes.learn(CHAT, "gpt-4.1", 20_000, 100);
        sizes.learn(CHAT, "gpt-4.1", 40_000, 200);

        assertThat(sizes.tokens(CHAT, "gpt-4.1", 5_000)).hasValue(25);
    }

    @Test
    void knowsASnapshotByItsFamily() {
        sizes.learn(CHAT, "gpt-4.1-2025-04-14", 20_000, 100);

        assertThat(sizes.tokens(CHAT, "gpt-4.1", 2_000)).hasValue(10);
    }

    @Test
    void learnsNothingFromAnAnswerThatIsMostlyEnvelope() {
        sizes.learn(CHAT, "gpt-4.1", 900, 3);

        assertThat(sizes.tokens(CHAT, "gpt-4.1", 5_000)).isEmpty();
    }

    @Test
    void holdsOnlySoManyKinds() {
        for (int i = 0; i < 300; i++) {
            sizes.learn(CHAT, "model-x" + i, 20_000, 100);
        }

        assertThat(sizes.tokens(CHAT, "model-x0", 200)).hasValue(1);
        assertThat(sizes.tokens(CHAT, "model-x299", 200)).isEmpty();
    }
}
