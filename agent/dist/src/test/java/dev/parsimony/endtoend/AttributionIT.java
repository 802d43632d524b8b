// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Desks;
import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who caused a call, and for whom, told without a line in the application. */
class AttributionIT {
    private static final String SETTINGS = """
            tenant: {from: [principal, "mdc:tenantId"]}
            call_sites: {skip: ["com.acme.caller.Kind.**"]}
            rules: [{name: orders, when: {endpoint: "/orders/**"}, then: {max_tokens: 50}}]
            """;
    private static final List<String> PLACES = List.of(
            "direct",
            "asynchronous",
            "onAnExecutor",
            "inTheFuture",
            "byReference",
            "onAVirtualThread",
            "withLogback",
            "withLog4j",
            "loggedIn",
            "serving");

    private static List<Map<String, String>> calls;

    @BeforeAll
    static void callEverywhere() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Application.at(simulator, new Surroundings(Jdk.newest(), Surroundings.Sdks.NEWEST))
                    .withLibraries("neighbours", "slf4j-simple", "slf4j-nop")
                    .withAgent(SETTINGS)
                    .tellingTo(collector.endpoint())
                    .run(Desks.class, PLACES.toArray(String[]::new));
            // the first may be told after the second
            calls = collector.spans().stream()
                    .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
                    .map(Attributes::of)
                    .toList();
        }
    }

    private static Map<String, String> call(String place) {
        assertThat(calls).hasSameSizeAs(PLACES);
        return calls.get(PLACES.indexOf(place));
    }

    @ParameterizedTest
    @CsvSource({
        "direct,           direct",
        "asynchronous,     asynchronous",
        "onAnExecutor,     onAnExecutor",
        "inTheFuture,      inTheFuture",
        "byReference,      lambda",
        "onAVirtualThread, onAVirtualThread",
        "withLogback,      within",
        "serving,          serving"
    })
    void namesTheMethodThatWantedTheCallOnWhicheverThreadItIsMade(String place, String method) {
        assertThat(call(place)).containsEntry("parsimony.call_site", "com.acme.caller.Desks." + method);
    }

    @ParameterizedTest
    @CsvSource({"withLogback, MDC", "withLog4j, ThreadContext", "loggedIn, alice"})
    void namesWhomTheThreadWorksFor(String place, String tenant) {
        assertThat(call(place)).containsEntry("parsimony.tenant", tenant);
    }

    @Test
    void namesNobodyWhereNobodyIsKnown() {
        assertThat(call("direct")).doesNotContainKeys("parsimony.tenant", "parsimony.endpoint");
    }

    @Test
    void namesTheRouteThatIsServedAndObeysARuleForIt() {
        assertThat(call("serving"))
                .containsEntry("parsimony.endpoint", "/orders/{id}")
                .containsEntry("parsimony.rules", "[orders]")
                .containsEntry("gen_ai.request.max_tokens", "50");
        assertThat(call("direct")).doesNotContainKeys("parsimony.rules", "gen_ai.request.max_tokens");
    }

    @Test
    void leavesAConversationAsItIsThatOthersAreMeasuredAgainst() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Application.at(simulator)
                    .withAgent("control: 100%\nrules: [{name: cheap, then: {model: gpt-4.1-mini, max_tokens: 50}}]\n")
                    .tellingTo(collector.endpoint())
                    .call(Kind.OPENAI_CHAT);

            assertThat(collector.spans())
                    .singleElement()
                    .satisfies(span -> assertThat(Attributes.of(span))
                            .containsEntry("parsimony.control", "true")
                            .containsEntry("gen_ai.request.model", "gpt-4.1")
                            .doesNotContainKeys("parsimony.rules", "parsimony.rewrites", "gen_ai.request.max_tokens"));
        }
    }
}
