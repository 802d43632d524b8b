// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpTypesTest {
    private static final String JSON = "{\"contents\":[],\"generationConfig\":{\"seed\":1}}";
    private static final String PATH = "models/gemini-2.5-pro:streamGenerateContent?alt=sse";

    private static final Gate WANTS_ALL = new Gate() {
        @Override
        public boolean wants(String method, String path) {
            return method.equals("POST");
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

    private final Sdk sdk;
    private final HttpTypes types;

    HttpTypesTest() throws ReflectiveOperationException {
        sdk = new Sdk(HttpTypesTest.class.getClassLoader());
        types = new HttpTypes(sdk, new Edges(Log.silent()));
    }

    private static HttpApiClient gemini(HttpOptions options) {
        return new HttpApiClient(Optional.of("key"), Optional.of(options), Optional.empty());
    }

    private static Object vertex(Optional<String> base) {
        GoogleCredentials nobody = GoogleCredentials.create(new AccessToken("token", null));
        HttpOptions.Builder options = HttpOptions.builder();
        base.ifPresent(options::baseUrl);
        return new HttpApiClient(
                Optional.empty(),
                Optional.of("shop"),
                Optional.of("europe-west1"),
                Optional.of(nobody),
                Optional.of(options.build()),
                Optional.empty());
    }

    private static Ask ask(Object client, String path) {
        return new Ask(client, "post", path, JSON, Optional.empty());
    }

    private Call call(Ask ask) throws Throwable {
        Call call = types.call(ask, WANTS_ALL);
        assertThat(call).isNotNull();
        return call;
    }

    @Test
    void knowsWhereARequestGoesBelow() throws Throwable {
        HttpOptions options =
                HttpOptions.builder().baseUrl("http://gateway:8080/google/").build();

        Call call = call(ask(gemini(options), PATH));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.address()).isEqualTo(new Address("http", "gateway", 8080));
        assertThat(call.path()).isEqualTo("/google/v1beta/models/gemini-2.5-pro:streamGenerateContent");
        assertThat(call.query()).isEqualTo("alt=sse");
        assertThat(call.headers().first("user-agent")).startsWith("google-genai-sdk/");
        assertThat(call.body()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void putsProjectAndLocationBeforeAPathOfVertex() throws Throwable {
        Ask ask = ask(vertex(Optional.empty()), "publishers/google/models/gemini-2.5-pro:generateContent");
        Call call = call(ask);

        assertThat(call.address().host()).isEqualTo("europe-west1-aiplatform.googleapis.com");
        assertThat(call.path())
                .isEqualTo("/v1beta1/projects/shop/locations/europe-west1/publishers/google/models/gemini-2.5-pro"
                        + ":generateContent");
        assertThat(types.request(ask, call.withPath(call.path().replace("-pro", "-flash")))
                        .path())
                .isEqualTo("publishers/google/models/gemini-2.5-flash:generateContent");
    }

    @Test
    void asksForAnotherPathAndKeepsItsQuery() throws Throwable {
        Ask ask = ask(gemini(HttpOptions.builder().build()), PATH);
        Call call = call(ask);

        Ask other = types.request(
                ask,
                call.withPath("/v1beta/models/gemini-2.5-flash:streamGenerateContent")
                        .withBody("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(other.path()).isEqualTo("models/gemini-2.5-flash:streamGenerateContent?alt=sse");
        assertThat(other.json()).isEqualTo("{}");
        assertThat(other.options()).isSameAs(ask.options());
        assertThatThrownBy(() -> types.request(ask, call.withPath("/v2/models/a:generateContent")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksAtTheBodyWithWhatIsMergedIntoItBelow() throws Throwable {
        HttpOptions options = HttpOptions.builder()
                .extraBody(Map.of("generationConfig", Map.of("maxOutputTokens", 9), "store", true))
                .build();
        Ask ask = ask(gemini(options), PATH);

        Call call = call(ask);

        assertThat(new String(call.body(), StandardCharsets.UTF_8))
                .contains("\"generationConfig\":{\"seed\":1,\"maxOutputTokens\":9}")
                .contains("\"store\":true");
        Optional<?> sent = (Optional<?>) types.request(ask, call).options();
        assertThat(sdk.merged(ask.client(), (HttpOptions) sent.orElseThrow()).extraBody())
                .hasValue(Map.of());
    }

    @Test
    void leavesAloneWhatTheGateDoesNotWant() throws Throwable {
        Ask get = new Ask(gemini(HttpOptions.builder().build()), "get", "models", "", Optional.empty());

        assertThat(types.call(get, WANTS_ALL)).isNull();
    }

    @Test
    void handsOverAnAnswerAsTheSdksOwnResponseAndTapsIt() throws Throwable {
        Ask ask = ask(gemini(HttpOptions.builder().build()), PATH);
        Reply reply = new Reply(
                200,
                Map.of("content-type", List.of("application/json"), "x-a", List.of("b")),
                "{}".getBytes(StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();

        Object response = types.tapped(types.answer(ask, reply), new Tap() {
            @Override
            public Chunk pass(Chunk chunk) {
                seen.append(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
                return chunk;
            }

            @Override
            public Chunk end() {
                seen.append('.');
                return Chunk.empty();
            }

            @Override
            public void closed() {}

            @Override
            public void failed(Throwable cause) {}

            @Override
            public void abandoned() {}
        });
        Head head = types.head(response);

        assertThat(response.getClass().getName()).isEqualTo("com.google.genai.HttpApiResponse");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers().first("x-a")).isEqualTo("b");
        assertThat(sdk.unwrapped(response).body().string()).isEqualTo("{}");
        assertThat(seen).hasToString("{}.");
        types.close(response);
    }
}
