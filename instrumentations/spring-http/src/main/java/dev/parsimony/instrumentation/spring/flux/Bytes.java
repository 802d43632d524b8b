// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpRequest;
import reactor.core.publisher.Mono;

/**
 * A body that is there.
 *
 * @param headers what the application's body added to its request is among them
 * @param bytes the body
 */
record Bytes(HttpHeaders headers, byte[] bytes) implements Met<Object> {
    private static final String LENGTH = "Content-Length";

    @Override
    public Mono<Void> insert(ClientHttpRequest output, Context context) {
        HttpHeaders sent = output.getHeaders();
        headers.forEach((name, values) -> {
            if (sent.getFirst(name) == null) {
                values.forEach(value -> sent.add(name, value));
            }
        });
        if (sent.getFirst(LENGTH) != null) {
            sent.setContentLength(bytes.length);
        }
        return output.writeWith(Mono.fromSupplier(() -> output.bufferFactory().wrap(bytes)));
    }
}
