// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    private static final String BODY = "{\"model\": \"m\", \"text\": \"Grüße\"}";

    /** Wants chats alone. */
    private final Gate gate = new Gate() {
        @Override
        public Caller caller() {
            return Caller.unknown();
        }

        @Override
        public Passage open(Call call, Client client, @Nullable Caller caller) {
            return Passage.past(call);
        }

        @Override
        public boolean wants(String method, String path) {
            return method.equals("POST") && path.endsWith("/chat");
        }
    };

    @Test
    void areCallsOfWhatTheySay() {
        Call call = Objects.requireNonNull(call(posting(BodyPublishers.ofString(BODY))));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.address()).isEqualTo(new Address("https", "models.example", 8443));
        assertThat(call.path()).isEqualTo("/v1/chat");
        assertThat(call.query()).isEqualTo("a=%20b");
        assertThat(call.headers().first("X-Desk")).isEqualTo("returns");
        assertThat(call.headers().names()).contains("X-Desk");
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
    }

    @Test
    void areCallsWhereTheirBodyIsInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("body.json"), BODY);

        assertThat(call(posting(BodyPublishers.ofFile(file)))).isNotNull();
    }

    @Test
    void areNoneOfOursWhereTheBodyMayBeReadButOnce() {
        SubmissionPublisher<ByteBuffer> source = new SubmissionPublisher<>();
        byte[] bytes = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(call(posting(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))))
                .isNull();
        assertThat(call(posting(BodyPublishers.fromPublisher(source, bytes.length))))
                .isNull();
        assertThat(call(posting(BodyPublishers.ofByteArrays(List.of(bytes))))).isNull();
        assertThat(source.getNumberOfSubscribers()).isZero();
    }

    @Test
    void areNoneOfOursWithoutABodyOrWithoutJson() {
        assertThat(call(posting(BodyPublishers.noBody()))).isNull();
        assertThat(call(posting(BodyPublishers.ofString("")))).isNull();
        assertThat(call(request(BodyPublishers.ofString(BODY))
                        .header("Content-Type", "text/plain")
                        .build()))
                .isNull();
        assertThat(call(request(BodyPublishers.ofString(BODY)).build())).isNull();
        assertThat(call(request(BodyPublishers.ofString(BODY))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .build()))
                .isNull();
    }

    @Test
    void areNoneOfOursWhereTheGateDoesNotWantThem() {
        HttpRequest posting = posting(BodyPublishers.ofString(BODY));

        assertThat(call(HttpRequest.newBuilder(posting, (name, value) -> true)
                        .uri(URI.create("https://models.example/v1/orders"))
                        .build()))
                .isNull();
        assertThat(call(HttpRequest.newBuilder(posting, (name, value) -> true)
                        .method("PUT", BodyPublishers.ofString(BODY))
                        .build()))
                .isNull();
    }

    private @Nullable Call call(HttpRequest request) {
        return Requests.call(request, gate);
    }

    private static HttpRequest posting(BodyPublisher body) {
        return request(body)
                .header("Content-Type", "application/json; charset=utf-8")
                .build();
    }

    private static HttpRequest.Builder request(BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("https://Models.example:8443/v1/chat/?a=%20b"))
                .header("X-Desk", "returns")
                .POST(body);
    }
}
