// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import java.io.IOException;
import java.util.Iterator;

/** An application that ends while one call waits for its answer and another one's stream is being read. */
public final class Departure {
    private Departure() {}

    /**
     * Has one answer, begins two more calls, and ends.
     *
     * @param args {@code exit} to end by itself, {@code term} to be told to by a signal
     */
    @SuppressWarnings("MustBeClosedChecker") // it ends in the midst of it
    public static void main(String[] args) throws IOException, InterruptedException {
        Desk desk = Desk.open();
        System.out.println(desk.message());
        new Thread(desk::chat, "waiting").start();
        StreamResponse<ChatCompletionChunk> stream = desk.openAStream();
        Iterator<ChatCompletionChunk> events = stream.stream().iterator();
        System.out.println(events.next().model());
        if (args[0].equals("exit")) {
            System.exit(7);
        }
        new ProcessBuilder(
                        "kill", "-TERM", Long.toString(ProcessHandle.current().pid()))
                .start();
        events.forEachRemaining(event -> {});
    }
}
