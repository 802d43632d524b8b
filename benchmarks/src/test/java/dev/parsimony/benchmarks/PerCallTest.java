// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.openai.models.chat.completions.ChatCompletion;
import org.junit.jupiter.api.Test;

class PerCallTest {
    private final PerCall calls = new PerCall();

    PerCallTest() {
        calls.size = 1000;
    }

    @Test
    void makesRealCallsOfTheSdk() {
        calls.open();

        assertThat(calls.call()).isInstanceOf(ChatCompletion.class);
        assertThatCode(calls::check).doesNotThrowAnyException();
    }

    @Test
    void noticesThatNoAgentAnsweredWhatWasToBeHits() {
        calls.variant = Variant.HIT;
        calls.open();
        calls.call();
        calls.call();

        assertThatIllegalStateException().isThrownBy(calls::check).withMessage("hit: 2 calls, of which 2 were sent");
    }
}
