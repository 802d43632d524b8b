// SPDX-License-Identifier: Apache-2.0
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Where every call site that we weave is linked. It lives in {@code java.lang} because that is the only package which every
 * class loader, OSGi bundle and named module can see. It is frozen for ever: two versions of the agent may meet here.
 */
public final class ParsimonyDispatcher {
    /** The linker of the agent, {@code (Lookup, String, MethodType, Object[])CallSite}; null until the agent has booted. */
    public static volatile MethodHandle linker;

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
}
