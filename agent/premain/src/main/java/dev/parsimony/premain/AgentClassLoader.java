// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Where the agent and its libraries live, apart from the application: its parent is the JVM's platform loader, so it sees no
 * class of the application and the application sees none of ours. Classes are entries {@code inst/**.classdata} of the agent's
 * jar, a name under which no class-path scanner finds them; other resources keep their names under {@code inst/}.
 */
final class AgentClassLoader extends ClassLoader {
    private static final String ROOT = "inst/";

    private final AgentJar jar;
    private final EntryUrls urls;
    private final ProtectionDomain domain;

    static {
        registerAsParallelCapable();
    }

    AgentClassLoader(AgentJar jar, @Nullable ClassLoader parent) throws MalformedURLException {
        super(parent);
        this.jar = jar;
        this.urls = new EntryUrls(jar);
        this.domain = new ProtectionDomain(
                new CodeSource(jar.file().toURI().toURL(), (Certificate[]) null), null, this, null);
    }

    /** A loader beside the application's, under the platform loader; by its general type, so that who calls loads no more. */
    static ClassLoader of(AgentJar jar) throws Exception {
        // By name, because the method came with Java 9. The parent of the system loader would not do: it can be
        // replaced.
        Object platform = ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
        return new AgentClassLoader(jar, (ClassLoader) platform);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        definePackageOf(name);
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        String entry = entry(name);
        try {
            return jar.contains(entry) ? urls.url(entry) : null;
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singleton(found));
    }

    /** Reads from the jar that is open already; a URL would open it a second time and cache that for ever. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        InputStream inherited = getParent() == null ? null : getParent().getResourceAsStream(name);
        if (inherited != null) {
            return inherited;
        }
        try {
            byte[] bytes = jar.read(entry(name));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private byte @Nullable [] bytes(String className) throws ClassNotFoundException {
        try {
            return jar.read(entry(className.replace('.', '/') + ".class"));
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(className, unreadable);
        }
    }

    private void definePackageOf(String className) {
        int end = className.lastIndexOf('.');
        if (end < 0 || getPackage(className.substring(0, end)) != null) {
            return;
        }
        try {
            definePackage(className.substring(0, end), null, null, null, null, null, null, null);
        } catch (IllegalArgumentException definedMeanwhile) {
            // Another thread was faster.
        }
    }

    private static String entry(String resource) {
        return ROOT + (resource.endsWith(".class") ? resource + "data" : resource);
    }
}
