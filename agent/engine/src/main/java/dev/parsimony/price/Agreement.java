// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What holds for one user beside list prices.
 *
 * @param models names of the user's own: tunes and deployments
 * @param discounts the factor on all that a provider bills, by any of its names
 */
public record Agreement(List<Model> models, Map<String, BigDecimal> discounts) {
    /** List prices hold. */
    public static final Agreement NONE = new Agreement(List.of(), Map.of());

    /**
     * A model under a name of the user's own.
     *
     * @param id its name as requests or answers write it, in any case
     * @param like the model whose prices hold; the name itself where it is a known one
     * @param provider who serves it, by any of his names; empty for whoever does
     * @param provisioned whether it is served by capacity that is paid for by the hour; only a request of that very name is, as
     *     its snapshots are served by everyone
     */
    public record Model(String id, String like, String provider, boolean provisioned) {
        private Model of(UnaryOperator<String> names) {
            return new Model(id, like, provider.isEmpty() ? "" : names.apply(provider), provisioned);
        }

        private boolean isServedBy(String known) {
            return provider.isEmpty() || provider.equals(known);
        }

        private boolean standsFor(List<String> forms) {
            return !provisioned && !like.equalsIgnoreCase(id) && forms.stream().anyMatch(id::equalsIgnoreCase);
        }
    }

    /** Keeps copies. */
    public Agreement {
        models = List.copyOf(models);
        discounts = Map.copyOf(discounts);
    }

    /** The same with providers by their first names. */
    Agreement of(UnaryOperator<String> names) {
        return new Agreement(models.stream().map(model -> model.of(names)).toList(), discounts);
    }

    /**
     * What was agreed on a model: under that very name, else, but for provisioned capacity, under any form of it.
     *
     * @param provider who serves it, by his first name
     */
    Optional<Model> model(String provider, String name) {
        return at(provider)
                .filter(model -> model.id().equalsIgnoreCase(name.strip()))
                .findFirst()
                .or(() -> at(provider)
                        .filter(model -> model.standsFor(ModelName.forms(name)))
                        .findFirst());
    }

    /** What holds there, entries that name the provider first. */
    private Stream<Model> at(String provider) {
        return models.stream()
                .filter(model -> model.isServedBy(provider))
                .sorted(Comparator.comparing(model -> model.provider().isEmpty()));
    }
}
