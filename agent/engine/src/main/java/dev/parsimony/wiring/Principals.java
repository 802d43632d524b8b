// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in on the calling thread, by Spring Security. Reads what the application's own code would read; a context that
 * is loaded when it is first asked for, as Spring Security has it from 5.8 on, is loaded thereby.
 *
 * <p>Where a thread has no context, asking for it makes an empty one and leaves it there: it would hold the application's class
 * loader on a pool's thread, and threads begun on it would share it. Hence the two strategies that keep contexts by thread are
 * asked only where there is one; any other is asked as the application would.
 */
final class Principals {
    private static final String PACKAGE = "org.springframework.security.";

    /** Every visitor bears the same name by it, who are no tenant. */
    private static final String ANONYMOUS = PACKAGE + "authentication.AnonymousAuthenticationToken";

    /** Each keeps its contexts in a static field {@code contextHolder}. */
    private static final List<String> BY_THREAD = List.of(
            PACKAGE + "core.context.ThreadLocalSecurityContextHolderStrategy",
            PACKAGE + "core.context.InheritableThreadLocalSecurityContextHolderStrategy");

    private static final Principals NOBODY = new Principals(Optional.empty());

    private final Optional<Handles> handles;

    private record Handles(
            MethodHandle strategy,
            List<Contexts> byThread,
            MethodHandle current,
            MethodHandle isAuthenticated,
            MethodHandle name) {}

    /** A strategy and where it keeps its contexts. */
    private record Contexts(Class<?> strategy, ThreadLocal<?> all) {}

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
                lookup.unreflect(holder.getMethod("getContextHolderStrategy")).asType(MethodType.genericMethodType(0)),
                BY_THREAD.stream()
                        .flatMap(name -> contexts(name, loader).stream())
                        .toList(),
                current.asType(MethodType.genericMethodType(0)),
                lookup.findVirtual(authentication, "isAuthenticated", MethodType.methodType(boolean.class))
                        .asType(MethodType.methodType(boolean.class, Object.class)),
                lookup.findVirtual(authentication, "getName", MethodType.methodType(String.class))
                        .asType(MethodType.methodType(String.class, Object.class)));
    }

    private static Optional<Contexts> contexts(String strategy, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(strategy, false, loader);
            Field all = type.getDeclaredField("contextHolder");
            all.setAccessible(true);
            return all.get(null) instanceof ThreadLocal<?> local
                    ? Optional.of(new Contexts(type, local))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError otherwise) { // kept in another way
            return Optional.empty();
        }
    }

    /** The name of who is logged in; empty if nobody is, or a visitor without a name. */
    String current() {
        return handles.map(Principals::read).orElse("");
    }

    private static String read(Handles handles) {
        try {
            if (isWithoutContext(handles)) {
                return "";
            }
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

    private static boolean isWithoutContext(Handles handles) throws Throwable {
        Object strategy = handles.strategy.invokeExact();
        return handles.byThread.stream()
                .anyMatch(contexts -> contexts.strategy == strategy.getClass() && contexts.all.get() == null);
    }
}
