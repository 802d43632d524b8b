// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first class that we weave. Of every other class it asks one question of a set of names; only when an LLM SDK
 * shows itself, or a request to a model at the door of an HTTP client, is the agent behind it built, once, and asked about
 * that class and the few that follow.
 */
final class LazyTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final Targets targets;
    private final Boot boot;
    private @Nullable ClassFileTransformer weaver;
    private @Nullable ClassFileTransformer doors;
    private boolean booting;
    private boolean hanging;

    LazyTransformer(Instrumentation instrumentation, Targets targets, Boot boot) {
        this.instrumentation = instrumentation;
        this.targets = targets;
        this.boot = boot;
    }

    /** Registers the transformer, then passes through it what another agent may have loaded before us. */
    static void install(Instrumentation instrumentation, Targets targets, Boot boot) {
        instrumentation.addTransformer(new LazyTransformer(instrumentation, targets, boot), true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (mayBeTarget(loaded) && targets.name(internal(loaded))) {
                retransform(instrumentation, loaded);
            }
        }
    }

    /** Of the JVM's own classes, which are most of those loaded, its HTTP client's alone are targets. */
    private static boolean mayBeTarget(Class<?> loaded) {
        return loaded.getClassLoader() != null || loaded.getName().startsWith("jdk.internal.net.http.");
    }

    private static String internal(Class<?> loaded) {
        return loaded.getName().replace('.', '/');
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
        if (name == null || !targets.name(name)) {
            return null;
        }
        ClassFileTransformer behind = behind(loader, name);
        return behind == null ? null : behind.transform(loader, name, redefined, domain, bytes);
    }

    private @Nullable ClassFileTransformer behind(@Nullable ClassLoader loader, String name) {
        if (targets.contain(name, loader)) {
            return weaver();
        }
        if (targets.isBehindDoor(name, loader)) {
            return awake();
        }
        return targets.isDoor(name, loader) ? doors() : null;
    }

    /** The agent behind, or null while this very thread is building it, and for ever where that failed. */
    private synchronized @Nullable ClassFileTransformer weaver() {
        if (weaver == null && !booting) {
            booting = true;
            try {
                weaver = built();
            } catch (Throwable failure) {
                StandardError.say("not started, LLM calls go out as they are: " + failure);
            }
        }
        return weaver;
    }

    /** Null where the application has set a security manager since the start of the JVM. */
    private @Nullable ClassFileTransformer built() throws Exception {
        Objection objection = StartupChecks.securityManager();
        if (objection == null) {
            return boot.weaver();
        }
        objection.tell();
        return null;
    }

    /** The agent behind, where it has been built already. */
    private synchronized @Nullable ClassFileTransformer awake() {
        return weaver;
    }

    /** What puts doors in; null where that failed, so that calls over HTTP clients are not seen. */
    private synchronized @Nullable ClassFileTransformer doors() {
        if (doors == null && !hanging) {
            hanging = true;
            try {
                doors = boot.doors(targets.doors(), new Waking());
            } catch (Throwable failure) {
                StandardError.say("LLM calls over plain HTTP clients go out as they are: " + failure);
            }
        }
        return doors;
    }

    /**
     * Builds the agent for something that came through a door, and weaves what is behind the doors before it goes on. Whoever
     * comes meanwhile waits. Classes are woven one by one outside the lock that the loading of classes asks for.
     */
    private final class Waking implements Runnable {
        private boolean done;

        @Override
        public void run() {
            // or files could not be read, and the settings would be taken for broken
            boolean interrupted = Thread.interrupted();
            try {
                ClassFileTransformer built = weaver();
                if (built != null) {
                    tell(built, doors());
                    weaveWhatIsLoaded();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        /** Of what came by the doors before the agent was there to see it. */
        @SuppressWarnings("unchecked")
        private void tell(ClassFileTransformer agent, @Nullable ClassFileTransformer hung) {
            if (agent instanceof Consumer && hung instanceof Iterable) {
                for (Object kept : (Iterable<?>) hung) {
                    ((Consumer<Object>) agent).accept(kept);
                }
            }
        }

        private synchronized void weaveWhatIsLoaded() {
            if (done) {
                return;
            }
            done = true;
            for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
                if (mayBeTarget(loaded) && targets.isBehindDoor(internal(loaded), loaded.getClassLoader())) {
                    retransform(instrumentation, loaded);
                }
            }
        }
    }
}
