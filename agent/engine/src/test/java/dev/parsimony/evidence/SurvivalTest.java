// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurvivalTest {
    private final Survival survival = new Survival(0.5, 0.2);

    @Test
    void beginsWithWhatIsBelieved() {
        assertThat(survival.withinShort()).isEqualTo(0.5);
        assertThat(survival.withinLong()).isCloseTo(0.5 + 0.5 * 0.2, within(1e-9));
    }

    @Test
    void learnsWhatHappens() {
        for (int i = 0; i < 30; i++) {
            survival.outlivedShort();
            survival.cameLate();
        }

        assertThat(survival.withinShort()).isLessThan(0.05);
        assertThat(survival.withinLong()).isGreaterThan(0.9);
    }

    @Test
    void changesItsMindWhenTrafficChanges() {
        for (int i = 0; i < 1000; i++) {
            survival.cameSoon();
        }
        for (int i = 0; i < 150; i++) {
            survival.outlivedShort();
            survival.outlivedLong();
        }

        assertThat(survival.withinLong()).isLessThan(0.2);
    }

    @Test
    void whoIsYoungerThanASpanHasNoSayInIt() {
        CacheRules rules = ChoiceTest.RULES;
        Site site = new Site(new Object(), Account.fresh());
        site.ask(new Sighting(), survival, 0, rules);
        site.age(rules.brief().length().toNanos() - 1, rules);
        assertThat(survival.observed()).isZero();

        site.age(rules.brief().length().toNanos(), rules);
        assertThat(survival.observed()).isEqualTo(1);
        assertThat(survival.withinShort()).isLessThan(0.5);
    }

    @Test
    void anAnswerCountsOnce() {
        CacheRules rules = ChoiceTest.RULES;
        Site site = new Site(new Object(), Account.fresh());
        Sighting sighting = new Sighting();
        site.ask(sighting, survival, 0, rules);
        site.ask(sighting, new Survival(0, 0), 1, rules);
        site.age(rules.longest().length().toNanos(), rules);

        assertThat(survival.observed()).isEqualTo(1);
        assertThat(survival.withinShort()).isGreaterThan(0.5);
    }
}
