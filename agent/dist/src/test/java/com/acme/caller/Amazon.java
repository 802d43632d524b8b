// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.net.URI;
import java.util.StringJoiner;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/** An application on Amazon Bedrock: each value makes one call and says all that it sees of the answer. */
public enum Amazon {
    CONVERSE {
        @Override
        String call() {
            return Clients.SYNC.converse(converse()).toString();
        }
    },
    CONVERSE_ASYNC {
        @Override
        String call() {
            return Clients.ASYNC.converse(converse()).join().toString();
        }
    },
    CONVERSE_STREAM {
        @Override
        String call() {
            StringJoiner heard = new StringJoiner("|");
            ConverseStreamRequest request = ConverseStreamRequest.builder()
                    .modelId(CLAUDE)
                    .system(system())
                    .messages(message())
                    .inferenceConfig(config -> config.maxTokens(500))
                    .build();
            Clients.ASYNC
                    .converseStream(
                            request,
                            ConverseStreamResponseHandler.builder()
                                    .onResponse(response -> heard.add("begun"))
                                    .subscriber((ConverseStreamOutput event) -> heard.add(event.toString()))
                                    .onError(thrown -> heard.add("failed"))
                                    .onComplete(() -> heard.add("complete"))
                                    .build())
                    .join();
            return heard.toString();
        }
    },
    INVOKE {
        @Override
        String call() {
            return Clients.SYNC.invokeModel(invoke()).body().asUtf8String();
        }
    },
    INVOKE_ASYNC {
        @Override
        String call() {
            return Clients.ASYNC.invokeModel(invoke()).join().body().asUtf8String();
        }
    },
    INVOKE_STREAM {
        @Override
        String call() {
            return streamed(CLAUDE, MESSAGES);
        }
    },
    INVOKE_LLAMA {
        @Override
        String call() {
            return Clients.SYNC
                    .invokeModel(request -> request.modelId(LLAMA).body(SdkBytes.fromUtf8String(PROMPT)))
                    .body()
                    .asUtf8String();
        }
    },
    INVOKE_LLAMA_STREAM {
        @Override
        String call() {
            return streamed(LLAMA, PROMPT);
        }
    },
    INVOKE_MISTRAL_STREAM {
        @Override
        String call() {
            return streamed("mistral.mistral-large-2407-v1:0", CHAT);
        }
    },
    VECTOR {
        @Override
        String call() {
            return Clients.SYNC
                    .invokeModel(request -> request.modelId("amazon.titan-embed-text-v2:0")
                            .body(SdkBytes.fromUtf8String("{\"inputText\":\"a lamp that flickers\"}")))
                    .body()
                    .asUtf8String();
        }
    };

    private static final String CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String LLAMA = "us.meta.llama3-3-70b-instruct-v1:0";
    private static final String QUESTION = "How long may I return a lamp?";
    private static final String MESSAGES = """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":500,
             "messages":[{"role":"user","content":"%s"}]}""".formatted(QUESTION);
    private static final String PROMPT = "{\"prompt\":\"" + QUESTION + "\",\"max_gen_len\":500}";
    private static final String CHAT =
            "{\"max_tokens\":500,\"messages\":[{\"role\":\"user\",\"content\":\"" + QUESTION + "\"}]}";

    /** Makes the call; all that the application sees of the answer. */
    abstract String call();

    /**
     * Makes calls, one after the other.
     *
     * @param args names of values
     */
    public static void main(String[] args) {
        Stream.of(args).map(Amazon::valueOf).forEach(each -> System.out.println(each + ": " + each.outcome()));
        System.exit(0);
    }

    private String outcome() {
        try {
            return call();
        } catch (RuntimeException | LinkageError thrown) {
            Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            return "threw " + thrown.getClass() + " " + cause;
        }
    }

    private static String streamed(String model, String body) {
        StringJoiner heard = new StringJoiner("|");
        InvokeModelWithResponseStreamRequest request = InvokeModelWithResponseStreamRequest.builder()
                .modelId(model)
                .body(SdkBytes.fromUtf8String(body))
                .build();
        Clients.ASYNC
                .invokeModelWithResponseStream(
                        request,
                        InvokeModelWithResponseStreamResponseHandler.builder()
                                .subscriber(InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                                        .onChunk(
                                                chunk -> heard.add(chunk.bytes().asUtf8String()))
                                        .build())
                                .onComplete(() -> heard.add("complete"))
                                .build())
                .join();
        return heard.toString();
    }

    private static ConverseRequest converse() {
        return ConverseRequest.builder()
                .modelId(CLAUDE)
                .system(system())
                .messages(message())
                .inferenceConfig(config -> config.maxTokens(500))
                .build();
    }

    private static SystemContentBlock system() {
        return SystemContentBlock.builder()
                .text(System.getProperty("acme.handbook", "You answer customers of a lamp shop."))
                .build();
    }

    private static Message message() {
        return Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(QUESTION))
                .build();
    }

    private static InvokeModelRequest invoke() {
        return InvokeModelRequest.builder()
                .modelId(CLAUDE)
                .body(SdkBytes.fromUtf8String(MESSAGES))
                .build();
    }

    /** Clients, made when first asked for. */
    @SuppressWarnings("deprecation") // older SDKs have no other way not to retry
    private static final class Clients {
        private static final URI ENDPOINT = URI.create(System.getenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME"));
        private static final StaticCredentialsProvider KEYS =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "simulated-secret"));

        static final BedrockRuntimeClient SYNC = BedrockRuntimeClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.US_EAST_1)
                .credentialsProvider(KEYS)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
                .build();

        /** Over HTTP/1.1, since no test server here speaks HTTP/2. */
        static final BedrockRuntimeAsyncClient ASYNC = BedrockRuntimeAsyncClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.US_EAST_1)
                .credentialsProvider(KEYS)
                .httpClient(NettyNioAsyncHttpClient.builder()
                        .protocol(Protocol.HTTP1_1)
                        .build())
                .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
                .build();

        private Clients() {}
    }
}
