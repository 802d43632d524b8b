// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.weaving.Base;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Our nouns in the types of the SDK's HTTP layer and back. */
final class HttpTypes {
    private static final String MODEL = "/model/";

    private HttpTypes() {}

    /** The call that a request makes, or null if it is of no interest to the gate, or has no body that can be read twice. */
    static @Nullable Call call(SdkHttpFullRequest request, Gate gate) throws IOException {
        Base base = base(request);
        String method = request.method().name();
        if (!gate.wants(method, base.path())) {
            return null;
        }
        Optional<ContentStreamProvider> content = request.contentStreamProvider();
        if (content.isEmpty()) {
            return null;
        }
        try (InputStream body = content.get().newStream()) {
            return new Call(
                    method, base.address(), base.path(), "", Headers.of(request.headers()), body.readAllBytes());
        }
    }

    private static Base base(SdkHttpFullRequest request) {
        return Base.of(request.protocol() + "://" + request.host() + ":" + request.port() + request.encodedPath());
    }

    /** A request with the body and the model of a call; it is signed after this. */
    static SdkHttpFullRequest request(SdkHttpFullRequest original, Call call) {
        byte[] body = call.body();
        return original.toBuilder()
                .encodedPath(path(original, call.path()))
                .putHeader("Content-Length", Integer.toString(body.length))
                .contentStreamProvider(() -> new ByteArrayInputStream(body))
                .build();
    }

    /** What stands before the model stays as it is written; the model's colons and slashes are encoded, as the SDK does it. */
    private static String path(SdkHttpFullRequest original, String path) {
        String written = original.encodedPath();
        if (base(original).path().equals(path)) {
            return written;
        }
        int last = path.lastIndexOf('/');
        String model = path.substring(path.indexOf(MODEL) + MODEL.length(), last);
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return written.substring(0, written.indexOf(MODEL) + MODEL.length()) + encoded + path.substring(last);
    }

    /** The response of an answer. */
    static SdkHttpFullResponse response(Reply reply) {
        return SdkHttpFullResponse.builder()
                .statusCode(reply.status())
                .headers(reply.headers())
                .content(AbortableInputStream.create(new ByteArrayInputStream(reply.body()), () -> {}))
                .build();
    }

    /** What is known of a response before its body is read. */
    static Head head(SdkHttpResponse response) {
        return new Head(response.statusCode(), Headers.of(response.headers()));
    }

    /** The response that a failure stands for; what the service said in its body is told by the exception alone. */
    static Optional<Reply> refusal(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof SdkServiceException refused
                ? Optional.of(new Reply(refused.statusCode(), Map.of(), new byte[0]))
                : Optional.empty();
    }
}
