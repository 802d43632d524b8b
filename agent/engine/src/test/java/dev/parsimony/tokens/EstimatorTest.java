// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    private final Estimator estimator = new Estimator();

    @Test
    void takesFourBytesForATokenUntilItKnowsBetter() {
        assertThat(estimator.tokens("gpt-4o", 4000, Lean.EVEN)).isEqualTo(1000);
        assertThat(estimator.tokens("gpt-4o", 0, Lean.HIGH)).isZero();
    }

    @Test
    void learnsFromTheFirstCountAndSettles() {
        estimator.learn("gpt-4o", 3000, 1000);

        assertThat(estimator.tokens("gpt-4o", 3000, Lean.EVEN)).isEqualTo(1000);

        for (int i = 0; i < 100; i++) {
            estimator.learn("gpt-4o", 5000, 1000);
        }
        assertThat(estimator.tokens("gpt-4o", 5000, Lean.EVEN)).isCloseTo(1000, within(10L));
    }

    @Test
    void learnsForEachFamilyApart() {
        estimator.learn("claude-opus-4-8", 3000, 1000);

        assertThat(estimator.tokens("claude-haiku-4-5", 4000, Lean.EVEN)).isEqualTo(1000);
    }

    @Test
    void takesSnapshotsOfAModelForOneFamily() {
        estimator.learn("gpt-4o-2024-08-06", 3000, 1000);
        estimator.learn("claude-opus-4-5-20251101", 2000, 1000);

        assertThat(estimator.tokens("gpt-4o-2024-11-20", 3000, Lean.EVEN)).isEqualTo(1000);
        assertThat(estimator.tokens("gpt-4o", 3000, Lean.EVEN)).isEqualTo(1000);
        assertThat(estimator.tokens("claude-opus-4-5", 2000, Lean.EVEN)).isEqualTo(1000);
        assertThat(estimator.tokens("claude-opus-4-1", 4000, Lean.EVEN)).isEqualTo(1000);
    }

    @Test
    void wantsEveryCountAtFirstAndOneInSixteenLater() {
        for (int i = 0; i < 20; i++) {
            assertThat(estimator.wantsToLearn("gpt-4o")).isTrue();
            estimator.learn("gpt-4o", 3000, 1000);
        }

        assertThat(IntStream.range(0, 160).filter(i -> estimator.wantsToLearn("gpt-4o")))
                .hasSize(10);
        assertThat(estimator.wantsToLearn("claude-opus-4-8")).isTrue();
    }

    @Test
    void leansToTheSideAsked() {
        assertThat(estimator.tokens("gpt-4o", 4000, Lean.LOW)).isLessThan(1000);
        assertThat(estimator.tokens("gpt-4o", 4000, Lean.HIGH)).isGreaterThan(1000);
    }

    @Test
    void leansLessTheSurerItIs() {
        long unsure = estimator.tokens("gpt-4o", 4000, Lean.LOW);
        for (int i = 0; i < 50; i++) {
            estimator.learn("gpt-4o", 4000, 1000);
        }

        assertThat(estimator.tokens("gpt-4o", 4000, Lean.LOW))
                .isGreaterThan(unsure)
                .isBetween(950L, 1000L);
    }

    @Test
    void seldomErrsOnTheWrongSideWhereItLeans() {
        Random random = new Random(3);
        List<Integer> tooHigh = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long bytes = 2_000L + random.nextInt(50_000);
            long tokens = Math.round(bytes / (3.6 + 0.4 * random.nextGaussian()));
            if (i >= 100 && estimator.tokens("gpt-4o", bytes, Lean.LOW) > tokens) {
                tooHigh.add(i);
            }
            estimator.learn("gpt-4o", bytes, tokens);
        }

        assertThat(tooHigh).hasSizeLessThan(2_000 / 10);
    }

    @Test
    void ignoresCountsThatCannotBeOfThisText() {
        estimator.learn("gpt-4o", 10_000, 50); // too short to tell
        estimator.learn("gpt-4o", 200, 1_500); // an image
        estimator.learn("gpt-4o", 100_000, 200); // most of it was not read
        estimator.learn("gpt-4o", 0, 0);

        assertThat(estimator.tokens("gpt-4o", 4000, Lean.EVEN)).isEqualTo(1000);
    }

    @Test
    void remembersSoManyFamiliesAndNoMore() {
        for (int i = 0; i < 1_000; i++) {
            estimator.learn("tune-of-" + i + "-x", 2000, 1000);
        }

        assertThat(estimator.tokens("tune-of-0-x", 2000, Lean.EVEN)).isEqualTo(1000);
        assertThat(estimator.tokens("tune-of-999-x", 2000, Lean.EVEN)).isEqualTo(500);

        estimator.learn("tune-of-0-x", 4000, 1000);
        assertThat(estimator.tokens("tune-of-0-x", 3000, Lean.EVEN))
                .as("goes on learning")
                .isEqualTo(1000);
    }
}
