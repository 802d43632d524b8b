// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Azure's own SDK for OpenAI's models, blocking and not. */
class AzureOpenAiIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    static final List<String> CALLS = List.of("CHAT", "STREAM", "EMBEDDING", "ASYNC_CHAT", "ASYNC_STREAM");

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsTheVerySameBytesWhereItObserves() {
        String bare = run(application(), CALLS);
        List<String> bytes = received();
        simulator.reset();

        String run = run(application().withAgent("mode: observe\n" + CAP), CALLS);

        assertThat(received()).isEqualTo(bytes);
        assertThat(run).isEqualTo(bare).doesNotContain("threw");
    }

    @Test
    void givesTheStoredAnswerEventForEventWithoutAnotherCall() {
        List<String> twice =
                CALLS.stream().flatMap(call -> Stream.of(call, call)).toList();

        List<String> answers =
                run(application().withAgent(REUSE), twice).lines().toList();

        assertThat(simulator.received()).hasSize(CALLS.size());
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @Test
    void tellsEachCallInOneSpanWithItsCostAndKeepsTheRewriteWhateverIsTriedBelow() {
        simulator.faults().add(Fault.next(Fault.Effect.status(500)));
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            String run = run(application().withAgent(CAP).tellingTo(collector.endpoint()), CALLS);

            assertThat(run).doesNotContain("threw");
            assertThat(simulator.received())
                    .extracting(Received::bodyText)
                    .hasSize(CALLS.size() + 1)
                    .allMatch(body -> body.contains("max_tokens\":100") || body.contains("\"input\""));
            assertThat(collector.spans()).hasSize(CALLS.size());
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Azure.");
            });
        }
    }

    private Application application() {
        return Application.ofCaller(simulator, "azure-openai");
    }

    private static String run(Application application, List<String> calls) {
        return application
                .run("com.acme.caller.Azure", calls.toArray(String[]::new))
                .out();
    }

    /** Without the request's id and time, which the SDK writes anew each time. */
    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .map(text -> text.replaceAll("(?im)^(x-ms-client-request-id|date|traceparent): .*$", ""))
                .toList();
    }
}
