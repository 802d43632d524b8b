// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.exchange.Next;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A step that fails. It is put into a copy of the agent's jar, in place of whichever step the test names. */
public final class BrokenStep implements Supplier<Object> {
    private static final String PROPERTY = "sabotage";

    private final String how;

    private BrokenStep(String how) {
        this.how = how;
    }

    /**
     * The step itself, or a broken one if it is the one named by {@code -Dsabotage=STEP/HOW}.
     *
     * @param name the step's name
     * @param step the step
     */
    public static Supplier<?> instead(String name, Supplier<?> step) {
        String[] wanted = System.getProperty(PROPERTY, "/").split("/", 2);
        return wanted[0].equals(name) ? new BrokenStep(wanted[1]) : step;
    }

    @Override
    @SuppressWarnings("NullAway") // nothing is one of the ways to fail
    public Object get() {
        return switch (how) {
            case "throws" -> throw new IllegalStateException("sabotage");
            case "overflows" -> throw new StackOverflowError("sabotage");
            case "returns-nothing" -> null;
            case "waits-for-ever" -> new Next.Await(new CompletableFuture<>(), Duration.ofDays(365));
            default -> "nonsense";
        };
    }
}
