// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json; charset=utf-8"));
    private static final String ASK = "{\"model\": \"gpt-4.1\"}";

    @Test
    void readsWhatACallConsistsOf() throws IOException {
        Call call = Objects.requireNonNull(Requests.call(request(RequestBody.create(JSON, ASK))
                .newBuilder()
                .url("https://API.example:8443/v1/chat/completions/?a=b%20c")
                .header("Authorization", "Bearer key")
                .build()));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.address()).hasToString("https://api.example:8443");
        assertThat(call.path()).isEqualTo("/v1/chat/completions");
        assertThat(call.query()).isEqualTo("a=b%20c");
        assertThat(call.headers().first("authorization")).isEqualTo("Bearer key");
        assertThat(call.body()).asString().isEqualTo(ASK);
    }

    @Test
    void namesNoPortThatGoesWithoutSaying() throws IOException {
        Call call = Objects.requireNonNull(Requests.call(request(RequestBody.create(JSON, ASK))));

        assertThat(call.address()).hasToString("https://api.example");
    }

    @Test
    void takesTheTypeOfTheHeaderWhereTheBodyHasNone() throws IOException {
        Request request = request(RequestBody.create(null, ASK.getBytes(StandardCharsets.UTF_8)));

        assertThat(Requests.call(request)).isNull();
        assertThat(Requests.call(request.newBuilder()
                        .header("Content-Type", "application/json")
                        .build()))
                .isNotNull();
    }

    @Test
    void passesWhatIsNoJsonAsItStands() throws IOException {
        RequestBody form = RequestBody.create(MediaType.parse("multipart/form-data"), ASK);
        Request zipped = request(RequestBody.create(JSON, ASK))
                .newBuilder()
                .header("Content-Encoding", "gzip")
                .build();

        assertThat(Requests.call(request(form))).isNull();
        assertThat(Requests.call(zipped)).isNull();
    }

    @Test
    void passesWhatCanBeWrittenOnlyOnceWithoutWritingIt() throws IOException {
        assertThat(Requests.call(request(new Untouchable((long) ASK.length(), true))))
                .isNull();
    }

    @Test
    void passesWhatIsOfUnknownLengthOrTooLongOrNothing() throws IOException {
        assertThat(Requests.call(request(new Untouchable(-1, false)))).isNull();
        assertThat(Requests.call(request(new Untouchable((32L << 20) + 1, false))))
                .isNull();
        assertThat(Requests.call(request(RequestBody.create(JSON, "")))).isNull();
    }

    @Test
    void passesABodyThatIsShorterThanItSays() throws IOException {
        RequestBody lying = new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return ASK.length() + 1L;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(ASK);
            }
        };

        assertThat(Requests.call(request(lying))).isNull();
    }

    private static Request request(RequestBody body) {
        return new Request.Builder()
                .url("https://api.example/v1/chat/completions")
                .post(body)
                .build();
    }

    /** A body that must not be written. */
    private static final class Untouchable extends RequestBody {
        private final long length;
        private final boolean once;

        Untouchable(long length, boolean once) {
            this.length = length;
            this.once = once;
        }

        @Override
        public @Nullable MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean isOneShot() {
            return once;
        }

        @Override
        public void writeTo(BufferedSink sink) {
            throw new AssertionError("written");
        }
    }
}
