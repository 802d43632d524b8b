// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApacheTypesTest {
    private final List<String> told = new ArrayList<>();
    private final HttpPost original = new HttpPost("https://api.example/v1/messages");
    private ApacheTypes types;

    private final Tap tap = new Tap() {
        @Override
        public Chunk pass(Chunk chunk) {
            told.add(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
            return chunk;
        }

        @Override
        public Chunk end() {
            told.add("end");
            return Chunk.empty();
        }

        @Override
        public void closed() {
            told.add("closed");
        }

        @Override
        public void failed(Throwable cause) {
            told.add("failed");
        }

        @Override
        public void abandoned() {
            told.add("abandoned");
        }
    };

    @BeforeEach
    void find() throws ReflectiveOperationException {
        types = new ApacheTypes(Hidden.find(), new Edges(Log.silent()));
        original.setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON));
    }

    @Test
    void changesNothingOfARequestButItsBody() throws Exception {
        original.addHeader("x-api-key", "key");
        original.setConfig(RequestConfig.custom().build());
        ClassicHttpRequest changed = types.request(original, call("{\"a\": 1}"));

        assertThat(EntityUtils.toString(changed.getEntity())).isEqualTo("{\"a\": 1}");
        assertThat(changed.getEntity().getContentType())
                .isEqualTo(original.getEntity().getContentType());
        assertThat(changed.getUri()).isEqualTo(original.getUri());
        assertThat(changed.getFirstHeader("x-api-key").getValue()).isEqualTo("key");
        assertThat(((OtherRequest) changed).getConfig()).isSameAs(original.getConfig());
        assertThat(EntityUtils.toString(original.getEntity())).isEqualTo("{}");
    }

    @Test
    void isAbortedWithTheApplicationsRequest() {
        OtherRequest changed = (OtherRequest) types.request(original, call("[]"));
        List<String> cancelled = new ArrayList<>();
        changed.setDependency(() -> cancelled.add("cancelled"));
        original.abort();

        assertThat(cancelled).containsExactly("cancelled");
        assertThat(changed.isCancelled()).isTrue();
    }

    @Test
    void answersAsAServerWould() throws Throwable {
        ClassicHttpResponse response = types.answer(
                original, new Reply(200, Map.of("content-type", List.of("application/json")), bytes("stored")));

        assertThat(response.getCode()).isEqualTo(200);
        assertThat(response.getFirstHeader("Content-Type").getValue()).isEqualTo("application/json");
        assertThat(EntityUtils.toString(response.getEntity())).isEqualTo("stored");
    }

    @Test
    void showsTheTapABodyThatIsRead() throws Exception {
        assertThat(EntityUtils.toString(tapped("application/json").getEntity())).isEqualTo("body");
        assertThat(told).containsExactly("body", "end");
    }

    @Test
    void tellsTheTapOfABodyThatIsClosedUnread() throws Exception {
        tapped("application/json").close();

        assertThat(told).containsExactly("closed");
    }

    @Test
    void keepsTheLengthOfABodyButNotOfAStreamThatMayLoseAnEvent() throws Exception {
        assertThat(tapped("application/json").getEntity().getContentLength()).isEqualTo(4);
        assertThat(tapped("text/event-stream").getEntity().getContentLength()).isEqualTo(-1);
    }

    private ClassicHttpResponse tapped(String type) throws IOException {
        ClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setHeader("Content-Type", type);
        response.setEntity(new StringEntity("body", ContentType.parse(type)));
        return types.tapped(response, tap);
    }

    private static Call call(String body) {
        return new Call("POST", Address.unknown(), "/v1/messages", "", Headers.none(), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
