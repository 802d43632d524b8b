// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DaemonThreadsTest {
    @Test
    void holdNeitherTheJvmNorAContextLoader() {
        Thread thread = DaemonThreads.of("parsimony-test", () -> {});

        assertThat(thread.getName()).isEqualTo("parsimony-test");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isNull();
    }

    @Test
    @Timeout(60)
    void holdNoLoaderOfWhoeverMakesThem() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        WeakReference<ClassLoader> maker = startedFromALoaderOfItsOwn(() -> waiting(end));

        try {
            while (maker.get() != null) {
                System.gc();
            }
        } finally {
            end.countDown();
        }
    }

    private static Thread waiting(CountDownLatch end) {
        return DaemonThreads.of("parsimony-test", () -> {
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static WeakReference<ClassLoader> startedFromALoaderOfItsOwn(Supplier<Thread> thread)
            throws ReflectiveOperationException, MalformedURLException {
        URL classes =
                DaemonThreadsTest.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader loader = new Apart(classes);
        Class<?> application = Class.forName(Application.class.getName(), true, loader);
        assertThat(application.getClassLoader()).isSameAs(loader);
        start(application, thread);
        return new WeakReference<>(loader);
    }

    private static void start(Class<?> application, Supplier<Thread> thread) throws ReflectiveOperationException {
        try {
            application.getMethod("start", Supplier.class).invoke(null, thread);
        } catch (InvocationTargetException wrapped) {
            throw new AssertionError(wrapped.getCause());
        }
    }

    /** Stands on the stack when a thread is made. */
    public static final class Application {
        private Application() {}

        /** Starts the thread. */
        public static void start(Supplier<Thread> thread) {
            thread.get().start();
        }
    }

    /** Defines the application itself and leaves all else to the loader of the test. */
    private static final class Apart extends URLClassLoader {
        Apart(URL classes) {
            super(new URL[] {classes}, DaemonThreadsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Application.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
