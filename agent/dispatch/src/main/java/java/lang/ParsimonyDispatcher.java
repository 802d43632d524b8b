// SPDX-License-Identifier: Apache-2.0
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;

/**
 * Where every class that we change reaches us. It lives in {@code java.lang} because that is the only package which every
 * class loader, OSGi bundle and named module can see. It is frozen for ever: two versions of the agent may meet here.
 */
public final class ParsimonyDispatcher {
    /** The linker of the agent, {@code (Lookup, String, MethodType, Object[])CallSite}; null until the agent has booted. */
    public static volatile MethodHandle linker;

    /** Who is told of what comes through the front door of a plain HTTP client; null while nobody wants to know. */
    public static volatile Consumer<Object> lookout;

    private ParsimonyDispatcher() {}

    /**
     * Links one call site, called by the JVM when woven code is reached for the first time. Never throws: where there is no
     * linker, or it fails, the call site does nothing for ever.
     */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type, Object... arguments) {
        try {
            return (CallSite) linker.invokeExact(caller, name, type, arguments);
        } catch (Throwable unlinked) {
            return new ConstantCallSite(MethodHandles.empty(type));
        }
    }

    /** Tells the lookout of a request. Never throws. */
    public static void knock(Object request) {
        Consumer<Object> told = lookout;
        if (told != null) {
            try {
                told.accept(request);
            } catch (Throwable unheard) {
                // The request goes its way.
            }
        }
    }
}
