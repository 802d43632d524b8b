// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The listening socket and its connections, each on a daemon thread of its own. */
final class Listener implements Closeable {

    private static final int BACKLOG = 256;

    private final ServerSocket server = new ServerSocket();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(Listener::daemon);
    private final Function<Received, Connection.Response> site;
    private final InstantSource clock;

    private Listener(Function<Received, Connection.Response> site, InstantSource clock) throws IOException {
        this.site = site;
        this.clock = clock;
    }

    static Listener open(String host, int port, Function<Received, Connection.Response> site, InstantSource clock)
            throws IOException {
        Listener listener = new Listener(site, clock);
        listener.server.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        listener.threads.execute(listener::accept);
        return listener;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException("the simulator can accept no more connections", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        Connection connection = new Connection(socket, site, clock);
        connections.add(connection);
        threads.execute(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "parsimony-simulator");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Connection connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
