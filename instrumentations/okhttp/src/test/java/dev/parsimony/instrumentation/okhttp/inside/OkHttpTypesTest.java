// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class OkHttpTypesTest {
    private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json; charset=utf-8"));

    private final OkHttpTypes types = new OkHttpTypes(new Edges(Log.silent()));
    private final Request original = new Request.Builder()
            .url("https://api.example/v1/messages")
            .header("x-api-key", "key")
            .tag("the application's")
            .post(RequestBody.create(JSON, "{}"))
            .build();

    @Test
    void changesNothingOfARequestButItsBody() throws IOException {
        Call call = Objects.requireNonNull(Requests.call(original));
        Request changed = types.request(original, call.withBody(bytes("{\"a\": 1}")));
        Buffer written = new Buffer();
        Objects.requireNonNull(changed.body()).writeTo(written);

        assertThat(written.readUtf8()).isEqualTo("{\"a\": 1}");
        assertThat(changed.body().contentLength()).isEqualTo(8);
        assertThat(changed.body().contentType()).isEqualTo(JSON);
        assertThat(changed.headers()).isEqualTo(original.headers());
        assertThat(changed.tag()).isEqualTo("the application's");
    }

    @Test
    void answersAsAServerWould() throws IOException {
        Response response = types.answer(
                original, new Reply(200, Map.of("content-type", List.of("application/json")), bytes("stored")));

        assertThat(response.isSuccessful()).isTrue();
        assertThat(response.request()).isSameAs(original);
        ResponseBody body = Objects.requireNonNull(response.body());
        assertThat(body.contentType()).hasToString("application/json");
        assertThat(body.contentLength()).isEqualTo(6);
        assertThat(body.string()).isEqualTo("stored");
    }

    @Test
    void readsTheHeadOfAResponse() {
        assertThat(types.head(response("text/event-stream", "data")).isEventStream())
                .isTrue();
        assertThat(types.head(response("application/json", "{}")).status()).isEqualTo(200);
    }

    @Test
    void keepsTheLengthOfABodyButNotOfAStreamThatMayLoseAnEvent() {
        assertThat(tapped(response("application/json", "{}")).contentLength()).isEqualTo(2);
        assertThat(tapped(response("text/event-stream", "data")).contentLength())
                .isEqualTo(-1);
    }

    @Test
    void leavesABodyThatIsStillEncodedToTheApplication() {
        Response zipped = response("application/json", "{}")
                .newBuilder()
                .header("Content-Encoding", "gzip")
                .build();

        assertThat(types.tapped(zipped, new Watching())).isSameAs(zipped);
    }

    private ResponseBody tapped(Response response) {
        return Objects.requireNonNull(types.tapped(response, new Watching()).body());
    }

    private Response response(String type, String body) {
        return new Response.Builder()
                .request(original)
                .protocol(Protocol.HTTP_2)
                .code(200)
                .message("")
                .header("Content-Type", type)
                .body(ResponseBody.create(MediaType.parse(type), body))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Watching implements Tap {
        @Override
        public Chunk pass(Chunk chunk) {
            return chunk;
        }

        @Override
        public Chunk end() {
            return Chunk.empty();
        }

        @Override
        public void closed() {}

        @Override
        public void failed(Throwable cause) {}

        @Override
        public void abandoned() {}
    }
}
