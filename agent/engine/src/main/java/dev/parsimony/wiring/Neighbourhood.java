// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's libraries that know for whom the calling thread works, found from one of its class loaders. Each is looked
 * for when it is first asked, on the application's own thread, never while a class of its is being loaded; what was found hangs
 * on the gate of that loader and goes with it.
 */
final class Neighbourhood {
    private final Supplier<Diagnostics> diagnostics;
    private final Supplier<Principals> principals;
    private final Supplier<Routes> routes;

    private Neighbourhood(Supplier<Diagnostics> diagnostics, Supplier<Principals> principals, Supplier<Routes> routes) {
        this.diagnostics = diagnostics;
        this.principals = principals;
        this.routes = routes;
    }

    /**
     * What a loader sees.
     *
     * @param loader the application's loader; null for the boot loader
     */
    static Neighbourhood seenFrom(@Nullable ClassLoader loader) {
        return new Neighbourhood(
                new Lazy<>(() -> Diagnostics.seenFrom(loader)),
                new Lazy<>(() -> Principals.seenFrom(loader)),
                new Lazy<>(() -> Routes.seenFrom(loader)));
    }

    /** An entry of the mapped diagnostic context; empty if there is none. */
    String diagnostic(String key) {
        return diagnostics.get().get(key);
    }

    /** Who is logged in; empty if nobody is known to be. */
    String principal() {
        return principals.get().current();
    }

    /** The route of the incoming request that is being served; empty if none can be read. */
    String route() {
        return routes.get().current();
    }
}
