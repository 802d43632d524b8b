// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees the agent and one copy of an SDK at once, which neither of their loaders does. The advice of the instrumentation is
 * defined here from the agent's jar; what else is ours comes from the agent's loader, and all the rest, the JDK included,
 * from the application's.
 */
final class JointLoader extends ClassLoader {
    private static final String OURS = "dev.parsimony.";

    private final Joint joint;
    private final ClassLoader agent;

    static {
        registerAsParallelCapable();
    }

    JointLoader(Joint joint, ClassLoader agent) {
        super("parsimony-" + joint.instrumentation().name(), joint.application());
        this.joint = joint;
        this.agent = agent;
    }

    Joint joint() {
        return joint;
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
            return defineClass(name, bytes, 0, bytes.length, JointLoader.class.getProtectionDomain());
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return getParent() == null ? null : super.getResource(name);
    }

    private boolean isInside(String name) {
        List<String> inside = joint.instrumentation().inside();
        return inside.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
}
