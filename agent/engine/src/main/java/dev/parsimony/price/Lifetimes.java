// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long providers keep what is written to their prompt caches, by the parts that their tariffs list.
 *
 * @param tariffs what models cost
 */
record Lifetimes(Tariffs tariffs) {
    /**
     * What a write of the shortest lifetime is billed as.
     *
     * @param provider who bills, as in {@link Tariffs#find}
     * @param model its name, as there
     * @return the model's own, else the shortest of any model of that provider, else five minutes, which most have
     */
    Part shortest(String provider, String model) {
        return tariffs.find(provider, model)
                .flatMap(listing -> writes(listing.tariff()).findFirst())
                .or(() -> tariffs.all().stream()
                        .filter(tariff -> tariff.provider().equals(provider))
                        .flatMap(Lifetimes::writes)
                        .min(Part::compareTo))
                .orElse(Part.CACHE_WRITE_5M);
    }

    private static Stream<Part> writes(Tariff tariff) {
        return tariff.periods().stream()
                .map(period -> period.base().shortWrite())
                .flatMap(Optional::stream);
    }
}
