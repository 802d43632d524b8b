// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are woven, each with the class that must be beside it, where one must: the AWS SDK's services share the
 * code that sends, and an application that uses others than ours is none of our business; nor is OpenTelemetry's SDK where
 * there is none of the other targets. Those of plain HTTP clients are behind a door: they are left alone until something
 * comes through it that may be a call to a model.
 */
final class Targets {
    private static final String BESIDE = " beside ";
    private static final String ANY = "any";
    private static final String BEHIND = " behind a door";
    private static final String DOOR = " door ";

    /** Agents keep copies of libraries in loaders of their own, and those talk to no model. */
    private static final String[] OTHER_AGENTS = {
        "io.opentelemetry.javaagent.", "datadog.trace.", "co.elastic.apm.agent.", "com.newrelic.", "com.dynatrace."
    };

    /** What stands behind each class's name, with the blank before it. */
    private final Map<String, String> rest = new HashMap<String, String>();

    private final List<String> doors = new ArrayList<String>();

    /**
     * Reads lines such as {@code com/acme/Client}, {@code com/acme/core/Client beside com/acme/chat/Model}, {@code
     * com/acme/Tracer beside any}, which is any target whose own line says no more than its name, {@code
     * com/acme/http/Exchange behind a door}, and {@code com/acme/http/Client door} with what the door is.
     */
    Targets(Set<String> lines) {
        for (String line : lines) {
            int end = line.indexOf(' ');
            rest.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end));
            if (end >= 0 && line.startsWith(DOOR, end)) {
                doors.add(line);
            }
        }
    }

    /** Whether a class of that name is a target in some loader. */
    boolean name(String name) {
        return rest.containsKey(name);
    }

    /** Whether a class of that name is woven when it is loaded by this loader; asks that for a class file only where it must. */
    boolean contain(String name, @Nullable ClassLoader loader) {
        String said = rest.get(name);
        return said != null
                && !isOfAnotherAgent(loader)
                && (said.isEmpty() || said.startsWith(BESIDE) && isIn(loader, said.substring(BESIDE.length())));
    }

    /** Whether a class of that name is woven when it is loaded by this loader, but wakes nobody. */
    boolean isBehindDoor(String name, @Nullable ClassLoader loader) {
        return BEHIND.equals(rest.get(name)) && !isOfAnotherAgent(loader);
    }

    /** Whether a class of that name is a door when it is loaded by this loader. */
    boolean isDoor(String name, @Nullable ClassLoader loader) {
        String said = rest.get(name);
        return said != null && said.startsWith(DOOR) && !isOfAnotherAgent(loader);
    }

    /** The lines of all doors. */
    List<String> doors() {
        return doors;
    }

    private boolean isIn(@Nullable ClassLoader loader, String other) {
        return loader != null && (other.equals(ANY) ? hasAny(loader) : has(loader, other));
    }

    private boolean hasAny(ClassLoader loader) {
        for (Map.Entry<String, String> line : rest.entrySet()) {
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
        return rest.keySet().toString();
    }
}
