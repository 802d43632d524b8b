// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.IOException;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

/** Letters over OkHttp. */
public enum OkHttpPost implements Post.Courier {
    EXECUTED {
        @Override
        public String carry(Letter letter) throws IOException {
            try (Response response = CLIENT.newCall(request(letter)).execute()) {
                return told(response);
            }
        }
    },
    ENQUEUED {
        @Override
        public String carry(Letter letter) throws IOException {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread caller = Thread.currentThread();
            CLIENT.newCall(request(letter)).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException thrown) {
                    answer.completeExceptionally(thrown);
                }

                @Override
                public void onResponse(Call call, Response response) throws IOException {
                    try (response) {
                        String where = Thread.currentThread() == caller ? "here " : "elsewhere ";
                        answer.complete(where + told(response));
                    }
                }
            });
            return joined(answer);
        }
    },
    /** A key put on by an interceptor, a line at a time, and one call object used twice. */
    INTERCEPTED {
        @Override
        public String carry(Letter letter) throws IOException {
            OkHttpClient client = CLIENT.newBuilder()
                    .addInterceptor(chain -> chain.proceed(chain.request()))
                    .addInterceptor(chain -> chain.proceed(keyed(chain.request(), letter)))
                    .build();
            Call call = client.newCall(unkeyed(letter));
            StringJoiner lines = new StringJoiner(" / ");
            try (Response response = call.execute()) {
                while (!response.body().source().exhausted()) {
                    lines.add(response.body().source().readUtf8Line());
                }
            }
            return lines + " " + call.isExecuted() + " " + again(call);
        }
    },
    LISTENED {
        @Override
        public boolean carries(Letter letter) {
            return letter.isStreamed();
        }

        @Override
        public String carry(Letter letter) throws IOException {
            StringJoiner heard = new StringJoiner(" / ");
            CompletableFuture<String> end = new CompletableFuture<>();
            EventSources.createFactory(CLIENT).newEventSource(request(letter), new EventSourceListener() {
                @Override
                public void onOpen(EventSource source, Response response) {
                    heard.add("open " + response.code());
                }

                @Override
                public void onEvent(EventSource source, String id, String type, String data) {
                    heard.add(type + " " + data);
                }

                @Override
                public void onClosed(EventSource source) {
                    end.complete(heard.toString());
                }

                @Override
                public void onFailure(EventSource source, Throwable thrown, Response response) {
                    end.complete(heard + " failed " + thrown + (response == null ? "" : " " + response.code()));
                }
            });
            return joined(end);
        }
    };

    private static final OkHttpClient CLIENT = new OkHttpClient();
    private static final MediaType JSON = MediaType.parse("application/json");

    /** Sends every letter in every way. */
    public static void main(String[] args) {
        Post.carryAll(Stream.of(args).map(OkHttpPost::valueOf).toList());
    }

    private static Request request(Letter letter) {
        return keyed(unkeyed(letter), letter);
    }

    @SuppressWarnings("deprecation") // in the order of OkHttp 3
    private static Request unkeyed(Letter letter) {
        return new Request.Builder()
                .url(letter.url())
                .post(RequestBody.create(JSON, letter.body()))
                .build();
    }

    private static Request keyed(Request request, Letter letter) {
        Request.Builder keyed = request.newBuilder();
        letter.headers().forEach(keyed::header);
        return keyed.build();
    }

    private static String told(Response response) throws IOException {
        return response.code() + " " + response.message() + " "
                + response.body().contentType() + " " + response.body().string();
    }

    private static String again(Call call) throws IOException {
        try (Response response = call.execute()) {
            return "again " + response.code();
        } catch (IllegalStateException thrown) {
            return thrown.getMessage();
        }
    }

    private static String joined(CompletableFuture<String> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException wrapped) {
            throw new IOException(wrapped.getCause());
        }
    }
}
