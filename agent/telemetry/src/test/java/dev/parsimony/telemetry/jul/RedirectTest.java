// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.telemetry.RecordedLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectTest {
    private final RecordedLog log = new RecordedLog();
    private final ApplicationsLogging applications = new ApplicationsLogging();

    @BeforeEach
    void listen() {
        Logger.listen(log);
        java.util.logging.Logger.getLogger("").addHandler(applications);
    }

    @AfterEach
    void stop() {
        Logger.listen(dev.parsimony.exchange.Log.silent());
        java.util.logging.Logger.getLogger("").removeHandler(applications);
    }

    @Test
    void sendsToOurLogWhatALibraryLogs() throws Exception {
        run(rewritten(Library.class));
        assertThat(log.warned)
                .containsExactly(
                        "telemetry: plain",
                        "telemetry: two of 3",
                        "telemetry: thrown (java.io.IOException)",
                        "telemetry: by the system");
        assertThat(applications.heard).isZero();
    }

    @Test
    void leavesOtherCallsOfTheSameClassAlone() throws Exception {
        Object time = rewritten(Library.class).getMethod("time").invoke(null);
        assertThat((Long) time).isPositive();
    }

    @Test
    void leavesAClassThatLogsNowhereAsItIs() throws IOException {
        byte[] bytes = bytes(Quiet.class);
        assertThat(Redirect.rewrite(bytes)).isSameAs(bytes);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        byte[] once = Redirect.rewrite(bytes(Library.class));
        assertThat(Redirect.rewrite(once)).isEqualTo(once);
    }

    @Test
    void rewritesTheClassesOfAFolderInPlace(@TempDir Path folder) throws IOException {
        Path library = Files.write(
                Files.createDirectories(folder.resolve("a/b")).resolve("Library.class"), bytes(Library.class));
        Path text = Files.writeString(folder.resolve("a.txt"), "java/util/logging/Logger");
        Redirect.main(new String[] {folder.toString()});
        assertThat(Files.readAllBytes(library)).isEqualTo(Redirect.rewrite(bytes(Library.class)));
        assertThat(text).hasContent("java/util/logging/Logger");
    }

    @Test
    void refusesWhatIsNoClassFile() {
        byte[] text = "java/util/logging/Logger".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Redirect.rewrite(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void run(Class<?> library) throws ReflectiveOperationException {
        ((Runnable) library.getConstructor().newInstance()).run();
    }

    private static Class<?> rewritten(Class<?> library) throws Exception {
        byte[] bytes = Redirect.rewrite(bytes(library));
        ClassLoader loader = new ClassLoader(RedirectTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                boolean ours = name.equals(library.getName()) && findLoadedClass(name) == null;
                return ours ? defineClass(name, bytes, 0, bytes.length) : super.loadClass(name, resolve);
            }
        };
        return loader.loadClass(library.getName());
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** Logs in every way that matters, beside constants that take two places in the pool. */
    public static final class Library implements Runnable {
        private static final java.util.logging.Logger LOGGER = java.util.logging.Logger.getLogger("library");
        private static final System.Logger SYSTEM = System.getLogger("library.system");

        public static long time() {
            return System.nanoTime() + 1L * 4_000_000_000_000L;
        }

        @Override
        public void run() {
            LOGGER.warning("plain");
            LOGGER.log(java.util.logging.Level.SEVERE, "{0} of {1}", new Object[] {"two", 3});
            LOGGER.log(java.util.logging.Level.WARNING, "thrown", new IOException("with a secret"));
            SYSTEM.log(System.Logger.Level.ERROR, "by the system");
        }
    }

    private record Quiet() {}

    private static final class ApplicationsLogging extends Handler {
        private int heard;

        @Override
        public void publish(LogRecord record) {
            heard++;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
