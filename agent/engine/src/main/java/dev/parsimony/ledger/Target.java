// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;

/**
 * What was asked, and of whom.
 *
 * @param url where the call went, without its query
 * @param api the API's name, {@code openai.chat}; empty if it is not known
 * @param provider the provider's name in the OpenTelemetry conventions; empty if it is not known
 * @param biller whose prices hold
 * @param operation {@code chat}, {@code embeddings}, ...
 * @param requested the model the application asked for
 * @param sent the model in the request as sent
 * @param served the model that answered, in the provider's full name; empty if none was read
 * @param tier the service tier that was used; empty if none was read
 * @param streamed whether a stream was asked for
 */
public record Target(
        String url,
        String api,
        String provider,
        String biller,
        String operation,
        String requested,
        String sent,
        String served,
        String tier,
        boolean streamed) {
    static Target of(Exchange exchange, String path) {
        Opening opening = exchange.opening();
        return new Target(
                opening.address() + path,
                opening.dialect(),
                opening.provider(),
                opening.biller(),
                opening.operation().toString(),
                opening.model(),
                exchange.model(),
                exchange.answer().model(),
                exchange.answer().tier(),
                opening.streamed());
    }

    /** The model that answered, or else the one that was asked. */
    public String model() {
        return served.isEmpty() ? sent : served;
    }
}
