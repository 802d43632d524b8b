// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Optional;

/**
 * What a transport knows of a response before its body is read.
 *
 * @param status the HTTP status
 * @param headers a look at the response's headers
 */
public record Head(int status, Headers headers) {
    /** Whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the body is a stream of events. */
    public boolean isEventStream() {
        return framing().isPresent();
    }

    /** How the body is cut into events; empty for a plain one. */
    public Optional<Framing> framing() {
        return Framing.of(headers.first("content-type"));
    }
}
