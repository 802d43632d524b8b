// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.exchange.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftAloneTest {
    private static final CacheRules RULES =
            new CacheRules(1_024, 0.1, List.of(new CacheRules.Life(Duration.ofMinutes(30), 1.25)), 4, true);

    @Test
    void wouldHaveWrittenAPromptThatComesOnce() {
        LeftAlone alone = new LeftAlone(0, 2_000, RULES);
        Usage usage = Usage.text(2_000, 0, 0, 0, 50, 7);

        assertThat(alone.instead(usage)).isEqualTo(Usage.text(0, 0, 2_000, 0, 50, 7));
        assertThat(alone.balance(usage)).isCloseTo(500, within(1e-6));
    }

    @Test
    void wouldHaveReadWhatAnEarlierPromptLeft() {
        LeftAlone alone = new LeftAlone(900, 1_000, RULES); // by estimate: the provider counts twice as many
        Usage usage = Usage.text(2_000, 0, 0, 0, 50, 0);

        assertThat(alone.instead(usage)).isEqualTo(Usage.text(0, 1_800, 200, 0, 50, 0));
        assertThat(alone.balance(usage)).isCloseTo(50 - 1_620, within(1e-6));
    }

    @Test
    void wouldHaveKeptNothingOfAPromptBelowTheMinimum() {
        LeftAlone alone = new LeftAlone(0, 1_000, RULES);
        Usage usage = Usage.text(1_023, 0, 0, 0, 1, 0);

        assertThat(alone.instead(usage)).isEqualTo(usage);
        assertThat(alone.balance(usage)).isZero();
    }

    @Test
    void changesNeitherTheOutputNorTheSumOfTheInput() {
        Usage usage = Usage.text(300, 1_500, 200, 100, 40, 9);

        Usage instead = new LeftAlone(333, 1_000, RULES).instead(usage);

        assertThat(instead.totalInput()).isEqualTo(usage.totalInput());
        assertThat(instead.totalOutput()).isEqualTo(usage.totalOutput());
    }

    @Test
    void chargesACallThatIsLeftAloneForWhatEarlierOnesDidNotKeep() {
        assertThat(new LeftAlone(1_000, 2_000, RULES).arrears(400)).isCloseTo(-600 * 1.15, within(1e-6));
        assertThat(new LeftAlone(1_000, 2_000, RULES).arrears(1_500)).isZero();
    }
}
