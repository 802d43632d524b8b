// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node of one token, at 1 plain, 0.1 read, 1.25 and 2 written. */
class LifeTest {
    private static final Rates RATES = new Rates(
            1,
            0.1,
            List.of(new Rates.Lifetime(Duration.ofMinutes(5), 1.25), new Rates.Lifetime(Duration.ofHours(1), 2)),
            5);

    @Test
    void writesNothingThatNeverComesAgain() {
        cost(1, 0);
        cost(2, 0, 4000);
    }

    @Test
    void writesForTheShortLifeWhatComesAgainWithinIt() {
        cost(1.25 + 0.1, 0, 299);
        cost(1.25 + 0.1 + 0.1, 0, 299, 598);
    }

    @Test
    void writesForTheLongLifeWhatComesAgainLater() {
        cost(2, 0, 600); // 2 + 0.1 would be dearer than 1 + 1
        cost(2 + 0.1 + 0.1, 0, 600, 4000);
    }

    @Test
    void letsOneOfABurstWriteSinceTheOthersCannotReadYet() {
        cost(3, 0, 0.3, 0.6);
        cost(1.25 + 1 + 1 + 0.1 + 0.1, 0, 0.3, 0.6, 100, 200);
    }

    @Test
    void turnsToTheLongLifeWhereSomethingBelowIsWrittenForIt() {
        cost(1.25 + 0.1 + 0.1, 0, 100, 3000);
    }

    private static void cost(double usd, double... seconds) {
        List<Visit> visits = Arrays.stream(seconds)
                .mapToObj(second -> new Visit(Lines.NOON.plusMillis((long) (second * 1000)), 1, RATES))
                .toList();
        assertThat(new Life(visits).cheapest()).isCloseTo(usd, within(1e-9));
    }
}
