// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final String ASK = "{\"model\": \"gpt-4.1\"}";
    private static final Gate OPEN = new Gate() {
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
            return method.equals("POST") && path.startsWith("/v1/");
        }

        @Override
        public boolean hurries(String method, String path) {
            return false;
        }
    };

    @Test
    void readsWhatACallConsistsOf() throws IOException {
        HttpPost post = post("https://API.example:8443/v1/messages/?a=b%20c", json(ASK));
        post.addHeader("x-api-key", "key");
        Call call = Objects.requireNonNull(Requests.call(null, post, OPEN));

        assertThat(call.address()).hasToString("https://api.example:8443");
        assertThat(call.path()).isEqualTo("/v1/messages");
        assertThat(call.query()).isEqualTo("a=b%20c");
        assertThat(call.headers().first("X-API-Key")).isEqualTo("key");
        assertThat(call.headers().names()).containsExactly("x-api-key");
        assertThat(call.body()).asString().isEqualTo(ASK);
    }

    @Test
    void goesToTheHostThatIsNamedBesideTheRequest() throws IOException {
        HttpHost target = new HttpHost("https", "proxy.example", 443);

        assertThat(Objects.requireNonNull(Requests.call(target, post("/v1/messages", json(ASK)), OPEN))
                        .address())
                .hasToString("https://proxy.example:443");
    }

    @Test
    void passesWhatTheGateDoesNotWant() throws IOException {
        assertThat(Requests.call(null, post("https://api.example/orders", json(ASK)), OPEN))
                .isNull();
    }

    @Test
    void passesWhatIsNoJsonAsItStands() throws IOException {
        assertThat(call(new StringEntity(ASK, ContentType.TEXT_PLAIN))).isNull();
        assertThat(call(new StringEntity(ASK, ContentType.APPLICATION_JSON, "gzip", false)))
                .isNull();
        assertThat(call(null)).isNull();
    }

    @Test
    void passesWhatCanBeWrittenOnlyOnceOrIsOfUnknownLength() throws IOException {
        byte[] bytes = ASK.getBytes(StandardCharsets.UTF_8);

        assertThat(call(new InputStreamEntity(
                        new ByteArrayInputStream(bytes), bytes.length, ContentType.APPLICATION_JSON)))
                .isNull();
        assertThat(call(new StringEntity(ASK, ContentType.APPLICATION_JSON, true)))
                .isNotNull();
        assertThat(call(new InputStreamEntity(new ByteArrayInputStream(bytes), ContentType.APPLICATION_JSON)))
                .isNull();
    }

    private static @Nullable Call call(@Nullable HttpEntity body) throws IOException {
        return Requests.call(null, post("https://api.example/v1/messages", body), OPEN);
    }

    private static HttpEntity json(String text) {
        return new StringEntity(text, ContentType.APPLICATION_JSON);
    }

    private static HttpPost post(String url, @Nullable HttpEntity body) {
        HttpPost post = new HttpPost(url);
        post.setEntity(body);
        return post;
    }
}
