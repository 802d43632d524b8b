// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tariff of a model by any of its names: at its own provider first, then at whoever makes the model. */
final class TariffIndex {
    private static final String EVERYONE = "";

    private final TariffTable table;
    private final Agreement agreement;
    private final Map<String, String> providers = new HashMap<>();
    private final Map<String, BigDecimal> discounts = new HashMap<>();
    private final Map<String, List<ToolPrice>> tools = new HashMap<>();
    private final Map<String, Map<String, Listing>> listings = new HashMap<>();
    private final Map<String, Listing> makers = new HashMap<>();

    TariffIndex(TariffTable table, Agreement agreement) {
        this.table = table;
        table.providers().forEach(this::add);
        this.agreement = agreement.of(this::known);
        agreement.discounts().forEach((name, factor) -> discounts.put(providers.getOrDefault(name, name), factor));
        Set<String> reselling = table.providers().stream()
                .filter(Provider::resells)
                .map(Provider::id)
                .collect(Collectors.toSet());
        table.tariffs().forEach(t -> add(t, reselling.contains(t.provider()), false));
        table.tariffs()
                .forEach(t -> add(t, reselling.contains(t.provider()), true)); // only where nothing has that very name
    }

    private void add(Provider provider) {
        providers.put(provider.id(), provider.id());
        provider.otherNames().forEach(name -> providers.put(name, provider.id()));
        tools.put(provider.id(), provider.tools());
    }

    private void add(Tariff tariff, boolean resold, boolean undated) {
        List<ToolPrice> its = tools.getOrDefault(tariff.provider(), List.of()).stream()
                .filter(price -> price.holdsFor(tariff.id()))
                .toList();
        Listing list = Listing.of(tariff, BigDecimal.ONE, its);
        Listing regional = Listing.of(tariff, tariff.regionalFactor(), its);
        Stream.concat(Stream.of(tariff.id()), tariff.aliases().stream()).forEach(n -> add(n, list, resold, undated));
        tariff.regional().forEach(n -> add(n, regional, resold, undated));
    }

    private void add(String name, Listing listing, boolean resold, boolean undated) {
        List<String> names = undated ? ModelName.undated(name) : List.of(name.toLowerCase(Locale.ROOT));
        for (String form : names) {
            of(listing.tariff().provider()).putIfAbsent(form, listing);
            of(EVERYONE).putIfAbsent(form, listing);
            if (!resold) {
                makers.putIfAbsent(form, listing);
            }
        }
    }

    private Map<String, Listing> of(String provider) {
        return listings.computeIfAbsent(provider, p -> new HashMap<>());
    }

    TariffTable table() {
        return table;
    }

    Agreement agreement() {
        return agreement;
    }

    private String known(String provider) {
        return provider.isEmpty() ? EVERYONE : providers.getOrDefault(provider.toLowerCase(Locale.ROOT), provider);
    }

    /** Whether the user has agreed on a model of that name. */
    boolean isAgreed(String provider, String model) {
        return agreement.model(known(provider), model).isPresent();
    }

    Optional<Listing> find(String provider, String model, boolean asked) {
        String known = known(provider);
        Optional<Agreement.Model> agreed = agreement.model(known, model);
        String name = agreed.map(Agreement.Model::like).orElse(model);
        boolean provisioned = agreed.map(Agreement.Model::provisioned).orElse(false);
        return listed(known, ModelName.forms(name))
                .map(listing -> listing.provisionedIf(asked && (provisioned || listing.isProvisionedAs(name))))
                .map(listing -> discounted(listing, known));
    }

    private Optional<Listing> listed(String known, List<String> forms) {
        return first(forms, listings.getOrDefault(known, Map.of()))
                .or(() -> billsNothing(known)
                        ? Optional.empty()
                        : first(forms, makers).map(Listing::borrow));
    }

    private Listing discounted(Listing listing, String known) {
        String biller = known.equals(EVERYONE) ? listing.tariff().provider() : known;
        return Optional.ofNullable(discounts.get(biller))
                .map(listing::discounted)
                .orElse(listing);
    }

    /** Whether we know who that is and that he has no prices: then he charges none of others either. */
    private boolean billsNothing(String provider) {
        return providers.containsValue(provider) && !listings.containsKey(provider);
    }

    private static Optional<Listing> first(List<String> forms, Map<String, Listing> names) {
        return forms.stream()
                .flatMap(form -> Stream.ofNullable(names.get(form)))
                .findFirst();
    }
}
