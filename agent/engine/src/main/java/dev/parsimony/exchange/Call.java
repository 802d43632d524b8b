// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * One request to a model as an SDK hands it to its HTTP layer, above its retries.
 *
 * @param method the HTTP method, {@code POST} for everything that is rewritten
 * @param address where it goes
 * @param path the whole path, the base URL's included, with a leading and without a trailing slash, without the
 *     query, nothing in it encoded
 * @param query the query without its question mark; empty if there is none
 * @param headers a look at the request's headers; not to be kept or printed
 * @param body the body as it will be sent; not to be written to
 */
public record Call(String method, Address address, String path, String query, Headers headers, byte[] body) {
    /** The same call with another body. */
    public Call withBody(byte[] other) {
        return new Call(method, address, path, query, headers, other);
    }

    /** The same call to another path. */
    public Call withPath(String other) {
        return new Call(method, address, other, query, headers, body);
    }

    @Override
    public String toString() {
        return method + " " + address + path + " (" + body.length + " bytes)"; // no header, no query, no content
    }
}
