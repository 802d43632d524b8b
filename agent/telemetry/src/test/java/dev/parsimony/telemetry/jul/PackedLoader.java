// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Loads telemetry and what it stands on as they lie in the agent's jar: rewritten, and apart from the tests' own. */
final class PackedLoader extends ClassLoader {
    private static final List<String> PACKED = List.of("io.opentelemetry.", "dev.parsimony.telemetry.");

    PackedLoader() {
        super(PackedLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (PACKED.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] packed = Redirect.rewrite(in.readAllBytes());
            return defineClass(name, packed, 0, packed.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
