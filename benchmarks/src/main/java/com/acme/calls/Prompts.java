// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** An application that sends prompts of several lengths over OkHttp, each time on the connection that is open already. */
public final class Prompts {
    private static final int KB = 1024;
    private static final int TIMES = 31;
    /** Between two calls, as an application has something else to do; what was sent is acknowledged by then. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final OkHttpClient client;
    private final String url;

    private Prompts(OkHttpClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /**
     * Sends them, and prints the median of each length in microseconds.
     *
     * @param arguments the URL, then lengths in KB
     */
    public static void main(String[] arguments) throws IOException {
        Prompts prompts = new Prompts(client(), arguments[0]);
        for (String length : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(length + " " + prompts.median(Integer.parseInt(length) * KB));
        }
        System.exit(0);
    }

    /** Takes any certificate of this machine: the server makes its own. */
    private static OkHttpClient client() {
        HandshakeCertificates trusting =
                new HandshakeCertificates.Builder().addInsecureHost("localhost").build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .build();
    }

    private long median(int length) throws IOException {
        RequestBody body = RequestBody.create(
                "{\"model\": \"gpt-4.1\", \"messages\": [{\"role\": \"user\", \"content\": \""
                        + "word ".repeat(length / 5) + "\"}]}",
                MediaType.get("application/json"));
        Request request = new Request.Builder().url(url).post(body).build();
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            LockSupport.parkNanos(PAUSE);
            nanos[i] = send(request);
        }
        Arrays.sort(nanos);
        return TimeUnit.NANOSECONDS.toMicros(nanos[TIMES / 2]);
    }

    private long send(Request request) throws IOException {
        long began = System.nanoTime();
        try (Response response = client.newCall(request).execute()) {
            Objects.requireNonNull(response.body()).bytes();
        }
        return System.nanoTime() - began;
    }
}
