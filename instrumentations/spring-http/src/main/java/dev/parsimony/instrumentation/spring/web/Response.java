// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response of ours, or one with a tap in its body.
 *
 * @param getStatusCode its status
 * @param getStatusText what the server said beside
 * @param getHeaders its headers
 * @param getBody its body
 * @param closing what closing it does
 */
record Response(
        HttpStatusCode getStatusCode,
        String getStatusText,
        HttpHeaders getHeaders,
        InputStream getBody,
        Runnable closing)
        implements ClientHttpResponse {
    @Override
    public void close() {
        closing.run();
    }
}
