// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.price.Agreement;
import dev.parsimony.price.TariffTable;
import dev.parsimony.price.Tariffs;
import java.util.Optional;

/**
 * A user's own prices.
 *
 * @param own a table that adds to the built-in one and overrides it
 * @param agreement what holds beside list prices
 */
public record Pricing(Optional<TariffTable> own, Agreement agreement) {
    private static final Pricing LIST = new Pricing(Optional.empty(), Agreement.NONE);

    /** List prices. */
    static Pricing list() {
        return LIST;
    }

    /** What models cost this user; put together anew each time, which takes some tens of milliseconds where there is any. */
    public Tariffs tariffs() {
        Tariffs tariffs = Tariffs.builtIn();
        if (equals(LIST)) {
            return tariffs;
        }
        return own.map(tariffs::under).orElse(tariffs).agreeing(agreement);
    }
}
