// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** An application that makes the sockets of its client itself, and so can look at them afterwards. */
public final class Sockets extends SocketFactory {
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    private Sockets() {}

    /**
     * Sends each letter on a connection of its own and prints whether Nagle's algorithm is off there.
     *
     * @param args names of letters; behind a {@code h2} over HTTP/2, to the address in {@code H2_URL}
     */
    public static void main(String[] args) throws IOException {
        boolean h2 = args[0].equals("h2");
        for (String arg : args) {
            if (!arg.equals("h2")) {
                System.out.println(arg + " " + new Sockets().send(Letter.valueOf(arg), h2));
            }
        }
        System.exit(0);
    }

    @SuppressWarnings("deprecation") // in the order of OkHttp 3
    private String send(Letter letter, boolean h2) throws IOException {
        OkHttpClient.Builder client = new OkHttpClient.Builder().socketFactory(this);
        if (h2) {
            client.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        }
        Request.Builder request = new Request.Builder()
                .url(h2 ? letter.url().replaceFirst("^http://[^/]*", System.getenv("H2_URL")) : letter.url())
                .post(RequestBody.create(MediaType.parse("application/json"), letter.body()));
        letter.headers().forEach(request::header);
        StringJoiner delays = new StringJoiner(",");
        try (Response response = client.build().newCall(request.build()).execute()) {
            for (Socket socket : made) {
                delays.add(response.protocol() + (socket.getTcpNoDelay() ? " at once" : " delayed"));
            }
        }
        return delays.toString();
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        made.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
