// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first class that we weave. Of every other class it asks one question of a set of names; only when an LLM SDK
 * shows itself is the agent behind it built, once, and asked about that class and the few that follow.
 */
final class LazyTransformer implements ClassFileTransformer {
    private final Targets targets;
    private final Boot boot;
    private @Nullable ClassFileTransformer weaver;
    private boolean booting;

    LazyTransformer(Targets targets, Boot boot) {
        this.targets = targets;
        this.boot = boot;
    }

    /** Registers the transformer, then passes through it what another agent may have loaded before us. */
    static void install(Instrumentation instrumentation, Targets targets, Boot boot) {
        instrumentation.addTransformer(new LazyTransformer(targets, boot), true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            // the JVM's own are most of them, and never targets
            if (loaded.getClassLoader() != null && targets.name(loaded.getName().replace('.', '/'))) {
                retransform(instrumentation, loaded);
            }
        }
    }

    /** One class at a time: a single class that cannot be verified would fail a whole batch. */
    private static void retransform(Instrumentation instrumentation, Class<?> target) {
        try {
            instrumentation.retransformClasses(target);
        } catch (Throwable failure) {
            StandardError.say(target.getName() + " was loaded before the agent and cannot be instrumented: " + failure);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes)
            throws IllegalClassFormatException {
        if (name == null || !targets.contain(name, loader)) {
            return null;
        }
        ClassFileTransformer behind = weaver();
        return behind == null ? null : behind.transform(loader, name, redefined, domain, bytes);
    }

    /** The agent behind, or null while this very thread is building it, and for ever where that failed. */
    private synchronized @Nullable ClassFileTransformer weaver() {
        if (weaver == null && !booting) {
            booting = true;
            try {
                weaver = boot.weaver();
            } catch (Throwable failure) {
                StandardError.say("not started, LLM calls go out as they are: " + failure);
            }
        }
        return weaver;
    }
}
