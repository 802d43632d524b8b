// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headers that may steer an answer: an API version, a beta feature, an organization, a gateway's route. No list of them
 * could be whole, so every header counts but those known not to matter.
 */
final class Steering {
    private static final Set<String> NEUTRAL = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "date",
            "host",
            "user-agent",
            // ids and traces, which differ from call to call
            "b3",
            "baggage",
            "idempotency-key",
            "request-id",
            "sentry-trace",
            "traceparent",
            "tracestate",
            "uber-trace-id",
            "x-amzn-trace-id",
            "x-client-request-id",
            "x-cloud-trace-context",
            "x-correlation-id",
            "x-ms-client-request-id",
            "x-request-id");
    private static final List<String> NEUTRAL_BEGINNINGS = List.of("x-b3-", "x-datadog-", "x-stainless-");

    /** The account, which is part of every key already; a renewed token is no other account. */
    private static final String ACCOUNT = "authorization";

    private Steering() {}

    /** Each header that counts, with its values, in the order of their names. Secret, to be hashed at once. */
    static List<String> of(Headers headers) {
        return headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals(ACCOUNT) && !isNeutral(name))
                .sorted()
                .map(name -> name + ": " + String.join(",", headers.values(name)))
                .toList();
    }

    /**
     * Whether a header never matters.
     *
     * @param name in lower case
     */
    static boolean isNeutral(String name) {
        if (NEUTRAL.contains(name)) {
            return true;
        }
        for (String beginning : NEUTRAL_BEGINNINGS) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
