// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Amounts;
import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Tariff;
import dev.parsimony.simulator.billing.Terms;
import dev.parsimony.simulator.billing.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one token costs in one call, in USD.
 *
 * @param plain input that is not cached
 * @param read input that is read
 * @param lives what writing costs for each life that may be chosen, the shortest first
 * @param output the answer's tokens
 */
record Rates(double plain, double read, List<Lifetime> lives, double output) {
    /**
     * A lifetime.
     *
     * @param length how long after its last use an entry lives
     * @param write what writing a token costs, in USD
     */
    record Lifetime(Duration length, double write) {}

    /** The rates of a call made at this time, whose prompt's length decides whether the prices of long prompts hold. */
    static Rates of(Call call, Instant at) {
        long input = Math.max(1, call.prompt().tokens());
        Amounts amounts = amounts(call, call.model().tariff().at(at), input);
        Lifetime brief = new Lifetime(
                Duration.ofMinutes(call.model().caching() == Caching.MARKS ? 5 : 30),
                amounts.write().doubleValue() / input);
        Lifetime extended =
                new Lifetime(Duration.ofHours(1), amounts.longWrite().doubleValue() / input);
        return new Rates(
                amounts.uncached().doubleValue() / input,
                amounts.read().doubleValue() / input,
                call.model().caching() == Caching.MARKS ? List.of(brief, extended) : List.of(brief),
                amounts.output().doubleValue());
    }

    /** The same where nothing costs anything. */
    Rates free() {
        List<Lifetime> same =
                lives.stream().map(life -> new Lifetime(life.length(), 0)).toList();
        return new Rates(0, 0, same, 0);
    }

    private static Amounts amounts(Call call, Tariff tariff, long input) {
        Terms terms = Terms.of(call.model(), call.body());
        return tariff.price(new Usage(input, 0, 0, 0, 1, 0), terms.factor())
                .plus(tariff.price(new Usage(0, input, 0, 0, 0, 0), terms.factor()))
                .plus(tariff.price(new Usage(0, 0, input, 0, 0, 0), terms.factor()))
                .plus(tariff.price(new Usage(0, 0, 0, input, 0, 0), terms.factor()));
    }
}
