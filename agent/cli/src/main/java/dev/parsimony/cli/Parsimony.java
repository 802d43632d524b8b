// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is run without a command: nothing but help. */
@Command(
        name = "parsimony",
        header = "Cuts what LLM calls of JVM applications cost, and shows it.",
        description = {
            "",
            "Attach it with  java -javaagent:parsimony-agent.jar[=parsimony.yaml] -jar app.jar",
            "Ask it with     java -jar parsimony-agent.jar COMMAND",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 a finding, 2 could not run. A FILE of - is standard input."})
final class Parsimony implements Callable<Result> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Result call() {
        throw new Complaint("parsimony", "no command is given. `parsimony --help` lists them");
    }
}
