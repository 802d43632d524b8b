// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The door of the agent: named by {@code Premain-Class} and {@code Agent-Class} in the jar's manifest. Whatever goes wrong
 * here becomes one line on standard error and the application starts as if we were not there.
 */
public final class Premain {
    private Premain() {}

    /**
     * Called by the JVM before the application's {@code main}.
     *
     * @param argument what follows {@code =} in {@code -javaagent:parsimony-agent.jar=...}: the settings file
     * @param instrumentation the JVM's service for changing classes
     */
    public static void premain(@Nullable String argument, Instrumentation instrumentation) {
        try {
            start(argument, instrumentation);
        } catch (Throwable failure) {
            StandardError.say("not started: " + failure);
        }
    }

    /**
     * Called by the JVM when the agent is attached to a running process, which is meant for tests.
     *
     * @param argument the settings file
     * @param instrumentation the JVM's service for changing classes
     */
    public static void agentmain(@Nullable String argument, Instrumentation instrumentation) {
        premain(argument, instrumentation);
    }

    private static void start(@Nullable String argument, Instrumentation instrumentation) throws Exception {
        Objection objection = StartupChecks.beforeOpeningTheJar();
        if (objection == null) {
            AgentJar jar = AgentJar.own();
            objection = StartupChecks.of(jar);
            if (objection == null) {
                LazyTransformer.install(
                        instrumentation, new Targets(jar.targets()), new IsolatedBoot(jar, instrumentation, argument));
                return;
            }
        }
        objection.tell();
    }
}
