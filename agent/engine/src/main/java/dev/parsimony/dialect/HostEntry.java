// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.Set;

/**
 * A host as the user's settings describe it.
 *
 * @param match a glob over the host's name, compared without regard to case
 * @param allows what it accepts, in place of what is known of it; empty for no say
 * @param api the dialect of all paths there that end as no known API's do; empty for no say
 * @param priceAs whose prices apply; empty for no say
 */
public record HostEntry(String match, Set<Allowance> allows, String api, String priceAs) {}
