// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the process was started with, read once, so that nothing else asks the JVM or the operating system.
 *
 * @param properties the system properties
 * @param variables the environment variables
 */
public record Environment(Map<String, String> properties, Map<String, String> variables) {
    /** The environment of this process, as it stands now. */
    public static Environment ofProcess() {
        Map<String, String> properties = new TreeMap<>();
        Properties now = System.getProperties();
        for (String name : now.stringPropertyNames()) {
            properties.put(name, now.getProperty(name, ""));
        }
        return new Environment(properties, System.getenv());
    }

    @Override
    public String toString() {
        return properties.size() + " properties, " + variables.size() + " variables"; // values may be secrets
    }
}
