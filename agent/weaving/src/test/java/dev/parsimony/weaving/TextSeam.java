// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An SDK whose requests and responses are texts; a response begins with its status. */
final class TextSeam implements Seam<String, String> {
    static final Tap TAP = new Tap() {
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
    };

    final List<String> closed = new ArrayList<>();
    String broken = "";

    /** Ends when the application's code has read an answer that it does not wait for. */
    CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

    @Override
    public String request(String original, Call call) {
        return unlessBroken("request", new String(call.body(), StandardCharsets.UTF_8));
    }

    @Override
    public String answer(String original, Reply reply) {
        return unlessBroken("answer", reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8));
    }

    @Override
    public CompletionStage<String> answered(String original, Reply reply) {
        String answer = answer(original, reply);
        return reading.thenApply(read -> answer);
    }

    @Override
    public Head head(String response) {
        return unlessBroken("head", new Head(Integer.parseInt(response.substring(0, 3)), Headers.none()));
    }

    @Override
    public String tapped(String response, Tap tap) {
        return unlessBroken("tapped", response + " tapped");
    }

    /** An exception whose message is a response stands for it. */
    @Override
    public Optional<Reply> refusal(Throwable thrown) {
        String response = String.valueOf(thrown.getMessage());
        return response.matches("\\d{3} .*")
                ? Optional.of(new Reply(
                        Integer.parseInt(unlessBroken("refusal", response).substring(0, 3)),
                        Map.of(),
                        response.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    @Override
    public void close(String response) {
        closed.add(unlessBroken("close", response));
    }

    private <T> T unlessBroken(String method, T result) {
        if (broken.equals(method)) {
            throw new IllegalStateException(method);
        }
        return result;
    }

    static Next send(String body, boolean asWritten) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Next.Send(new Call("POST", Address.unknown(), "/", "", Headers.none(), bytes), asWritten);
    }

    static Next answer(String body) {
        return new Next.Answer(new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    static Next deliver() {
        return new Next.Deliver(TAP);
    }
}
