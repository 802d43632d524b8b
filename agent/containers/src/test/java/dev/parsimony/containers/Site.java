// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/** Where applications run: with a simulator to call and a collector that is told of the calls. */
final class Site implements AutoCloseable {
    /** The method of each way to ask. */
    static final List<String> EVERYTHING = List.of(
            "com.acme.hosted.Desk.chat",
            "com.acme.hosted.Desk.chatLater",
            "com.acme.hosted.Desk.openAStream",
            "com.acme.hosted.Desk.streamLater",
            "com.acme.hosted.Desk.message",
            "com.acme.hosted.Desk.messageLater",
            "com.acme.hosted.Desk.messageStream");

    private final Simulator simulator = Simulator.start();
    private final OtlpReceiver collector = OtlpReceiver.start();

    /** A JVM without the agent. */
    Jvm bare(Jdk jdk) {
        return Jvm.of(jdk)
                .quickToStart()
                .variable("OPENAI_BASE_URL", simulator.baseUrl() + "/v1")
                .variable("OPENAI_API_KEY", "sk-secret-of-openai")
                .variable("ANTHROPIC_BASE_URL", simulator.baseUrl())
                .variable("ANTHROPIC_API_KEY", "sk-ant-secret")
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
    }

    /** A JVM with the packaged agent and no settings. */
    Jvm jvm(Jdk jdk) {
        return bare(jdk).withAgent("");
    }

    Simulator simulator() {
        return simulator;
    }

    /** What was told of calls. */
    List<Span> spans() {
        return collector.spans();
    }

    /** The methods that made the calls that were told of, in order of arrival. */
    List<String> callSites() {
        return spans().stream()
                .flatMap(span -> span.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals("parsimony.call_site"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
        collector.close();
    }
}
