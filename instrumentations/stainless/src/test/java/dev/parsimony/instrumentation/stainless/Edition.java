// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A version of one of the SDKs under test. */
enum Edition {
    OLDEST_OPENAI(new Named("openai-java", "com.openai"), OpenAiSubject.class, "1.1.0"),
    NEWEST_OPENAI(new Named("openai-java", "com.openai"), OpenAiSubject.class, ""),
    OLDEST_ANTHROPIC(new Named("anthropic-java", "com.anthropic"), AnthropicSubject.class, "1.0.0"),
    NEWEST_ANTHROPIC(new Named("anthropic-java", "com.anthropic"), AnthropicSubject.class, "");

    @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
    private final Named sdk;

    private final Class<? extends Subject> subject;
    private final String version;

    /** An SDK by its name. */
    record Named(String name, String prefix) implements StainlessSdk {}

    Edition(Named sdk, Class<? extends Subject> subject, String version) {
        this.sdk = sdk;
        this.subject = subject;
        this.version = version;
    }

    /** The SDK's name. */
    String sdk() {
        return sdk.name();
    }

    /** Both SDKs. */
    static List<StainlessSdk> sdks() {
        return List.of(OLDEST_OPENAI.sdk, OLDEST_ANTHROPIC.sdk);
    }

    /** A loader that sees this version of the SDK and no other, as an application's would. */
    Application application() {
        return new Application(this);
    }

    /** An application with its own copy of the SDK. */
    static final class Application extends URLClassLoader {
        private final Edition edition;

        private Application(Edition edition) {
            super(edition.jars(), Edition.class.getClassLoader());
            this.edition = edition;
        }

        /** A client of the provider at that URL. */
        Subject client(String baseUrl) {
            try {
                return (Subject) loadClass(edition.subject.getName())
                        .getConstructor(String.class)
                        .newInstance(baseUrl);
            } catch (ReflectiveOperationException failure) {
                throw new LinkageError(edition.name(), failure);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                if (name.startsWith(edition.subject.getName())) {
                    return subject(name);
                }
                return name.startsWith(edition.sdk.prefix() + ".") ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> subject(String name) throws ClassNotFoundException {
            try (InputStream file =
                    Objects.requireNonNull(getParent().getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }

        /** The SDK's own class files come first, so that the fit check reads this version. */
        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }

    private URL[] jars() {
        return Stream.of("core", "client-okhttp").map(this::jar).toArray(URL[]::new);
    }

    private URL jar(String part) {
        String artifact = sdk.name() + "-" + part;
        try {
            return version.isEmpty()
                    ? onClassPath("/" + artifact + "-")
                    : URI.create(new File("target/oldest/" + artifact + "-" + version + ".jar")
                                    .toURI()
                                    .toString())
                            .toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static URL onClassPath(String part) throws MalformedURLException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.contains(part)) {
                return new File(entry).toURI().toURL();
            }
        }
        throw new AssertionError(part + " is not on the class path");
    }
}
