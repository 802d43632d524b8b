// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees every request that comes through a door, and wakes the agent for one that a model may answer, before it lets it go on.
 * What it throws, the door suppresses.
 */
final class Lookout implements Consumer<Object> {
    private final List<Door> doors;
    private final boolean anyPath;
    private final Runnable wake;
    private final Dispatcher dispatcher;
    private final Kept kept = new Kept();
    private final ClassValue<Known> classes = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            return Known.of(type, doors);
        }
    };

    /**
     * What is known of a class; there need be nothing.
     *
     * @param reading how its requests are read
     * @param isKept whether its objects are kept in mind instead
     */
    private record Known(@Nullable Reading reading, boolean isKept) {
        static Known of(Class<?> type, List<Door> doors) {
            try {
                return new Known(Reading.of(type, doors), Reading.isKept(type, doors));
            } catch (ReflectiveOperationException unknown) {
                return new Known(null, false);
            }
        }
    }

    /**
     * A lookout.
     *
     * @param doors how requests are read
     * @param anyPath whether models may answer at paths of any kind, as the user's settings can say of a host
     * @param wake builds the agent and weaves what is behind the doors; returns when that is done, or has failed for good
     * @param dispatcher where this lookout stands until then
     */
    Lookout(List<Door> doors, boolean anyPath, Runnable wake, Dispatcher dispatcher) {
        this.doors = doors;
        this.anyPath = anyPath;
        this.wake = wake;
        this.dispatcher = dispatcher;
    }

    @Override
    public void accept(@Nullable Object request) {
        if (request == null) {
            return;
        }
        Known known = classes.get(request.getClass());
        if (known.isKept()) {
            kept.add(request);
        } else if (isWorthAsking(known.reading(), request)) {
            open();
        }
    }

    /** What came by the doors that keep it, and lives. */
    Kept kept() {
        return kept;
    }

    /** Wakes the agent. Behind the doors there is nothing left then that it is not in, and nobody need look out. */
    void open() {
        try {
            wake.run();
        } finally {
            dispatcher.lookAway(this);
        }
    }

    private boolean isWorthAsking(@Nullable Reading reading, Object request) {
        try {
            return reading != null
                    && reading.mayPost(request)
                    && (anyPath || Paths.mayBeAModels((String) reading.path(request)));
        } catch (ReflectiveOperationException broken) {
            return false;
        }
    }
}
