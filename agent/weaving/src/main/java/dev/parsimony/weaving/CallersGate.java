// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gate of what is the JVM's own and serves every application in it: each call goes in by the gate of the loader whose code
 * makes it, so that the OpenTelemetry and the tenant seen from there are its own.
 */
final class CallersGate implements Gate {
    /** Beyond this many frames nobody's own code is near. */
    private static final int DEEPEST = 256;

    private static final String OURS = "dev.parsimony.";

    private final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private final Function<@Nullable ClassLoader, Gate> gates;
    private final Gate jvms;
    private final Map<ClassLoader, WeakReference<Gate>> known = new WeakHashMap<>();
    /** What keeps a gate, which may reach its loader: a class that goes with that loader, so that no collection costs a call. */
    private final ClassValue<Gate> kept = new ClassValue<>() {
        @Override
        protected Gate computeValue(Class<?> caller) {
            return of(caller.getClassLoader());
        }
    };

    /**
     * A gate that leads to others.
     *
     * @param gates the gate of each application loader; null is the boot loader
     */
    CallersGate(Function<@Nullable ClassLoader, Gate> gates) {
        this.gates = gates;
        this.jvms = gates.apply(null);
    }

    /** Whether a loader's classes are the JVM's own, which every application sees. */
    static boolean isTheJvms(@Nullable ClassLoader loader) {
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public Caller caller() {
        return here().caller();
    }

    @Override
    public Passage open(Call call, Client client, @Nullable Caller caller) {
        return here().open(call, client, caller);
    }

    @Override
    public Scope retries() {
        return jvms.retries();
    }

    @Override
    public void tellsItself(Object openTelemetry) {
        jvms.tellsItself(openTelemetry);
    }

    @Override
    public boolean wants(String method, String path) {
        return jvms.wants(method, path);
    }

    @Override
    public boolean hurries(String method, String path) {
        return jvms.hurries(method, path);
    }

    /** The gate of the nearest code on this thread that is neither the JVM's nor ours; else of the thread's own loader. */
    private Gate here() {
        Class<?> nearest = walker.walk(CallersGate::nearest);
        return nearest == null ? of(Thread.currentThread().getContextClassLoader()) : kept.get(nearest);
    }

    private static @Nullable Class<?> nearest(Stream<StackFrame> frames) {
        return frames.limit(DEEPEST)
                .map(StackFrame::getDeclaringClass)
                .filter(type -> !type.getName().startsWith(OURS))
                .filter(type -> !isTheJvms(type.getClassLoader()))
                .findFirst()
                .orElse(null);
    }

    private Gate of(@Nullable ClassLoader loader) {
        if (loader == null) {
            return jvms;
        }
        Gate gate = alive(loader);
        return gate == null ? first(loader, gates.apply(loader)) : gate; // made under no lock, as it loads classes
    }

    private @Nullable Gate alive(ClassLoader loader) {
        synchronized (known) {
            WeakReference<Gate> held = known.get(loader);
            return held == null ? null : held.get();
        }
    }

    /** The gate that all callers of a loader share, whoever made one first. */
    private Gate first(ClassLoader loader, Gate made) {
        synchronized (known) {
            Gate before = alive(loader);
            if (before == null) {
                known.put(loader, new WeakReference<>(made));
            }
            return before == null ? made : before;
        }
    }
}
