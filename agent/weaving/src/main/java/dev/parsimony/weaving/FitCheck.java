// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Does this copy of an SDK have all that its instrumentation relies on? Answered once per class loader from the class files
 * that the loader offers as resources; no class of the SDK is loaded for it.
 */
final class FitCheck {
    private final Map<@Nullable ClassLoader, Map<String, Optional<Symbol>>> verdicts =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * The first thing that is missing.
     *
     * @param instrumentation what is to be woven
     * @param loader the SDK's loader; null for the boot loader
     * @return empty where all is there
     */
    Optional<Symbol> missing(Instrumentation instrumentation, @Nullable ClassLoader loader) {
        return verdicts.computeIfAbsent(loader, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(instrumentation.name(), name -> search(instrumentation, Sources.of(loader)));
    }

    /** The first thing that is missing in a set of class files. */
    static Optional<Symbol> search(Instrumentation instrumentation, ClassFileLocator classFiles) {
        TypePool types = Sources.types(classFiles);
        return Stream.concat(instrumentation.weaves().stream().map(Weave::method), instrumentation.requires().stream())
                .filter(symbol -> !symbol.isIn(types))
                .findFirst();
    }
}
