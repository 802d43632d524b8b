// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.openai.client.OpenAIClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Every way in which the two SDKs call a model; each yields, as text, all that the application gets to see. */
public enum Kind {
    OPENAI_CHAT {
        @Override
        public String call(Clients clients) {
            return clients.openai().chat().completions().create(chat()).toString();
        }
    },
    OPENAI_CHAT_ASYNC {
        @Override
        public String call(Clients clients) {
            return clients.openai()
                    .async()
                    .chat()
                    .completions()
                    .create(chat())
                    .join()
                    .toString();
        }
    },
    OPENAI_CHAT_STREAM {
        @Override
        public String call(Clients clients) {
            try (StreamResponse<ChatCompletionChunk> stream =
                    clients.openai().chat().completions().createStreaming(chat())) {
                return joined(stream.stream().toList());
            }
        }
    },
    OPENAI_CHAT_ASYNC_STREAM {
        @Override
        public String call(Clients clients) {
            AsyncStreamResponse<ChatCompletionChunk> stream =
                    clients.openai().async().chat().completions().createStreaming(chat());
            return gathered(each -> stream.subscribe(each::accept), stream.onCompleteFuture());
        }
    },
    OPENAI_CHAT_RAW {
        @Override
        public String call(Clients clients) {
            try (HttpResponseFor<ChatCompletion> raw =
                    clients.openai().chat().completions().withRawResponse().create(chat())) {
                return raw.statusCode() + " " + raw.parse();
            }
        }
    },
    OPENAI_CHAT_STREAM_RAW {
        @Override
        public String call(Clients clients) {
            try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> raw = clients.openai()
                            .chat()
                            .completions()
                            .withRawResponse()
                            .createStreaming(chat());
                    StreamResponse<ChatCompletionChunk> stream = raw.parse()) {
                return raw.statusCode() + " " + joined(stream.stream().toList());
            }
        }
    },
    OPENAI_CHAT_OTHER_CLIENT {
        @Override
        public String call(Clients clients) {
            return OtherOpenAi.CLIENT.chat().completions().create(chat()).toString();
        }
    },
    OPENAI_RESPONSE {
        @Override
        public String call(Clients clients) {
            return clients.openai().responses().create(response()).toString();
        }
    },
    OPENAI_RESPONSE_ASYNC {
        @Override
        public String call(Clients clients) {
            return clients.openai()
                    .async()
                    .responses()
                    .create(response())
                    .join()
                    .toString();
        }
    },
    OPENAI_RESPONSE_RAW {
        @Override
        public String call(Clients clients) {
            try (HttpResponseFor<Response> raw =
                    clients.openai().responses().withRawResponse().create(response())) {
                return raw.statusCode() + " " + raw.parse();
            }
        }
    },
    OPENAI_RESPONSE_ASYNC_STREAM {
        @Override
        public String call(Clients clients) {
            AsyncStreamResponse<ResponseStreamEvent> stream =
                    clients.openai().async().responses().createStreaming(response());
            return gathered(each -> stream.subscribe(each::accept), stream.onCompleteFuture());
        }
    },
    OPENAI_RESPONSE_STREAM {
        @Override
        public String call(Clients clients) {
            try (StreamResponse<ResponseStreamEvent> stream =
                    clients.openai().responses().createStreaming(response())) {
                return joined(stream.stream().toList());
            }
        }
    },
    OPENAI_EMBEDDING {
        @Override
        public String call(Clients clients) {
            return clients.openai().embeddings().create(embedding()).toString();
        }
    },
    OPENAI_EMBEDDING_ASYNC {
        @Override
        public String call(Clients clients) {
            return clients.openai()
                    .async()
                    .embeddings()
                    .create(embedding())
                    .join()
                    .toString();
        }
    },
    OPENAI_EMBEDDING_RAW {
        @Override
        public String call(Clients clients) {
            try (HttpResponseFor<CreateEmbeddingResponse> raw =
                    clients.openai().embeddings().withRawResponse().create(embedding())) {
                return raw.statusCode() + " " + raw.parse();
            }
        }
    },
    ANTHROPIC_MESSAGE {
        @Override
        public String call(Clients clients) {
            return clients.anthropic().messages().create(message()).toString();
        }
    },
    ANTHROPIC_MESSAGE_ASYNC {
        @Override
        public String call(Clients clients) {
            return clients.anthropic()
                    .async()
                    .messages()
                    .create(message())
                    .join()
                    .toString();
        }
    },
    ANTHROPIC_MESSAGE_STREAM {
        @Override
        public String call(Clients clients) {
            try (com.anthropic.core.http.StreamResponse<RawMessageStreamEvent> stream =
                    clients.anthropic().messages().createStreaming(message())) {
                return joined(stream.stream().toList());
            }
        }
    },
    ANTHROPIC_MESSAGE_ASYNC_STREAM {
        @Override
        public String call(Clients clients) {
            com.anthropic.core.http.AsyncStreamResponse<RawMessageStreamEvent> stream =
                    clients.anthropic().async().messages().createStreaming(message());
            return gathered(each -> stream.subscribe(each::accept), stream.onCompleteFuture());
        }
    },
    ANTHROPIC_MESSAGE_STREAM_RAW {
        @Override
        public String call(Clients clients) {
            try (com.anthropic.core.http.HttpResponseFor<com.anthropic.core.http.StreamResponse<RawMessageStreamEvent>>
                            raw = clients.anthropic()
                                    .messages()
                                    .withRawResponse()
                                    .createStreaming(message());
                    com.anthropic.core.http.StreamResponse<RawMessageStreamEvent> stream = raw.parse()) {
                return raw.statusCode() + " " + joined(stream.stream().toList());
            }
        }
    },
    ANTHROPIC_MESSAGE_OTHER_CLIENT {
        @Override
        public String call(Clients clients) {
            return OtherAnthropic.CLIENT.messages().create(message()).toString();
        }
    },
    ANTHROPIC_MESSAGE_RAW {
        @Override
        public String call(Clients clients) {
            try (com.anthropic.core.http.HttpResponseFor<Message> raw =
                    clients.anthropic().messages().withRawResponse().create(message())) {
                return raw.statusCode() + " " + raw.parse();
            }
        }
    };

    /** A client built in another way, once. */
    private static final class OtherOpenAi {
        static final OpenAIClient CLIENT =
                Clients.openaiBuilder().putHeader("X-Desk", "returns").build();
    }

    /** A client built in another way, once. */
    private static final class OtherAnthropic {
        static final AnthropicClient CLIENT =
                Clients.anthropicBuilder().putHeader("X-Desk", "returns").build();
    }

    private static final String QUESTION = "How long may I return a lamp?";

    /**
     * Makes the call.
     *
     * @param clients what it is made with
     * @return all that the application sees of the answer
     */
    public abstract String call(Clients clients);

    private static ChatCompletionCreateParams chat() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4.1")
                .addSystemMessage(System.getProperty("acme.handbook", "Answer in one sentence."))
                .addUserMessage(QUESTION)
                .build();
    }

    private static ResponseCreateParams response() {
        return ResponseCreateParams.builder()
                .model("gpt-4.1")
                .store(false)
                .input(QUESTION)
                .build();
    }

    private static EmbeddingCreateParams embedding() {
        return EmbeddingCreateParams.builder()
                .model("text-embedding-3-small")
                .input("a lamp that flickers")
                .build();
    }

    private static MessageCreateParams message() {
        return MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(1024)
                .system("Answer in one sentence. " + "Our lamps are returned like all else. ".repeat(200))
                .addUserMessage(QUESTION)
                .build();
    }

    private static String joined(List<?> events) {
        StringJoiner joined = new StringJoiner("\n");
        events.forEach(event -> joined.add(event.toString()));
        return joined.toString();
    }

    private static <E> String gathered(Consumer<Consumer<E>> subscribe, CompletableFuture<?> end) {
        List<String> events = new CopyOnWriteArrayList<>();
        subscribe.accept(event -> events.add(event.toString()));
        end.join();
        return String.join("\n", events);
    }
}
