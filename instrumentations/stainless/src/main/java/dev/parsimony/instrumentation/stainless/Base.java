// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Address;
import java.net.URI;
import java.util.Locale;

/**
 * The base of an API's URLs.
 *
 * @param address where it answers
 * @param path what stands before every path, without a slash at its end; often empty
 */
record Base(Address address, String path) {
    private static final Base UNKNOWN = new Base(Address.unknown(), "");

    /** A base nobody knows. */
    static Base unknown() {
        return UNKNOWN;
    }

    /** The base in a URL; unknown if it is none. */
    static Base of(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            if (host == null) {
                return UNKNOWN;
            }
            String path = uri.getPath() == null ? "" : uri.getPath();
            String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return new Base(new Address(uri.getScheme(), host.toLowerCase(Locale.ROOT), uri.getPort()), trimmed);
        } catch (IllegalArgumentException noUrl) {
            return UNKNOWN;
        }
    }
}
