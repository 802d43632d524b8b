// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * The body of a request that has been met, by which it is known where it comes by again.
 *
 * @param <T> what the application wrote
 */
interface Met<T> extends BodyInserter<T, ClientHttpRequest> {}
