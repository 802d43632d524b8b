// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * Where an API answers.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host's name in lower case, without a port; empty if the SDK does not say
 * @param port 1 to 65535, or -1 for the scheme's own
 */
public record Address(String scheme, String host, int port) {
    /** An address nobody knows. */
    public static Address unknown() {
        return new Address("https", "", -1);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }
}
