// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Headers;
import dev.parsimony.settings.Tenant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which tenant a call counts for, by the first configured source that yields a value.
 *
 * @param name the tenant; empty if none is known
 * @param trusted whether answers may be kept apart by it. What an outgoing header or baggage says only labels cost, unless
 *     the settings trust it
 */
record Tenancy(String name, boolean trusted) {
    private static final Tenancy NONE = new Tenancy("", false);

    /**
     * The tenant of a call.
     *
     * @param tenant where tenants are read
     * @param caller what the sources on the calling thread said
     * @param headers the request's headers
     */
    static Tenancy of(Tenant tenant, Caller caller, Headers headers) {
        for (Tenant.Source source : tenant.from()) {
            String name = source.kind() == Tenant.Kind.HEADER
                    ? headers.first(source.name())
                    : caller.labels().getOrDefault(source.toString(), "");
            if (!name.isEmpty()) {
                return new Tenancy(name, tenant.trusts(source));
            }
        }
        return NONE;
    }

    /** What the sources that hang on the calling thread say, by source; to be asked there. */
    static Map<String, String> labels(Tenant tenant, Neighbourhood here, ApplicationTracing tracing) {
        if (tenant.from().isEmpty()) {
            return Map.of();
        }
        Map<String, String> labels = new TreeMap<>();
        for (Tenant.Source source : tenant.from()) {
            switch (source.kind()) {
                case MDC -> labels.put(source.toString(), here.diagnostic(source.name()));
                case BAGGAGE -> labels.put(source.toString(), tracing.baggage(source.name()));
                case PRINCIPAL -> labels.put(source.toString(), here.principal());
                case HEADER -> {} // is on the request, not on the thread
            }
        }
        return labels;
    }

    /** The tenant by which rules decide and answers are kept apart; empty if none is known and trusted. */
    String identity() {
        return trusted ? name : "";
    }
}
