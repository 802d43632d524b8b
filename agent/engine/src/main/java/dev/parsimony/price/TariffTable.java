// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.List;

/**
 * A whole table of tariffs, as read.
 *
 * @param version what it calls its version; a date in ours
 * @param providers who bills, makers of models before those who resell them
 * @param tariffs one for each model at each provider
 */
public record TariffTable(String version, List<Provider> providers, List<Tariff> tariffs) {}
