// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A look at HTTP headers where they stand, never a copy of them: they carry keys. Nothing may keep or print what it reads
 * here but through a list of names known to be harmless.
 */
public interface Headers {
    /**
     * The values of one header.
     *
     * @param name in any case
     * @return its values in order; empty if it is not there
     */
    List<String> values(String name);

    /** The names of all headers, in whichever case and order they were written. */
    Set<String> names();

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
        return of(Map.of());
    }

    /**
     * A look at these headers.
     *
     * @param headers values by name, in any case
     */
    static Headers of(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values));
        return new Headers() {
            @Override
            public List<String> values(String name) {
                return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            }

            @Override
            public Set<String> names() {
                return byName.keySet();
            }
        };
    }
}
