// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import java.time.InstantSource;

/** Where the jar's own main class hands over, in the loader where the libraries live. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code: 0 done, 1 a finding, 2 could not run.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        Environment environment = Environment.ofProcess();
        System.exit(new Cli(Console.ofProcess(environment), environment, InstantSource.system()).run(arguments));
    }
}
