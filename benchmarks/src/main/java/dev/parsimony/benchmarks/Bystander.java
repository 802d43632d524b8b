// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * An agent that does nothing but look at the clock. Named once before Parsimony and once behind it, it sees how long Parsimony
 * takes between; named alone, it shows what the JVM asks for any agent at all. It says as little as it can in Java, so that
 * Parsimony finds nothing warmed up.
 */
public final class Bystander {
    /** Set to the nanoseconds at which Parsimony's door was about to be found. */
    static final String ARRIVED = "bystander.arrived";

    /** Set to the nanoseconds at which it was found: the jar opened, its first class loaded. */
    static final String AT_THE_DOOR = "bystander.door";

    /** Set to the nanoseconds at which it was behind us. */
    static final String BEHIND = "bystander.behind";

    private static final String DOOR = "dev.parsimony.premain.Premain";

    private Bystander() {}

    /**
     * Called by the JVM before the application's {@code main}.
     *
     * @param where Parsimony's jar when it comes next, {@code behind} when it is behind us, empty where it is not at all
     * @param instrumentation the JVM's service for agents
     */
    public static void premain(String where, Instrumentation instrumentation)
            throws IOException, ClassNotFoundException {
        String now = Long.toString(System.nanoTime());
        if (where.equals("behind")) {
            System.setProperty(BEHIND, now);
        } else if (!where.isEmpty()) {
            instrumentation.appendToSystemClassLoaderSearch(new JarFile(where));
            Class.forName(DOOR, false, ClassLoader.getSystemClassLoader());
            System.setProperty(ARRIVED, now);
            System.setProperty(AT_THE_DOOR, Long.toString(System.nanoTime()));
        }
    }
}
