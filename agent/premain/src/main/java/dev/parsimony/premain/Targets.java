// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are woven, each with the class that must be beside it, where one must: the AWS SDK's services share the
 * code that sends, and an application that uses others than ours is none of our business.
 */
final class Targets {
    private static final String BESIDE = " beside ";

    private final Map<String, String> beside = new HashMap<String, String>();

    /** Reads lines such as {@code com/acme/Client} or {@code com/acme/core/Client beside com/acme/chat/Model}. */
    Targets(Set<String> lines) {
        for (String line : lines) {
            int end = line.indexOf(BESIDE);
            beside.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + BESIDE.length()));
        }
    }

    /** Whether a class of that name is a target in some loader. */
    boolean name(String name) {
        return beside.containsKey(name);
    }

    /** Whether a class of that name is a target in this loader; asks the loader for a class file only where it must. */
    boolean contain(String name, @Nullable ClassLoader loader) {
        String other = beside.get(name);
        return other != null && (other.isEmpty() || (loader != null && loader.getResource(other + ".class") != null));
    }

    @Override
    public String toString() {
        return beside.keySet().toString();
    }
}
