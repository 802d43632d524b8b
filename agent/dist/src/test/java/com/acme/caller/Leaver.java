// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.anthropic.models.messages.MessageCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Iterator;
import java.util.stream.Stream;

/** An application that asks for streams and does not read them to their end. */
@SuppressWarnings("MustBeClosedChecker") // to be careless with them is what it is for
public final class Leaver {
    private static final String QUESTION = "How long may I return a lamp?";

    private Leaver() {}

    /**
     * Asks for a stream of each SDK and reads two events of it.
     *
     * @param args {@code close} to close them then, {@code abandon} to let go of them
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        try (Clients clients = Clients.fromEnvironment()) {
            if (args[0].equals("close")) {
                try (AutoCloseable ignored = openai(clients)) {
                    System.out.println("closing");
                } catch (Exception unlikely) {
                    throw new IllegalStateException(unlikely);
                }
                try (AutoCloseable ignored = anthropic(clients)) {
                    System.out.println("closing");
                } catch (Exception unlikely) {
                    throw new IllegalStateException(unlikely);
                }
            } else {
                openai(clients);
                anthropic(clients);
                collect();
            }
        }
    }

    private static void collect() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(100);
        }
    }

    private static AutoCloseable openai(Clients clients) {
        var stream = clients.openai()
                .chat()
                .completions()
                .createStreaming(ChatCompletionCreateParams.builder()
                        .model("gpt-4.1")
                        .addUserMessage(QUESTION)
                        .build());
        readTwo(stream.stream());
        return stream;
    }

    private static AutoCloseable anthropic(Clients clients) {
        var stream = clients.anthropic()
                .messages()
                .createStreaming(MessageCreateParams.builder()
                        .model("claude-sonnet-4-5")
                        .maxTokens(1024)
                        .addUserMessage(QUESTION)
                        .build());
        readTwo(stream.stream());
        return stream;
    }

    private static void readTwo(Stream<?> events) {
        Iterator<?> each = events.iterator();
        each.next();
        each.next();
    }
}
