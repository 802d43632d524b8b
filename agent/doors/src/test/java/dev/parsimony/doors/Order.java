// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

/**
 * What an imagined HTTP client sends.
 *
 * @param method its HTTP method
 * @param place where it goes
 */
public record Order(String method, Place place) {
    /**
     * Where an order goes.
     *
     * @param path the path
     */
    public record Place(String path) {}

    /** An order by that method to that path. */
    static Order of(String method, String path) {
        return new Order(method, new Place(path));
    }
}
