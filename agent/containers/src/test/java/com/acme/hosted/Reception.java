// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * A web application that asks a model for each request. It is undeployed without a trace: it closes what it opened, and it
 * sends by a client of the JDK's, since Okio's watchdog holds an application's class loader, with or without an agent.
 */
public class Reception extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient AutoCloseable tracing;
    private transient OpenAIClient openai;

    @Override
    public void init() {
        tracing = getInitParameter("traced") == null ? () -> {} : Spans.tracing();
        openai = overJdk();
    }

    private static OpenAIClient overJdk() {
        return new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(new JdkTransport(System.getenv("OPENAI_BASE_URL")))
                .fromEnv()
                .build());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().println(plain());
        response.getWriter().println(streamed());
        response.getWriter().println(later());
    }

    private String plain() {
        return openai.chat()
                .completions()
                .create(Desk.question())
                .choices()
                .get(0)
                .message()
                .content()
                .orElse("");
    }

    private String streamed() {
        try (var stream = openai.chat().completions().createStreaming(Desk.question())) {
            return stream.stream().count() + " events";
        }
    }

    private String later() {
        CompletableFuture<?> answer = openai.async().chat().completions().create(Desk.question());
        return answer.join() == null ? "nothing" : "later";
    }

    @Override
    public void destroy() {
        openai.close();
        try {
            tracing.close();
        } catch (Exception unlikely) {
            throw new IllegalStateException(unlikely);
        }
    }

    /** An OpenTelemetry of the application's own, apart so that one without it can be deployed too. */
    private static final class Spans {
        static AutoCloseable tracing() {
            return OpenTelemetrySdk.builder().buildAndRegisterGlobal();
        }
    }
}
