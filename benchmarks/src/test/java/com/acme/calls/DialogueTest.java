// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096, 40_960, 1_048_576})
    void hasExactlyTheCharactersAskedFor(int characters) {
        Dialogue dialogue = Dialogue.of(characters);

        assertThat(dialogue.instructions().length()
                        + dialogue.said().stream().mapToInt(String::length).sum())
                .isEqualTo(characters);
    }

    @Test
    void growsByMoreMessagesRatherThanByLongerOnes() {
        assertThat(Dialogue.of(40_960).said()).hasSizeGreaterThan(30).allMatch(message -> message.length() <= 1_000);
    }

    @Test
    void endsWithTheAssistant() {
        assertThat(Dialogue.of(40_960).said().size()).isEven();
    }

    @Test
    void repeatsNoMessage() {
        assertThat(Dialogue.of(40_960).said()).doesNotHaveDuplicates();
    }
}
