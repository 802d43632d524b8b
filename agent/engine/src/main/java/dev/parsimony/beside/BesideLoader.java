// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.beside;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees the agent and one copy of a library of the application at once, which neither of their loaders does. The classes of
 * some packages of ours are defined here from the agent's jar; what else is ours comes from the agent's loader, and all the
 * rest, the JDK included, from the application's.
 */
public class BesideLoader extends ClassLoader {
    private static final String OURS = "dev.parsimony.";

    private final ClassLoader agent;
    private final List<String> packages;

    static {
        registerAsParallelCapable();
    }

    /**
     * A loader that has defined nothing yet.
     *
     * @param name its name, for those who look at the JVM from outside
     * @param application the library's loader; null for the boot loader
     * @param agent the agent's loader
     * @param packages the packages whose classes are defined here
     */
    public BesideLoader(String name, @Nullable ClassLoader application, ClassLoader agent, List<String> packages) {
        super(name, application);
        this.agent = agent;
        this.packages = List.copyOf(packages);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isInside(name)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
        return name.startsWith(OURS) ? agent.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isInside(name)) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream file = agent.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, BesideLoader.class.getProtectionDomain());
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return getParent() == null ? null : super.getResource(name);
    }

    private boolean isInside(String name) {
        return packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
}
