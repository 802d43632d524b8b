// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole table of tariffs, as read.
 *
 * @param version what it calls its version; a date in ours
 * @param providers who bills, makers of models before those who resell them
 * @param tariffs one for each model at each provider
 */
public record TariffTable(String version, List<Provider> providers, List<Tariff> tariffs) {
    private record Key(String provider, String id) {
        static Key of(Tariff tariff) {
            return new Key(tariff.provider(), tariff.id());
        }
    }

    /** Keeps copies. */
    public TariffTable {
        providers = List.copyOf(providers);
        tariffs = List.copyOf(tariffs);
    }

    /**
     * This table under another one, whose tariffs come first and take the place of ours for the same model. What one leaves unsaid
     * of its other names, its tiers and its limits, or of a provider, ours says.
     *
     * @param own the other one, such as a user's
     */
    TariffTable under(TariffTable own) {
        Map<String, String> names = new HashMap<>();
        providers.forEach(known -> {
            names.put(known.id(), known.id());
            known.otherNames().forEach(name -> names.put(name, known.id()));
        });
        Map<Key, Tariff> ours = new LinkedHashMap<>();
        tariffs.forEach(tariff -> ours.put(Key.of(tariff), tariff));
        List<Tariff> first = own.tariffs.stream()
                .map(tariff -> tariff.at(names.getOrDefault(tariff.provider(), tariff.provider())))
                .map(tariff -> tariff.over(ours.remove(Key.of(tariff))))
                .toList();
        return new TariffTable(
                version + " + " + own.version,
                merged(own.providers, names),
                Stream.of(first, ours.values()).flatMap(Collection::stream).toList());
    }

    private List<Provider> merged(List<Provider> own, Map<String, String> names) {
        Map<String, Provider> all = new LinkedHashMap<>();
        providers.forEach(provider -> all.put(provider.id(), provider));
        own.stream()
                .map(provider -> provider.at(names.getOrDefault(provider.id(), provider.id())))
                .forEach(provider -> all.put(provider.id(), provider.over(all.get(provider.id()))));
        return List.copyOf(all.values());
    }
}
