// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls written by hand over an HTTP client, in every way there is, each twice: what holds whichever client it is. */
abstract class HandWrittenCalls {
    static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";

    /** Different requests that models answer. */
    static final int TO_MODELS = 4;

    final Simulator simulator = Simulator.start();

    private final Class<? extends Enum<?>> caller;
    private final int calls;

    /**
     * Calls of one client.
     *
     * @param caller the program that makes them; its values are the ways
     * @param calls how many of them models answer
     */
    HandWrittenCalls(Class<? extends Enum<?>> caller, int calls) {
        this.caller = caller;
        this.calls = calls;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void failsAsItWouldHaveFailed() {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));
        String bare = run(Application.at(simulator));
        String run = run(Application.at(simulator).withAgent(REUSE));

        assertThat(run).contains("threw");
        assertThat(run).isEqualTo(bare);
    }

    @Test
    void tellsEachCallInOneSpanWithItsCostAndItsCaller() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(Application.at(simulator).withAgent("").tellingTo(collector.endpoint()));

            assertThat(collector.spans()).hasSize(calls);
            assertThat(collector.spans())
                    .extracting(Span::getName)
                    .containsOnly("chat gpt-4.1", "chat claude-sonnet-4-5");
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith(caller.getName() + ".");
            });
        }
    }

    /** With these settings the same goes out as without the agent, and the same comes back. */
    final void checkThatNothingIsChanged(Supplier<Application> application, String settings) {
        String bare = run(application.get());
        List<String> bytes = received();
        simulator.reset();

        String run = run(application.get().withAgent(settings));

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    /** Each way after the first finds what the first has stored. */
    final void checkThatTheFirstWayStoresForAll(Application application) {
        List<String> answers = run(application.withAgent(REUSE))
                .lines()
                .filter(line -> !line.contains("ELSEWHERE"))
                .toList();

        assertThat(answers).hasSize(calls);
        assertThat(toModels()).hasSize(TO_MODELS);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    /** The cap that a rule asks for is sent, whichever way a call is made. */
    final void checkThatAllAreCapped(Application application) {
        run(application.withAgent(CAP));

        assertThat(toModels())
                .hasSize(calls)
                .allSatisfy(
                        request -> assertThat(request.bodyText()).containsPattern("max_[a-z_]*tokens\":\\s*100\\b"));
    }

    /** What the provider refuses is sent again as written. */
    final void checkThatWhatIsRefusedGoesOutAsWritten(Supplier<Application> application) {
        String bare = run(application.get());
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        String run = run(application.get().withAgent(CAP));

        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        assertThat(toModels()).hasSizeGreaterThan(calls);
    }

    private String run(Application application) {
        String[] ways = Stream.of(caller.getEnumConstants()).map(Enum::name).toArray(String[]::new);
        return application.run(caller, ways).out();
    }

    private List<Received> toModels() {
        return simulator.received().stream()
                .filter(request -> !request.path().endsWith("/orders"))
                .toList();
    }

    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .toList();
    }
}
