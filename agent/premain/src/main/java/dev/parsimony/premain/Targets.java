// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are woven, each with the class that must be beside it, where one must: the AWS SDK's services share the
 * code that sends, and an application that uses others than ours is none of our business; nor is OpenTelemetry's SDK where
 * there is none of the other targets.
 */
final class Targets {
    private static final String BESIDE = " beside ";
    private static final String ANY = "any";

    /** Agents keep copies of libraries in loaders of their own, and those talk to no model. */
    private static final String[] OTHER_AGENTS = {
        "io.opentelemetry.javaagent.", "datadog.trace.", "co.elastic.apm.agent.", "com.newrelic.", "com.dynatrace."
    };

    private final Map<String, String> beside = new HashMap<String, String>();

    /**
     * Reads lines such as {@code com/acme/Client}, {@code com/acme/core/Client beside com/acme/chat/Model}, or {@code
     * com/acme/Tracer beside any}, which is any target whose own line says no more than its name.
     */
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
        return other != null && !isOfAnotherAgent(loader) && (other.isEmpty() || isIn(loader, other));
    }

    private boolean isIn(@Nullable ClassLoader loader, String other) {
        return loader != null && (other.equals(ANY) ? hasAny(loader) : has(loader, other));
    }

    private boolean hasAny(ClassLoader loader) {
        for (Map.Entry<String, String> line : beside.entrySet()) {
            if (line.getValue().isEmpty() && has(loader, line.getKey())) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(ClassLoader loader, String name) {
        return loader.getResource(name + ".class") != null;
    }

    private static boolean isOfAnotherAgent(@Nullable ClassLoader loader) {
        String name = loader == null ? "" : loader.getClass().getName();
        for (String agent : OTHER_AGENTS) {
            if (name.startsWith(agent)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return beside.keySet().toString();
    }
}
