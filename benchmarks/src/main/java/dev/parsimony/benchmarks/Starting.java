// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

/** Measures starting alone and prints it in Markdown; what comes next is said on standard error. */
public final class Starting {
    private static final int ROUNDS = 5;

    private Starting() {}

    /**
     * Measures.
     *
     * @param arguments not looked at
     */
    public static void main(String[] arguments) {
        try (Rig rig = Rig.open()) {
            StartupReport report = new StartupReport(Startup.measure(ROUNDS, rig, System.err::println));
            System.out.println(Machine.here() + "\n\n" + report.times() + '\n' + report.memory());
        }
    }
}
