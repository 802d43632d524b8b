// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is logged in on the calling thread, by Spring Security. Reads what the application's own code would read. */
final class Principals {
    private static final String PACKAGE = "org.springframework.security.";

    /** Every visitor bears the same name by it, who are no tenant. */
    private static final String ANONYMOUS = PACKAGE + "authentication.AnonymousAuthenticationToken";

    private static final Principals NOBODY = new Principals(Optional.empty());

    private final Optional<Handles> handles;

    private record Handles(MethodHandle current, MethodHandle isAuthenticated, MethodHandle name) {}

    private Principals(Optional<Handles> handles) {
        this.handles = handles;
    }

    /**
     * Finds Spring Security.
     *
     * @param loader the application's loader; null for the boot loader
     */
    static Principals seenFrom(@Nullable ClassLoader loader) {
        try {
            return new Principals(Optional.of(handles(loader)));
        } catch (ReflectiveOperationException | LinkageError absent) {
            return NOBODY;
        }
    }

    private static Handles handles(@Nullable ClassLoader loader) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> holder = Class.forName(PACKAGE + "core.context.SecurityContextHolder", false, loader);
        Class<?> context = Class.forName(PACKAGE + "core.context.SecurityContext", false, loader);
        Class<?> authentication = Class.forName(PACKAGE + "core.Authentication", false, loader);
        MethodHandle current = MethodHandles.filterReturnValue(
                lookup.findStatic(holder, "getContext", MethodType.methodType(context)),
                lookup.findVirtual(context, "getAuthentication", MethodType.methodType(authentication)));
        return new Handles(
                current.asType(MethodType.genericMethodType(0)),
                lookup.findVirtual(authentication, "isAuthenticated", MethodType.methodType(boolean.class))
                        .asType(MethodType.methodType(boolean.class, Object.class)),
                lookup.findVirtual(authentication, "getName", MethodType.methodType(String.class))
                        .asType(MethodType.methodType(String.class, Object.class)));
    }

    /** The name of who is logged in; empty if nobody is, or a visitor without a name. */
    String current() {
        return handles.map(Principals::read).orElse("");
    }

    private static String read(Handles handles) {
        try {
            @Nullable Object authentication = handles.current.invokeExact();
            if (authentication == null
                    || authentication.getClass().getName().equals(ANONYMOUS)
                    || !(boolean) handles.isAuthenticated.invokeExact(authentication)) {
                return "";
            }
            @Nullable String name = (String) handles.name.invokeExact(authentication);
            return name == null ? "" : name;
        } catch (Throwable theirs) { // a broken set-up is not ours to report
            return "";
        }
    }
}
