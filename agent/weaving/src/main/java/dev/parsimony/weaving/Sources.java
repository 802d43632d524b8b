// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Where class files are read from. */
final class Sources {
    private Sources() {}

    /**
     * The class files that a loader offers as resources.
     *
     * @param loader null for the boot loader
     */
    static ClassFileLocator of(@Nullable ClassLoader loader) {
        return loader == null
                ? ClassFileLocator.ForClassLoader.ofBootLoader()
                : ClassFileLocator.ForClassLoader.of(loader);
    }

    /** Types described from class files as far as they are asked for, method bodies left out. */
    static TypePool types(ClassFileLocator classFiles) {
        return new TypePool.Default(new TypePool.CacheProvider.Simple(), classFiles, TypePool.Default.ReaderMode.FAST);
    }
}
