// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * Does this copy of an SDK have all that its instrumentation relies on? Answered once per class loader from the class files
 * that the loader offers as resources; no class of the SDK is loaded for it.
 */
public final class FitCheck {
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

    /**
     * The first thing that is missing in the jar of an SDK.
     *
     * @param jar the SDK's jar
     * @param instrumentation what is to be woven
     * @return empty where all is there
     * @throws IOException if the file is no readable jar
     */
    public static Optional<Symbol> missingIn(File jar, Instrumentation instrumentation) throws IOException {
        try (ClassFileLocator files = ClassFileLocator.ForJarFile.of(jar)) {
            return search(instrumentation, files);
        }
    }

    /** The first thing that is missing in a set of class files. */
    private static Optional<Symbol> search(Instrumentation instrumentation, ClassFileLocator classFiles) {
        Map<String, Optional<Outline>> outlines = new HashMap<>();
        Predicate<Symbol> isThere =
                symbol -> isIn(outlines.computeIfAbsent(symbol.owner(), name -> Outline.of(name, classFiles)), symbol);
        return Stream.concat(required(instrumentation), instrumentation.requires().stream())
                .filter(isThere.negate())
                .findFirst()
                .or(() -> withoutAlternative(instrumentation, isThere));
    }

    private static Stream<Symbol> required(Instrumentation instrumentation) {
        return instrumentation.weaves().stream().filter(Weave::isRequired).map(Weave::method);
    }

    private static Optional<Symbol> withoutAlternative(Instrumentation instrumentation, Predicate<Symbol> isThere) {
        return instrumentation.alternatives().stream()
                .filter(places -> places.stream().map(Weave::method).noneMatch(isThere))
                .map(places -> places.get(0).method())
                .findFirst();
    }

    private static boolean isIn(Optional<Outline> type, Symbol symbol) {
        return type.isPresent() && (symbol.method().isEmpty() || type.get().has(symbol));
    }
}
