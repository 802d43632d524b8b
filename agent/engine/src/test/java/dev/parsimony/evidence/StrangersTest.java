// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final double PROMPT = 1_000;
    private static final double FEE = 250;

    private final Strangers strangers = new Strangers();

    @Test
    void areNotKnownToBeNoneBeforeFiveCallsWereLeftAlone() {
        leaveAlone(4, 0);
        assertThat(areNone()).isFalse();

        leaveAlone(1, 0);
        assertThat(areNone()).isTrue();
    }

    @Test
    void areThereWhereMoreIsReadThanWasExpected() {
        leaveAlone(5, 900);

        assertThat(areNone()).isFalse();
    }

    @Test
    void areLookedForAgainWhenTwoPromptsAreAtStake() {
        leaveAlone(5, 0);
        risk(2);
        assertThat(areNone()).isFalse();

        leaveAlone(1, 0);
        assertThat(areNone()).isTrue();
    }

    @Test
    void areLookedForLessOftenTheMoreWasProvenToBeSaved() {
        leaveAlone(5, 0);
        risk(2);
        leaveAlone(1, 0);
        risk(2);
        leaveAlone(1, 0); // four fees saved: one prompt more may be at stake

        risk(2);
        assertThat(areNone()).isTrue();
        risk(1);
        assertThat(areNone()).isFalse();
    }

    @Test
    void takeBackAllThatWasProvenWhenTheyCome() {
        leaveAlone(5, 0);
        for (int i = 0; i < 20; i++) {
            risk(2);
            leaveAlone(1, 0);
        }
        leaveAlone(1, 1_000);
        leaveAlone(20, 0);

        risk(2);
        assertThat(areNone()).isFalse();
    }

    @Test
    void neverCostMoreThanTwentyPromptsBetweenTwoLooks() {
        leaveAlone(5, 0);
        for (int i = 0; i < 1_000; i++) {
            risk(2);
            leaveAlone(1, 0);
        }

        risk(19);
        assertThat(areNone()).isTrue();
        risk(1);
        assertThat(areNone()).isFalse();
    }

    private boolean areNone() {
        return strangers.areNone(PROMPT, PROMPT);
    }

    private void leaveAlone(int calls, long read) {
        for (int i = 0; i < calls; i++) {
            strangers.saw(read, 0, (long) PROMPT);
        }
    }

    private void risk(int calls) {
        for (int i = 0; i < calls; i++) {
            strangers.risk(PROMPT, FEE);
        }
    }
}
