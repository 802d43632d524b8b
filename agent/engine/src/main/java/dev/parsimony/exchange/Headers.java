// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;

/**
 * A look at HTTP headers where they stand, never a copy of them: they carry keys. Nothing may keep or print what it reads
 * here but through a list of names known to be harmless.
 */
@FunctionalInterface
public interface Headers {
    /**
     * The values of one header.
     *
     * @param name in any case
     * @return its values in order; empty if it is not there
     */
    List<String> values(String name);

    /**
     * The first value of one header.
     *
     * @param name in any case
     * @return the value, or an empty text
     */
    default String first(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** No headers at all. */
    static Headers none() {
        return name -> List.of();
    }
}
