// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** One client's connection: its requests answered in turn until either side closes it. */
final class Connection implements Runnable, Closeable {

    private final Socket socket;
    private final Function<Received, Response> site;
    private final InstantSource clock;

    Connection(Socket socket, Function<Received, Response> site, InstantSource clock) {
        this.socket = socket;
        this.site = site;
        this.clock = clock;
    }

    /**
     * What the site does with a request.
     *
     * @param reply the answer; nothing when the connection is to close without one
     * @param pace how fast to send it
     */
    record Response(Optional<Reply> reply, Pace pace) {}

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()), out, clock);
            boolean open = true;
            while (open) {
                Optional<Received> request = reader.next();
                open = request.isPresent() && answer(request.get(), out);
            }
        } catch (IOException gone) {
            // The client has gone, or is no HTTP client: there is nobody to tell.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answer(Received request, OutputStream out) throws IOException, InterruptedException {
        Response response = site.apply(request);
        if (response.reply().isEmpty()) {
            return false;
        }
        Reply reply = response.reply().get();
        new ReplyWriter(out).write(reply, response.pace());
        return reply.ending() == Reply.Ending.WHOLE && staysOpen(request);
    }

    private static boolean staysOpen(Received request) {
        String wish = request.header("Connection").orElse("");
        return request.requestLine().endsWith("HTTP/1.1") && !wish.equalsIgnoreCase("close");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
