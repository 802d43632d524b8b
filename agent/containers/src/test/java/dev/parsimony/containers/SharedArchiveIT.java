// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.acme.hosted.PlainDesk;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that starts from an archive of its classes. */
class SharedArchiveIT {
    private static final String CLASSES = "-Xlog:class+load:stdout";

    @TempDir
    private Path directory;

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void isUsedByApplicationClassDataSharing() throws IOException {
        Path archive = directory.resolve("desk.jsa");

        Jvm making = site.bare(Jdk.current()).flag("-XX:ArchiveClassesAtExit=" + archive);
        Jvm using =
                site.jvm(Jdk.current()).flag("-XX:SharedArchiveFile=" + archive).flag("-Xshare:on");

        assertIsFromArchive(ran(making, using), "shared objects file (top)");
    }

    /** A JVM with any agent refuses a cache that was made without the module of agents. */
    @Test
    void isUsedAsAheadOfTimeCacheWhichHasTheSdkLoadedBeforeTheAgent() throws IOException {
        assumeThat(Jdk.newest().feature()).isGreaterThanOrEqualTo(25);

        assertIsFromArchive(
                cached(site.bare(Jdk.newest()).flag("--add-modules=java.instrument")), "shared objects file");
    }

    @Test
    void isUsedAsAheadOfTimeCacheThatWasMadeWithTheAgentNamed() throws IOException {
        assumeThat(Jdk.newest().feature()).isGreaterThanOrEqualTo(25);

        assertIsFromArchive(cached(site.jvm(Jdk.newest())), "shared objects file");
    }

    private Jvm.Run cached(Jvm making) throws IOException {
        Path cache = directory.resolve("desk.aot");
        return ran(
                making.flag("-XX:AOTCacheOutput=" + cache),
                site.jvm(Jdk.newest()).flag("-XX:AOTCache=" + cache).flag("-XX:AOTMode=on"));
    }

    private Jvm.Run ran(Jvm making, Jvm using) throws IOException {
        String classPath =
                Libraries.ofSdks().behind(ApplicationJar.in(directory)).classPath();
        making.classPath(classPath).run(PlainDesk.class, "chat").expectSuccess();
        Jvm.Run run = using.flag(CLASSES)
                .classPath(classPath)
                .run(PlainDesk.class, "chat", "stays")
                .expectSuccess();
        assertThat(site.callSites()).as(run.err()).contains("com.acme.hosted.Desk.chat");
        return run;
    }

    private static void assertIsFromArchive(Jvm.Run run, String source) {
        for (String name : List.of("com.acme.hosted.Desk", "com.openai.client.okhttp.OpenAIOkHttpClient")) {
            assertThat(run.out().lines().filter(line -> line.contains(" " + name + " ")))
                    .singleElement()
                    .asString()
                    .contains("source: " + source);
        }
    }
}
