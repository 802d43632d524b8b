// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountTest {
    private final Account account = Account.fresh();

    @Test
    void givesCreditForTwoPromptsAtFirst() {
        account.counted(1000);

        assertThat(account.credit()).isCloseTo(2005, within(1e-9));
    }

    @Test
    void spendsNothingTwice() {
        account.counted(1000);
        account.reserve(400);
        assertThat(account.credit()).isCloseTo(1605, within(1e-9));

        account.settle(400, -400);
        assertThat(account.credit()).isCloseTo(1605, within(1e-9));
    }

    @Test
    void doesNotLoseOldGainsOnNewTraffic() {
        account.counted(1000);
        account.settle(0, 1_000_000);

        assertThat(account.credit()).isCloseTo(2005 + 20_000, within(1e-9));
    }

    @Test
    void lendsNothingBeforeAPromptWasCounted() {
        assertThat(account.credit()).isZero();
    }

    @Test
    void bearsNoMarkAtAllOnceMoreWasLostThanIsLent() {
        account.counted(1000);
        assertThat(account.bears(1000)).isTrue();

        account.settle(0, -2006);
        assertThat(account.bears(0)).isFalse();
    }

    @Test
    void lendsItsShareAloneToWhoMayHaveBeenHereBefore() {
        Account late = Account.late();
        late.counted(1000);

        assertThat(late.credit()).isCloseTo(5, within(1e-9));
        assertThat(late.bears(5)).isTrue();
        assertThat(late.bears(6)).isFalse();
    }

    @Test
    void saysOnceThatThereIsNoCredit() {
        assertThat(account.refuse()).isTrue();
        assertThat(account.refuse()).isFalse();
    }

    /** Whoever writes for no more than the credit, and never reads anything, has lost no more than the bound. */
    @Test
    void neverLosesMoreThanTheBound() {
        Random random = new Random(3);
        double lost = 0;
        double input = 0;
        for (int call = 0; call < 10_000; call++) {
            double prompt = 1000 + random.nextInt(9000);
            account.counted(prompt);
            input += prompt;
            double cost = random.nextDouble() * prompt;
            if (cost <= account.credit()) {
                account.reserve(cost);
                account.settle(cost, -cost);
                lost += cost;
            }
        }

        assertThat(lost).isLessThanOrEqualTo(2 * 10_000 + 0.005 * input);
    }
}
