// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** An application on Google's own SDK: each value makes one call, of a model of its own, and says what came of it. */
public enum Gemini {
    /** An answer, waited for. */
    CHAT {
        @Override
        String call(Client client) {
            return told(client.models.generateContent("gemini-2.5-flash", QUESTION, null));
        }
    },
    /** A stream. */
    STREAM {
        @Override
        String call(Client client) {
            return read(client.models.generateContentStream("gemini-2.5-pro", QUESTION, null));
        }
    },
    /** An answer that is waited for elsewhere. */
    ASYNC {
        @Override
        String call(Client client) {
            return told(client.async
                    .models
                    .generateContent("gemini-3.8-flash", QUESTION, null)
                    .join());
        }
    },
    /** A stream that is waited for elsewhere. */
    ASYNC_STREAM {
        @Override
        String call(Client client) {
            return read(client.async
                    .models
                    .generateContentStream("gemini-3.5-flash", QUESTION, null)
                    .join());
        }
    },
    /** An answer to a request that has more in its body than the SDK knows; the oldest versions have no such way. */
    EXTRA {
        @Override
        String call(Client client) {
            HttpOptions options = HttpOptions.builder()
                    .extraBody(Map.of("generationConfig", Map.of("maxOutputTokens", 900)))
                    .build();
            return told(client.models.generateContent(
                    "gemini-3.1-pro-preview",
                    QUESTION,
                    GenerateContentConfig.builder().httpOptions(options).build()));
        }
    },
    /** A vector. */
    EMBEDDING {
        @Override
        String call(Client client) {
            EmbedContentResponse response =
                    client.models.embedContent("gemini-embedding-2", "a lamp that flickers", null);
            return response.embeddings().orElseThrow().toString();
        }
    };

    private static final String QUESTION = "How long may I return a lamp?";

    /** Makes the call; all that the application sees of the answer. */
    abstract String call(Client client);

    /**
     * Makes calls, one after the other.
     *
     * @param args names of values
     */
    public static void main(String[] args) {
        HttpOptions options = HttpOptions.builder()
                .baseUrl(System.getenv("GOOGLE_GEMINI_BASE_URL"))
                .build();
        Client client = Client.builder()
                .apiKey(System.getenv("GEMINI_API_KEY"))
                .httpOptions(options)
                .build();
        Stream.of(args).map(Gemini::valueOf).forEach(each -> System.out.println(each + ": " + each.outcome(client)));
        System.exit(0);
    }

    private String outcome(Client client) {
        try {
            return call(client).replace('\n', ' ');
        } catch (RuntimeException | LinkageError thrown) {
            return "threw " + thrown + (thrown.getCause() == null ? "" : " because of " + thrown.getCause());
        }
    }

    private static String read(ResponseStream<GenerateContentResponse> stream) {
        StringJoiner heard = new StringJoiner("|");
        try (stream) {
            stream.forEach(each -> heard.add(told(each)));
        }
        return heard.toString();
    }

    private static String told(GenerateContentResponse response) {
        return response.text() + " " + response.modelVersion() + " " + response.usageMetadata();
    }
}
