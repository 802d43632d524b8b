// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.reflect.InvocationTargetException;

/** The same jar as a command line: {@code java -jar parsimony-agent.jar <command>}. */
public final class Main {
    private static final String COMMANDS = "dev.parsimony.cli.Main";
    private static final int COULD_NOT_RUN = 2;

    private Main() {}

    /**
     * Runs a command of the agent's jar in the loader where its libraries live.
     *
     * @param arguments the command and its arguments
     * @throws Throwable whatever the command throws
     */
    public static void main(String[] arguments) throws Throwable {
        Objection objection = StartupChecks.tooOld(System.getProperty("java.specification.version"));
        if (objection != null) {
            objection.tell();
            System.exit(COULD_NOT_RUN);
        }
        run(AgentClassLoader.of(AgentJar.own()), arguments);
    }

    private static void run(ClassLoader loader, String[] arguments) throws Throwable {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(COMMANDS).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }
}
