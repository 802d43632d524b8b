// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Caller;
import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datadog's agent in the same JVM. It writes its traces to a file, as {@code [span[span in it]]}. */
class DatadogIT {
    private static final String FLAG = "-javaagent:" + Path.of("target", "agents", "dd-java-agent-1.68.1.jar");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesEachCallIntoItsTraceUnderTheSpanInWhichItIsMadeAndAboveThatOfTheNetwork(boolean isFirst)
            throws IOException {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = run(application(simulator, isFirst)
                    .property("dd.trace.otel.enabled", "true")
                    .variable("OTEL_METRIC_EXPORT_INTERVAL", "20") // our own requests are none of the application's
                    .tellingTo(collector.endpoint()));

            assertThat(run.out()).doesNotContain("threw");
            assertThat(traces())
                    .anyMatch(trace -> trace.matches(under("gpt-4.1", "\\[okhttp.request:POST ")))
                    .anyMatch(trace -> trace.matches(under("claude-sonnet-4-5", "]")))
                    .allMatch(trace -> trace.split("client.request:chat ", -1).length == 2);
            assertThat(collector.spans()).isEmpty();
            assertThat(collector.metrics()).isNotEmpty();
        }
    }

    /**
     * A trace that begins with the application's own span, and has that of a call to a model in it. Below anthropic-java's own
     * span, which the SDK puts in its place again before it sends, ours is not current.
     */
    private static String under(String model, String below) {
        return "\\[trace.annotation:Caller.told\\[.*\\[client.request:chat " + Pattern.quote(model) + below + ".*";
    }

    @Test
    void isLeftAloneWhereItTakesNoSpansOfOthers() throws IOException {
        try (Simulator simulator = Simulator.start()) {
            Jvm.Run run = run(application(simulator, true));

            assertThat(run.out()).doesNotContain("threw");
            assertThat(traces()).hasSize(2).noneMatch(trace -> trace.contains(":chat "));
            assertThat(run.err())
                    .containsOnlyOnce("-Ddd.trace.otel.enabled=true")
                    .contains("nothing is exported");
        }
    }

    private Application application(Simulator simulator, boolean isFirst) {
        Application application = Application.at(simulator);
        return isFirst
                ? application.flag(FLAG).withAgent("")
                : application.withAgent("").flag(FLAG);
    }

    private Jvm.Run run(Application application) {
        return application
                .property("dd.writer.type", "TraceStructureWriter:" + directory.resolve("traces") + ":includeresource")
                .property("dd.trace.methods", Caller.class.getName() + "[told]")
                .property("dd.jmxfetch.enabled", "false")
                .property("dd.remote_config.enabled", "false")
                .property("dd.instrumentation.telemetry.enabled", "false")
                .property("dd.trace.startup.logs", "false")
                .run(Caller.class, Kind.OPENAI_CHAT.name(), Kind.ANTHROPIC_MESSAGE.name());
    }

    private List<String> traces() throws IOException {
        return Files.readAllLines(directory.resolve("traces"), StandardCharsets.UTF_8);
    }
}
