// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dev.parsimony.instrumentation.azure.AzureOpenAi;
import dev.parsimony.testkit.Script;
import dev.parsimony.weaving.Advised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PipelineSeamTest {
    private static final String URL =
            "https://corp.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-10-21";
    private static final String PATH = "/openai/deployments/mini/chat/completions";

    private final Script script = new Script(new AzureOpenAi(), "/openai/");
    private final PipelineSeam seam = new PipelineSeam(script.joint());
    private final List<String> sent = new ArrayList<>();
    private boolean broken;
    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .policies((call, next) -> {
                call.getHttpRequest()
                        .setHeader(HttpHeaderName.fromString("api-key"), "key"); // as the SDK's own policy does
                return next.process();
            })
            .httpClient(new Provider())
            .build();

    private final class Provider implements HttpClient {
        @Override
        public Mono<HttpResponse> send(HttpRequest request) {
            String body = request.getBodyAsBinaryData().toString();
            sent.add(request.getUrl().getPath() + " " + body);
            if (broken) {
                return Mono.error(new UncheckedIOException(new IOException("reset")));
            }
            HttpHeaders headers = new HttpHeaders().add(HttpHeaderName.CONTENT_TYPE, "application/json");
            Flux<ByteBuffer> answer = Flux.just(ByteBuffer.wrap("word".getBytes(StandardCharsets.UTF_8)));
            return Mono.just(new Response(request, body.contains("refuse") ? 400 : 200, headers, answer, () -> {}));
        }
    }

    private static HttpRequest request(String body) {
        return new HttpRequest(HttpMethod.POST, URL)
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                .setBody(BinaryData.fromString(body));
    }

    /** As the advice has it. */
    private @Nullable HttpResponse sendSync(HttpRequest request) throws Throwable {
        @Nullable Object[] entered = seam.sendSync(pipeline, request, Context.NONE);
        if (entered == null) {
            return pipeline.sendSync(request, Context.NONE);
        }
        if (entered[Advised.ANSWER] instanceof HttpResponse answer) {
            return answer;
        }
        HttpResponse returned = null;
        Throwable thrown = null;
        try {
            returned = pipeline.sendSync((HttpRequest) entered[Advised.REQUEST], Context.NONE);
        } catch (RuntimeException cause) {
            thrown = cause;
        }
        @Nullable Object[] left = Objects.requireNonNull(seam.sentSync(entered, returned, thrown));
        if (left[Advised.THROWN] instanceof Throwable cause) {
            throw cause;
        }
        return (HttpResponse) left[Advised.RETURNED];
    }

    private static String text(@Nullable HttpResponse response) {
        return Objects.requireNonNull(response).getBodyAsBinaryData().toString();
    }

    @Test
    void sendsWhatTheApplicationWroteAndShowsTheAnswerToTheTap() throws Throwable {
        script.thenAsWritten();

        assertThat(text(sendSync(request("{}")))).isEqualTo("word!");
        assertThat(sent).containsExactly(PATH + " {}");
        assertThat(script.seen())
                .containsExactly(
                        "call " + PATH + "?api-version=2024-10-21 {}",
                        "arrived 200 application/json",
                        "passed word",
                        "end");
    }

    @Test
    void sendsToAnotherDeploymentAndAgainAsWrittenWhatIsRefused() throws Throwable {
        script.thenSend("refuse", "/openai/deployments/nano/chat/completions").thenAsWritten();

        assertThat(text(sendSync(request("{}")))).isEqualTo("word!");
        assertThat(sent).containsExactly("/openai/deployments/nano/chat/completions refuse", PATH + " {}");
    }

    @Test
    void answersWithoutTheProvider() throws Throwable {
        script.thenAnswer("application/json", "held");
        HttpResponse response = Objects.requireNonNull(sendSync(request("{}")));

        assertThat(response.getBodyAsString().block()).isEqualTo("held");
        assertThat(response.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(sent).isEmpty();
    }

    @Test
    void failsAsTheProviderFails() {
        broken = true;
        script.thenAsWritten();

        assertThatThrownBy(() -> sendSync(request("{}"))).isInstanceOf(UncheckedIOException.class);
        assertThat(script.seen()).last().asString().startsWith("failed ");
    }

    @Test
    @SuppressWarnings("unchecked")
    void sendsNothingBeforeSomebodySubscribesAndThenEachTime() {
        script.thenSend("refuse", PATH).thenAsWritten();
        Mono<HttpResponse> answer =
                (Mono<HttpResponse>) Objects.requireNonNull(seam.send(pipeline, request("{}"), Context.NONE))[0];

        assertThat(sent).isEmpty();
        assertThat(text(answer.block())).isEqualTo("word!");
        assertThat(sent).containsExactly(PATH + " refuse", PATH + " {}");
    }

    @Test
    void letsRequestsBeThatAreNoCallsOrCannotBeReadTwice() {
        HttpRequest get = new HttpRequest(HttpMethod.GET, URL);
        HttpRequest once = request("{}").setBody(Flux.just(ByteBuffer.allocate(1)));

        assertThat(seam.sendSync(pipeline, get, Context.NONE)).isNull();
        assertThat(seam.send(pipeline, once, Context.NONE)).isNull();
    }
}
