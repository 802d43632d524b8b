// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.simulator.billing.Usage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** Amazon's own SDK against the simulator. */
class BedrockSdkTest {
    private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private final Simulator simulator = Simulator.start();
    private final BedrockRuntimeClient client = client(Signature.SECRET);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void converses() {
        ConverseResponse response = converse("Be terse.");

        assertThat(response.output().message().content().get(0).text()).isNotBlank();
        assertThat(response.stopReasonAsString()).isEqualTo("end_turn");
        assertThat(response.usage().outputTokens()).isPositive();
        assertThat(simulator.bill().charges()).hasSize(1);
    }

    @Test
    void streamsWhatItWouldHaveSaid() {
        String whole = converse("Be terse.").output().message().content().get(0).text();

        assertThat(String.join("", streamed())).isEqualTo(whole);
    }

    @Test
    void breaksAStreamOffWithAnExceptionOfItsOwn() {
        simulator.faults().add(Fault.next(new Fault.Fail(2)));

        assertThatThrownBy(this::streamed)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ModelStreamErrorException.class);
    }

    @Test
    void billsACachePointAsItsMakerBillsAMark() {
        String handbook = "Lamps may be returned within thirty days. ".repeat(200);
        for (int i = 0; i < 2; i++) {
            client.converse(request -> request.modelId(MODEL)
                    .system(
                            SystemContentBlock.fromText(handbook),
                            SystemContentBlock.fromCachePoint(point -> point.type(CachePointType.DEFAULT)))
                    .messages(message()));
        }

        List<Usage> usages = simulator.bill().charges().stream()
                .map(charge -> charge.usage())
                .toList();
        assertThat(usages.get(0).write()).isGreaterThan(1024);
        assertThat(usages.get(1).read()).isEqualTo(usages.get(0).write());
    }

    @Test
    void refusesWhatWasSignedWithAnotherSecret() {
        try (BedrockRuntimeClient forger = client("guessed")) {
            assertThatThrownBy(() ->
                            forger.converse(request -> request.modelId(MODEL).messages(message())))
                    .isInstanceOfSatisfying(BedrockRuntimeException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(403);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                    });
        }
    }

    @Test
    void refusesAModelItDoesNotHaveAndFieldsThatHaveNoPlaceInABody() {
        assertThatThrownBy(() -> client.converse(
                        request -> request.modelId("no.such-model").messages(message())))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> client.invokeModel(request -> request.modelId(MODEL)
                        .body(SdkBytes.fromUtf8String(
                                "{\"anthropic_version\":\"bedrock-2023-05-31\",\"model\":\"m\"}"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("extraneous key");
    }

    @Test
    void invokesALlamaAndMistralsModelsInTheirMakersWords() {
        String llama = invoke("us.meta.llama3-3-70b-instruct-v1:0", "{\"prompt\":\"Hi\",\"max_gen_len\":3}");
        String text = invoke("mistral.mistral-large-2407-v1:0", "{\"prompt\":\"Hi\",\"max_tokens\":50}");
        String chat =
                invoke("mistral.mistral-large-2407-v1:0", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");

        assertThat(llama)
                .contains("\"generation\":")
                .contains("\"generation_token_count\":3")
                .contains("\"stop_reason\":\"length\"");
        assertThat(text).contains("\"outputs\":[{\"text\":");
        assertThat(chat).contains("\"choices\":[{").contains("\"stop_reason\":\"stop\"");
        assertThat(simulator.bill().charges()).hasSize(3);
        assertThatThrownBy(() -> invoke("meta.llama3-3-70b-instruct-v1:0", "{\"prompt\":\"Hi\",\"max_tokens\":3}"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("extraneous key");
    }

    private String invoke(String model, String body) {
        return client.invokeModel(request -> request.modelId(model).body(SdkBytes.fromUtf8String(body)))
                .body()
                .asUtf8String();
    }

    @Test
    void throttlesInAmazonsWords() {
        simulator.faults().add(Fault.next(Fault.Effect.status(429)));

        assertThatThrownBy(() -> converse("Be terse.")).isInstanceOf(ThrottlingException.class);
    }

    @Test
    void countsTheTokensThatItWouldBill() {
        int tokens = client.countTokens(request ->
                        request.modelId(MODEL).input(input -> input.converse(converse -> converse.messages(message()))))
                .inputTokens();
        client.converse(request -> request.modelId(MODEL).messages(message()));

        assertThat(simulator.bill().charges().get(0).usage().input()).isEqualTo(tokens);
    }

    private ConverseResponse converse(String system) {
        return client.converse(request -> request.modelId(MODEL)
                .system(SystemContentBlock.fromText(system))
                .messages(message()));
    }

    private List<String> streamed() {
        List<String> texts = new ArrayList<>();
        try (BedrockRuntimeAsyncClient async = BedrockRuntimeAsyncClient.builder()
                .endpointOverride(URI.create(simulator.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(keys(Signature.SECRET))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build()) {
            async.converseStream(
                            request -> request.modelId(MODEL)
                                    .system(SystemContentBlock.fromText("Be terse."))
                                    .messages(message()),
                            ConverseStreamResponseHandler.builder()
                                    .subscriber(ConverseStreamResponseHandler.Visitor.builder()
                                            .onContentBlockDelta(event ->
                                                    texts.add(event.delta().text()))
                                            .build())
                                    .build())
                    .join();
        }
        return texts;
    }

    private static Message message() {
        return Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText("How long may I return a lamp?"))
                .build();
    }

    private BedrockRuntimeClient client(String secret) {
        return BedrockRuntimeClient.builder()
                .endpointOverride(URI.create(simulator.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(keys(secret))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    private static StaticCredentialsProvider keys(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", secret));
    }
}
