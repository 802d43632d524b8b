// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the few classes that instrumentations name, where the SDK fits, and says once per SDK what came of it. It runs while
 * the JVM holds a lock on the class being loaded: it reads resources of the class's loader and loads nothing from it.
 */
final class Weaver implements ClassFileTransformer {
    private final Map<String, Instrumentation> targets = new HashMap<>();
    private final Fabric fabric;
    private final Log log;
    private final Telemetry telemetry;
    private final ClassLoader own;
    private final FitCheck fit = new FitCheck();
    private final Set<Found> told = ConcurrentHashMap.newKeySet();

    /**
     * A weaver.
     *
     * @param instrumentations all that we know
     * @param fabric what changes bytes
     * @param log where to say what was found
     * @param telemetry where to count it
     * @param own the agent's own loader, whose classes are left alone
     */
    Weaver(
            Collection<? extends Instrumentation> instrumentations,
            Fabric fabric,
            Log log,
            Telemetry telemetry,
            ClassLoader own) {
        this.own = own;
        this.fabric = fabric;
        this.log = log;
        this.telemetry = telemetry;
        for (Instrumentation instrumentation : instrumentations) {
            Weave.all(instrumentation)
                    .forEach(weave -> targets.put(weave.method().owner(), instrumentation));
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String internalName,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        String name = internalName == null ? "" : internalName.replace('/', '.');
        Instrumentation instrumentation = targets.get(name);
        if (instrumentation == null || own.equals(loader)) {
            return null;
        }
        try {
            return woven(instrumentation, loader, name, new Origin(domain), bytes);
        } catch (Throwable cause) {
            log.warn("weave", name + " cannot be instrumented, its calls go out as they are: " + cause);
            return null;
        }
    }

    private byte @Nullable [] woven(
            Instrumentation instrumentation, @Nullable ClassLoader loader, String name, Origin origin, byte[] bytes) {
        Optional<Symbol> missing = fit.missing(instrumentation, loader);
        String why = missing.map(symbol -> symbol + " is gone").orElse("");
        tell(new Found(instrumentation.name(), version(loader, name, origin), origin.jar(), why));
        return missing.isPresent() ? null : fabric.weave(instrumentation, name, bytes, Sources.of(loader));
    }

    private void tell(Found found) {
        if (told.add(found)) {
            log.say(found.toString());
            telemetry.instrumentation(found);
        }
    }

    /**
     * What the SDK's jar says of itself, by its manifest or else by its name. A loader reads the manifest before it defines the
     * first class of a package; that of a module is not read for it.
     */
    private static String version(@Nullable ClassLoader loader, String name, Origin origin) {
        Package known = loader == null ? null : loader.getDefinedPackage(name.substring(0, name.lastIndexOf('.')));
        String version = known == null ? null : known.getImplementationVersion();
        return version == null ? origin.version() : version;
    }
}
