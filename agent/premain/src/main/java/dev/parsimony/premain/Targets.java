// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are waited for, by internal name. Most of them wake the agent wherever they appear. A companion, whose line
 * begins with {@code ?}, wakes it only where its loader has one of the others to offer too: OpenTelemetry's SDK is in many an
 * application that calls no model.
 */
final class Targets {
    /** Agents keep copies of libraries in loaders of their own, and those talk to no model. */
    private static final String[] OTHER_AGENTS = {
        "io.opentelemetry.javaagent.", "datadog.trace.", "co.elastic.apm.agent.", "com.newrelic.", "com.dynatrace."
    };

    private final Set<String> names = new HashSet<String>();
    private final Set<String> companions = new HashSet<String>();

    /** The targets that these lines name. */
    Targets(Set<String> lines) {
        for (String line : lines) {
            if (line.startsWith("?")) {
                companions.add(line.substring(1));
            } else {
                names.add(line);
            }
        }
    }

    /** Whether a class is one, wherever it appears. */
    boolean name(String internalName) {
        return names.contains(internalName) || companions.contains(internalName);
    }

    /**
     * Whether a class that is loaded is to wake the agent.
     *
     * @param internalName one of those that {@link #name} knows
     * @param loader its loader; null for the boot loader
     */
    boolean wake(String internalName, @Nullable ClassLoader loader) {
        return names.contains(internalName) || isInCompany(loader);
    }

    /** Whether a loader belongs to another agent, whose classes are left alone. */
    static boolean isOfAnotherAgent(@Nullable ClassLoader loader) {
        String name = loader == null ? "" : loader.getClass().getName();
        for (String agent : OTHER_AGENTS) {
            if (name.startsWith(agent)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInCompany(@Nullable ClassLoader loader) {
        for (String name : names) {
            if (loader != null && loader.getResource(name + ".class") != null) {
                return true;
            }
        }
        return false;
    }
}
