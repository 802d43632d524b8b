// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.acme.hosted.CoroutineDesk;
import com.acme.hosted.ReactiveDesk;
import com.acme.hosted.VirtualDesk;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls made on threads of Reactor's, of Kotlin's coroutines and of the JVM's virtual ones, each under a span of the application's. */
class OtherThreadsIT {
    private static final String CHAT = "com.acme.hosted.Desk.chat";
    private static final String STREAM = "com.acme.hosted.Desk.openAStream";

    @TempDir
    private Path directory;

    private Libraries application;

    @BeforeEach
    void pack() throws IOException {
        application = Libraries.ofSdks()
                .with(Libraries.named(
                        "opentelemetry-api",
                        "opentelemetry-context",
                        "opentelemetry-common",
                        "opentelemetry-sdk",
                        "opentelemetry-sdk-common",
                        "opentelemetry-sdk-trace",
                        "opentelemetry-sdk-metrics",
                        "opentelemetry-sdk-logs"))
                .behind(ApplicationJar.in(directory));
    }

    @Test
    void areMetOnceEachOnReactorsThreads() {
        application = application.with(Libraries.named("reactor-core", "reactive-streams"));

        assertThat(sitesUnderErrands(ran(Jdk.current(), "", ReactiveDesk.class)))
                .containsExactlyInAnyOrder(CHAT, CHAT, CHAT, CHAT, STREAM);
    }

    @Test
    void areMetOnceEachInCoroutines() {
        application = application.with(Libraries.in("coroutines"));

        assertThat(sitesUnderErrands(ran(Jdk.current(), "", CoroutineDesk.class)))
                .containsExactlyInAnyOrder(CHAT, CHAT, CHAT, CHAT, STREAM);
    }

    @Test
    void areMetOnceEachOnVirtualThreadsWhichWaitWithoutHoldingTheirCarriers() throws IOException {
        assumeThat(Jdk.newest().feature()).as("which has virtual threads").isGreaterThanOrEqualTo(21);
        Path joining = Files.writeString(
                directory.resolve("parsimony.yaml"),
                "version: 1\nrules: [{name: join, then: {cache: {ttl: 10m, scope: shared, within_trace: on}}}]\n");

        Jvm.Run run = ran(Jdk.newest(), joining.toString(), VirtualDesk.class);

        assertThat(sitesUnderErrands(run)).hasSize(41).containsOnly(CHAT);
        assertThat(run.out().lines().filter(line -> line.startsWith("pinned: ")))
                .noneMatch(stack -> stack.contains("dev.parsimony"));
    }

    private Jvm.Run ran(Jdk jdk, String settings, Class<?> main) {
        try (Site site = new Site()) {
            Jvm.Run run = site.bare(jdk)
                    .withAgent(settings)
                    .classPath(application.classPath())
                    .run(main)
                    .expectSuccess();
            assertThat(site.spans()).as("told to the application alone").isEmpty();
            return run;
        }
    }

    /** The call sites of those spans of calls whose parent is a span of the application's, in the same trace. */
    private static List<String> sitesUnderErrands(Jvm.Run run) {
        Map<String, String> errands = spans(run, "errand").collect(Collectors.toMap(span -> span[2], span -> span[1]));
        return spans(run, "chat gpt-4.1")
                .filter(span -> span[1].equals(errands.get(span[3])))
                .map(span -> span[4])
                .toList();
    }

    /** Name, trace, span, parent, call site. */
    private static Stream<String[]> spans(Jvm.Run run, String name) {
        return run.out().lines().map(line -> line.split("\\|", -1)).filter(span -> span[0].equals(name));
    }
}
