// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures everything and prints it in Markdown; what comes next is said on standard error. */
public final class Figures {
    private Figures() {}

    /**
     * Measures.
     *
     * @param arguments nothing, or {@code --quick} for a look of about five minutes
     */
    public static void main(String[] arguments) {
        Plan plan = Plan.of(
                Stream.of(arguments).filter(argument -> !argument.isBlank()).toList());
        Consumer<String> progress = System.err::println;
        try (Rig rig = Rig.open()) {
            StartupReport startup = new StartupReport(Startup.measure(plan.launches(), rig, progress));
            CallReport calls = new CallReport(Calls.measure(plan, rig, progress));
            System.out.println(text(Machine.here(), startup, calls, plan.sdks()));
        }
    }

    private static String text(Machine machine, StartupReport startup, CallReport calls, List<PerCall.Sdk> sdks) {
        StringBuilder text = new StringBuilder(machine + "\n\n");
        text.append(startup.times()).append('\n').append(startup.memory()).append('\n');
        sdks.forEach(sdk -> text.append(calls.table(sdk)).append('\n'));
        text.append(Aim.table(
                Stream.of(startup.aims(), calls.aims()).flatMap(List::stream).toList()));
        return text.toString();
    }
}
