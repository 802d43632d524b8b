// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Log;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;

/** Links the calls of advice in woven classes, each once, when it is reached for the first time. */
final class Linker {
    private final Map<String, Instrumentation> instrumentations;
    private final Joints joints;
    private final Log log;

    /**
     * Links advice.
     *
     * @param instrumentations by name
     * @param joints where advice is defined
     * @param log where a failure is told
     */
    Linker(Map<String, Instrumentation> instrumentations, Joints joints, Log log) {
        this.instrumentations = instrumentations;
        this.joints = joints;
        this.log = log;
    }

    /** This linker as the dispatcher calls it. */
    MethodHandle handle() throws ReflectiveOperationException {
        MethodType type = MethodType.methodType(
                CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class);
        return MethodHandles.lookup().bind(this, "link", type);
    }

    /**
     * Links one call of advice.
     *
     * @param caller the woven class
     * @param name the advice method
     * @param type its erased type
     * @param arguments the instrumentation's name and the advice class's
     * @throws Throwable if anything is amiss; the dispatcher then puts a call that does nothing in its place
     */
    CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments) throws Throwable {
        try {
            Instrumentation instrumentation = Objects.requireNonNull(instrumentations.get((String) arguments[0]));
            JointLoader loader = joints.of(instrumentation, caller.lookupClass().getClassLoader());
            Class<?> advice = Class.forName((String) arguments[1], true, loader);
            CallSite linked = new ConstantCallSite(handle(advice, name).asType(type));
            loader.joint().edges().inside().entered(loader.joint());
            return linked;
        } catch (Throwable failure) {
            log.warn(
                    "link", arguments[0] + ": " + name + " cannot be linked, its calls go out as they are: " + failure);
            throw failure;
        }
    }

    private static MethodHandle handle(Class<?> advice, String name) throws ReflectiveOperationException {
        for (Method method : advice.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                return MethodHandles.lookup().unreflect(method);
            }
        }
        throw new NoSuchMethodException(advice.getName() + "." + name);
    }
}
