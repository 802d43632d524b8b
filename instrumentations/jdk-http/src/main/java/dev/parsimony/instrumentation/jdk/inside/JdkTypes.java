// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Fixed;
import dev.parsimony.weaving.Seam;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Our nouns in the client's types and back. */
final class JdkTypes implements Seam<Posting<?>, HttpResponse<?>> {
    private static final String LENGTH = "content-length";

    @Override
    public Posting<?> request(Posting<?> original, Call call) {
        HttpRequest written = original.request();
        Fixed.checkSeals(Requests.look(written.headers()));
        return original.with(HttpRequest.newBuilder(written, (name, value) -> !name.equalsIgnoreCase(LENGTH))
                .uri(uri(written.uri(), call.path()))
                .method(written.method(), BodyPublishers.ofByteArray(call.body()))
                .build());
    }

    /** The very same address but for its path; what is there stays as it is encoded. */
    private static URI uri(URI written, String path) {
        if (Requests.path(written).equals(path)) {
            return written;
        }
        String query = written.getRawQuery();
        return URI.create(
                written.getScheme() + "://" + written.getRawAuthority() + path + (query == null ? "" : "?" + query));
    }

    /** Waits for the application's handler, as a call that waits for the transport would. */
    @Override
    public HttpResponse<?> answer(Posting<?> original, Reply reply) throws Throwable {
        try {
            return Replay.of(original, reply).toCompletableFuture().get();
        } catch (ExecutionException wrapped) {
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt(); // the client, which is asked next, notices that in its own way
            throw wanted;
        }
    }

    @Override
    public CompletionStage<HttpResponse<?>> answered(Posting<?> original, Reply reply) {
        return Replay.of(original, reply).thenApply(response -> response);
    }

    @Override
    public Head head(HttpResponse<?> response) {
        return new Head(response.statusCode(), Requests.look(response.headers()));
    }

    /** The body went its way before the response was there; see {@link Reception}. */
    @Override
    public HttpResponse<?> tapped(HttpResponse<?> response, Tap tap) {
        tap.closed();
        return response;
    }

    @Override
    public void close(HttpResponse<?> response) throws Exception {
        if (response.body() instanceof AutoCloseable open) {
            open.close();
        }
    }
}
