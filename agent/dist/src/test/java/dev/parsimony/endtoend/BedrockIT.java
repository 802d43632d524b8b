// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Amazon;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amazon Bedrock through the AWS SDK; the simulator verifies that what comes is what was signed. */
class BedrockIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CHANGE = """
        rules:
          - name: change
            unless: {operation: embeddings}
            then: {max_tokens: 100, model: "eu.anthropic.claude-haiku-4-5-20251001-v1:0"}
        """;
    private static final String NOTHING_TO_DO = "prompt_cache: {mode: off}\n";
    private static final Set<Amazon> OTHERS =
            EnumSet.of(Amazon.VECTOR, Amazon.INVOKE_LLAMA, Amazon.INVOKE_LLAMA_STREAM, Amazon.INVOKE_MISTRAL_STREAM);
    private static final Set<Amazon> CHATS = EnumSet.complementOf(EnumSet.copyOf(OTHERS));

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsTheVerySameRequestsWhereNothingIsToBeChanged() {
        String bare = run(Application.at(simulator), Amazon.values());
        List<String> requests = received();
        assertThat(bare).doesNotContain("threw");
        for (String settings : List.of("mode: observe\n" + CHANGE, "kill_switch: on\n" + CHANGE, NOTHING_TO_DO)) {
            simulator.reset();

            String run = run(Application.at(simulator).withAgent(settings), Amazon.values());

            assertThat(received()).as(settings).isEqualTo(requests);
            assertThat(withoutIds(run)).isEqualTo(withoutIds(bare));
        }
    }

    @Test
    void givesTheStoredAnswerEventForEventWithoutAnotherCall() {
        Amazon[] twice = Stream.of(Amazon.values())
                .flatMap(each -> Stream.of(each, each))
                .toArray(Amazon[]::new);

        List<String> answers =
                run(Application.at(simulator).withAgent(REUSE), twice).lines().toList();

        // a blocking call and a future of the same request share an answer
        assertThat(simulator.received()).hasSize(Amazon.values().length - 2);
        assertThat(answers).hasSize(twice.length);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @Test
    void sendsTheCapAndTheModelThatARuleAsksForAndSignsThem() {
        String run = run(Application.at(simulator).withAgent(CHANGE), CHATS.toArray(Amazon[]::new));

        assertThat(run).doesNotContain("threw");
        assertThat(simulator.received()).hasSize(CHATS.size()).allSatisfy(request -> {
            assertThat(request.path()).startsWith("/model/eu.anthropic.claude-haiku-4-5-20251001-v1%3A0/");
            assertThat(request.bodyText()).containsPattern("max_?[tT]okens\"\\s*:\\s*100\\b");
        });
    }

    @Test
    void capsOtherMakersModelsInTheirWords() {
        String cap = "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";

        String run = run(
                Application.at(simulator).withAgent(cap),
                Amazon.INVOKE_LLAMA,
                Amazon.INVOKE_LLAMA_STREAM,
                Amazon.INVOKE_MISTRAL_STREAM);

        assertThat(run).doesNotContain("threw");
        assertThat(simulator.received().stream().map(Received::bodyText))
                .satisfiesExactly(
                        llama -> assertThat(llama).contains("\"max_gen_len\":100"),
                        stream -> assertThat(stream).contains("\"max_gen_len\":100"),
                        mistral -> assertThat(mistral).contains("\"max_tokens\":100"));
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        String bare = run(Application.at(simulator), CHATS.toArray(Amazon[]::new));
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        // a JVM each: what was refused rests; invoked models go the same ways
        List<Amazon> ways = List.of(Amazon.CONVERSE, Amazon.CONVERSE_ASYNC, Amazon.CONVERSE_STREAM);
        for (Amazon chat : ways) {
            String run = run(Application.at(simulator).withAgent(CHANGE), chat);

            assertThat(withoutIds(bare)).contains(withoutIds(run).strip());
        }
        assertThat(simulator.received()).hasSize(2 * ways.size());
    }

    @Test
    void throwsWhatItWouldHaveThrown() {
        simulator.faults().add(Fault.always(Fault.Effect.status(429)));
        String bare = run(Application.at(simulator), Amazon.values());

        String run = run(Application.at(simulator).withAgent(REUSE), Amazon.values());

        assertThat(bare.lines()).allMatch(line -> line.contains("threw") && line.contains("ThrottlingException"));
        assertThat(withoutIds(run)).isEqualTo(withoutIds(bare));
    }

    @Test
    void marksAPrefixThatComesBack() {
        String handbook = "Lamps may be returned within thirty days, with their box and their receipt. ".repeat(200);

        Application.at(simulator)
                .withAgent("")
                .property("acme.handbook", handbook)
                .run(
                        Amazon.class,
                        Stream.generate(Amazon.CONVERSE::name).limit(3).toArray(String[]::new));

        assertThat(simulator.received())
                .extracting(request -> request.bodyText().contains("},{\"cachePoint\":{\"type\":\"default\"}}]"))
                .containsExactly(false, true, true);
        assertThat(simulator.bill().charges().get(2).usage().read()).isGreaterThan(1024);
    }

    @Test
    void tellsEachCallInOneSpanWithItsCost() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = Application.at(simulator)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .run(Amazon.class, names(Amazon.values()));

            assertThat(run.err()).containsPattern("bedrockruntime .*instrumented");
            assertThat(collector.spans()).hasSize(Amazon.values().length);
            assertThat(collector.spans())
                    .map(Span::getName)
                    .allSatisfy(name -> assertThat(name)
                            .isIn(
                                    "text_completion us.meta.llama3-3-70b-instruct-v1:0",
                                    "chat mistral.mistral-large-2407-v1:0",
                                    "chat us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                                    "embeddings amazon.titan-embed-text-v2:0"));
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes)
                        .containsKeys("gen_ai.usage.input_tokens", "parsimony.provider.request_id")
                        .containsEntry("gen_ai.provider.name", "aws.bedrock")
                        .containsKey(
                                isPriced(attributes.get("gen_ai.request.model"))
                                        ? "parsimony.cost.amount"
                                        : "parsimony.cost.unknown");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Amazon");
            });
        }
    }

    private static boolean isPriced(String model) {
        return !model.contains("mistral");
    }

    private static String run(Application application, Amazon... calls) {
        return application.run(Amazon.class, names(calls)).out();
    }

    private static String[] names(Amazon... calls) {
        return Stream.of(calls).map(Amazon::name).toArray(String[]::new);
    }

    private static String withoutIds(String out) {
        return Answers.withoutIds(out)
                .replaceAll("Request ID: [0-9a-f]+", "Request ID")
                .replaceAll("\"id\":\"\\w+\"", "");
    }

    /** What came, but for what differs between any two calls: the id of the attempt, the time and the signature. */
    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1)
                                .replaceAll("(?im)^(amz-sdk-invocation-id|x-amz-date|authorization|host):.*$", "$1")
                        + request.bodyText())
                .toList();
    }
}
