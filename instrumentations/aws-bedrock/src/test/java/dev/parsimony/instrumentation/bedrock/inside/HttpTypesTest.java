// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

class HttpTypesTest {
    private static final String PATH = "/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/converse";

    /** Wants everything. */
    private static final Gate OPEN = new Gate() {
        @Override
        public boolean wants(String method, String path) {
            return true;
        }

        @Override
        public Caller caller() {
            return Caller.unknown();
        }

        @Override
        public Passage open(Call call, Client client, @Nullable Caller caller) {
            return Passage.past(call);
        }
    };

    private final SdkHttpFullRequest request = request("{\"messages\":[]}");

    @Test
    void readsACallWhosePathIsNotEncoded() throws IOException {
        Call call = call(request);

        assertThat(call.path()).isEqualTo(PATH);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.address().host()).isEqualTo("bedrock-runtime.us-east-1.amazonaws.com");
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).isEqualTo("{\"messages\":[]}");
        assertThat(call.headers().first("content-type")).isEqualTo("application/json");
    }

    @Test
    void leavesThePathAsItIsWrittenWhereOnlyTheBodyChanges() throws IOException {
        SdkHttpFullRequest changed = HttpTypes.request(request, call(request).withBody(new byte[] {'{', '}'}));

        assertThat(changed.encodedPath()).isEqualTo(request.encodedPath());
        assertThat(changed.firstMatchingHeader("Content-Length")).contains("2");
        assertThat(changed.contentStreamProvider().orElseThrow().newStream()).hasBinaryContent(new byte[] {'{', '}'});
    }

    @Test
    void encodesAnotherModelAsTheSdkDoes() throws IOException {
        String arn = "arn:aws:bedrock:us-east-1:1:inference-profile/eu.amazon.nova-lite-v1:0";
        Call call = call(request).withPath("/model/" + arn + "/converse");

        assertThat(HttpTypes.request(request, call).encodedPath())
                .isEqualTo("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Feu.amazon.nova-lite-v1%3A0"
                        + "/converse");
    }

    @Test
    void readsARefusalFromAnExceptionHoweverItIsWrapped() {
        Throwable refused = ValidationException.builder().statusCode(400).build();

        assertThat(HttpTypes.refusal(refused))
                .hasValueSatisfying(reply -> assertThat(reply.status()).isEqualTo(400));
        assertThat(HttpTypes.refusal(new CompletionException(refused))).isPresent();
        assertThat(HttpTypes.refusal(new IOException("reset"))).isEmpty();
    }

    @Test
    void tellsBedrocksRequestsFromThoseOfOtherServices() {
        assertThat(Scope.isOurs(ConverseRequest.builder().build())).isTrue();
        assertThat(Scope.isOurs("software.amazon.awssdk.services.s3.model.GetObjectRequest"))
                .isFalse();
    }

    private static Call call(SdkHttpFullRequest request) throws IOException {
        Call call = HttpTypes.call(request, OPEN);
        assertThat(call).isNotNull();
        return call;
    }

    private static SdkHttpFullRequest request(String body) {
        return SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("https://bedrock-runtime.us-east-1.amazonaws.com"))
                .encodedPath(PATH.replace(":", "%3A"))
                .putHeader("Content-Type", "application/json")
                .contentStreamProvider(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
