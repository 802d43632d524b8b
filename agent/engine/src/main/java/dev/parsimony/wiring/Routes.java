// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The route of the incoming request that the calling thread serves, by Spring MVC: as it is mapped, not as it came. */
final class Routes {
    private static final String PACKAGE = "org.springframework.web.context.request.";

    /** {@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}, the same since Spring 3. */
    private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    /** {@code RequestAttributes.SCOPE_REQUEST}. */
    private static final int OF_THE_REQUEST = 0;

    private static final Routes NONE = new Routes(Optional.empty());

    private final Optional<Handles> handles;

    private record Handles(MethodHandle current, MethodHandle attribute) {}

    private Routes(Optional<Handles> handles) {
        this.handles = handles;
    }

    /**
     * Finds Spring's web support.
     *
     * @param loader the application's loader; null for the boot loader
     */
    static Routes seenFrom(@Nullable ClassLoader loader) {
        try {
            return new Routes(Optional.of(handles(loader)));
        } catch (ReflectiveOperationException | LinkageError absent) {
            return NONE;
        }
    }

    private static Handles handles(@Nullable ClassLoader loader) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> holder = Class.forName(PACKAGE + "RequestContextHolder", false, loader);
        Class<?> attributes = Class.forName(PACKAGE + "RequestAttributes", false, loader);
        return new Handles(
                lookup.findStatic(holder, "getRequestAttributes", MethodType.methodType(attributes))
                        .asType(MethodType.genericMethodType(0)),
                lookup.findVirtual(
                                attributes,
                                "getAttribute",
                                MethodType.methodType(Object.class, String.class, int.class))
                        .asType(MethodType.methodType(Object.class, Object.class, String.class, int.class)));
    }

    /** The route; empty if no request is being served here, or none that was mapped. */
    String current() {
        return handles.map(Routes::read).orElse("");
    }

    private static String read(Handles handles) {
        try {
            @Nullable Object request = handles.current.invokeExact();
            if (request == null) {
                return "";
            }
            @Nullable Object pattern = handles.attribute.invokeExact(request, PATTERN, OF_THE_REQUEST);
            return pattern == null ? "" : pattern.toString();
        } catch (Throwable over) { // a request that is over says so by throwing
            return "";
        }
    }
}
