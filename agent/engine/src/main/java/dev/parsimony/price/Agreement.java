// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @param provisioned whether it is served by capacity that is paid for by the hour
     */
    public record Model(String id, String like, boolean provisioned) {}

    /** Keeps copies. */
    public Agreement {
        models = List.copyOf(models);
        discounts = Map.copyOf(discounts);
    }

    /** What was agreed on a model, by any form of its name. */
    Optional<Model> model(List<String> forms) {
        return models.stream()
                .filter(model -> forms.stream().anyMatch(model.id()::equalsIgnoreCase))
                .findFirst();
    }
}
