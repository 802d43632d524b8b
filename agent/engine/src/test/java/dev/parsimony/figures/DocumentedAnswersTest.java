// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers as providers' documentation shows them, with all that stands around the counts; reckoned by hand. */
class DocumentedAnswersTest {
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai-chat.json        | openai.chat           | api.openai.com     | gpt-5.1                     | 0.0033475",
                "openai-chat.sse         | openai.chat           | api.openai.com     | gpt-5.1                     | 0.0033475",
                "openai-audio.json       | openai.chat           | api.openai.com     | gpt-audio                   | 0.00659",
                "openai-responses.json   | openai.responses      | api.openai.com     | gpt-6-sol                   | 0.01655",
                "openai-embeddings.json  | openai.embeddings     | api.openai.com     | text-embedding-3-small      | 0.00000016",
                "anthropic-messages.json | anthropic.messages    | api.anthropic.com  | claude-opus-5               | 0.05995265",
                "anthropic-messages.sse  | anthropic.messages    | api.anthropic.com  | claude-opus-5               | 0.05995265",
                "gemini-generate.json    | gemini.generate       | generativelanguage.googleapis.com | gemini-2.5-flash | 0.0011785",
                "gemini-generate.sse     | gemini.generate       | generativelanguage.googleapis.com | gemini-2.5-flash | 0.0011785",
                "bedrock-converse.json   | bedrock.converse      | bedrock-runtime.us-east-1.amazonaws.com | us.anthropic.claude-haiku-4-5-20251001-v1:0 | 0.0045045",
                "bedrock-invoke-claude.json | bedrock.invoke.claude | bedrock-runtime.us-east-1.amazonaws.com | us.anthropic.claude-haiku-4-5-20251001-v1:0 | 0.003707",
                "azure-chat.json         | openai.chat           | acme.openai.azure.com | my-deployment            | 0.00177",
                "deepseek-chat.json      | openai.chat           | api.deepseek.com   | deepseek-flash              | 0.000032784",
                "groq-chat.sse           | openai.chat           | api.groq.com       | openai/gpt-oss-120b         | 0.0000738",
                "mistral-chat.json       | openai.chat           | api.mistral.ai     | mistral-large-2512          | 0.0001084",
                "xai-chat.json           | openai.chat           | api.x.ai           | grok-4.6                    | 0.000673",
                "xai-search.json         | openai.chat           | api.x.ai           | grok-4.6                    | 0.103673",
                "moonshot-chat.sse       | openai.chat           | api.moonshot.ai    | kimi-k2.6                   | 0.00055005",
                "litellm-chat.json       | openai.chat           | llm.corp.example   | claude-sonnet-5             | 0.02386",
                "openrouter-chat.sse     | openai.chat           | openrouter.ai      | anthropic/claude-sonnet-5   | 0.00183",
                "cohere-chat.json        | cohere.chat           | api.cohere.com     | command-a-03-2025           | 0.0041925",
                "ollama-chat.jsonl       | ollama.chat           | localhost          | llama3.3                    | unknown_model",
            })
    void costsWhatThePocketCalculatorSays(String file, String api, String host, String model, String expected)
            throws IOException {
        Heard heard = new Heard(
                new Vector(api, host, model, FRIDAY_NOON, List.of(), List.of(), List.of(BigDecimal.ONE), expected));
        byte[] body = body(file);

        if (file.endsWith(".json")) {
            assertCost(heard, heard.whole(new String(body, StandardCharsets.UTF_8)));
        } else {
            assertCost(heard, heard.stream(body, body.length));
            assertCost(heard, heard.stream(body, 7));
        }
    }

    private static void assertCost(Heard heard, Answer answer) {
        Vector vector = heard.vector();
        assertThat(answer.reported()).isPresent();
        Cost cost = heard.billed(answer);
        if (vector.hasAmount()) {
            assertThat(cost)
                    .isInstanceOfSatisfying(
                            Cost.Known.class, known -> assertThat(known.usd()).isEqualByComparingTo(vector.expected()));
        } else {
            assertThat(cost).isEqualTo(Cost.unknown(vector.expected()));
        }
    }

    private static byte[] body(String file) throws IOException {
        String name = "answers/" + file;
        try (InputStream in = Objects.requireNonNull(DocumentedAnswersTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
