// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's rules before GPT-5.6: steps of 128 from 1,024 tokens on, free to write, routed by key. */
class SteppedCacheTest {

    private final Ledger ledger = new Ledger();

    private Usage send(String json) {
        return ledger.send(Api.OPENAI_CHAT, json);
    }

    private static String request(String settings, String system, String user) {
        return "{\"model\": \"gpt-4o\", " + settings + "\"messages\": [{\"role\": \"system\", \"content\": \"" + system
                + "\"}, {\"role\": \"user\", \"content\": \"" + user + "\"}]}";
    }

    private static String request(int tokens) {
        return request("", Ledger.text("You help.", tokens), "hello");
    }

    @Test
    void readsARepeatedPromptInSteps() {
        Usage first = send(request(1500));
        Usage second = send(request(1500));

        assertThat(first.read()).isZero();
        assertThat(second.read()).isEqualTo(1024 + 3 * 128);
        assertThat(second.input()).isEqualTo(first.input());
    }

    @Test
    void neverChargesForWriting() {
        assertThat(send(request(1500)).written()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1013, 0", "1014, 1024", "1141, 1024", "1142, 1152"})
    void cachesFrom1024TokensOn(int systemTokens, int read) {
        send(request(systemTokens));

        assertThat(send(request(systemTokens)).read()).isEqualTo(read);
    }

    @Test
    void readsAsFarAsThePromptsAgree() {
        String system = Ledger.text("You help.", 2000);
        send(request("", system, "hello"));

        Usage changed = send(request("", system.substring(0, 1300 * 4) + "!", "hello"));

        assertThat(changed.read()).isEqualTo(1024 + 2 * 128);
    }

    @Test
    void readsNothingWhenTheBeginningDiffers() {
        String system = Ledger.text("You help.", 2000);
        send(request("", system, "hello"));

        assertThat(send(request("", "It is 12:01. " + system, "hello")).read()).isZero();
    }

    @Test
    void separatesPromptsOfDifferentKeys() {
        String system = Ledger.text("You help.", 2000);
        send(request("\"prompt_cache_key\": \"a\", ", system, "hello"));

        assertThat(send(request("\"prompt_cache_key\": \"b\", ", system, "hello"))
                        .read())
                .isZero();
        assertThat(send(request("\"prompt_cache_key\": \"a\", ", system, "hello"))
                        .read())
                .isPositive();
    }

    @Test
    void forgetsFiveMinutesAfterTheLastUse() {
        send(request(1500));
        ledger.after(Duration.ofMinutes(4));
        assertThat(send(request(1500)).read()).isPositive();
        ledger.after(Duration.ofMinutes(4));
        assertThat(send(request(1500)).read()).isPositive();
        ledger.after(Duration.ofMinutes(5));
        assertThat(send(request(1500)).read()).isZero();
    }

    @Test
    void forgetsAnHourAfterWritingHoweverOftenUsed() {
        send(request(1500));
        for (int use = 0; use < 14; use++) {
            ledger.after(Duration.ofMinutes(4));
            assertThat(send(request(1500)).read()).isPositive();
        }
        ledger.after(Duration.ofMinutes(4));
        assertThat(send(request(1500)).read()).isZero();
    }

    @Test
    void keepsADayWhenAskedTo() {
        String system = Ledger.text("You help.", 2000);
        send(request("\"prompt_cache_retention\": \"24h\", ", system, "hello"));
        ledger.after(Duration.ofHours(23));

        assertThat(send(request("\"prompt_cache_retention\": \"24h\", ", system, "hello"))
                        .read())
                .isPositive();
    }

    @Test
    void keepsADayUnaskedForGpt55() {
        send(request(1500).replace("gpt-4o", "gpt-5.5"));
        ledger.after(Duration.ofHours(23));

        assertThat(send(request(1500).replace("gpt-4o", "gpt-5.5")).read()).isPositive();
    }

    @Test
    void doesNotReadAcrossCredentials() {
        send(request(1500));

        assertThat(ledger.as("key-2").send(Api.OPENAI_CHAT, request(1500)).read())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"parallel_tool_calls\": false, ",
                "\"response_format\": {\"type\": \"json_object\"}, ",
                "\"reasoning_effort\": \"low\", ",
                "\"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"f\"}}], "
            })
    void readsNothingWhenTheseChange(String setting) {
        String system = Ledger.text("You help.", 2000);
        send(request("", system, "hello"));

        assertThat(send(request(setting, system, "hello")).read()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"max_tokens\": 3, ",
                "\"stream\": true, ",
                "\"user\": \"u\", ",
                "\"temperature\": 0.1, ",
                "\"store\": true, "
            })
    void readsWhateverElseTheRequestSets(String setting) {
        String system = Ledger.text("You help.", 2000);
        send(request("", system, "hello"));

        assertThat(send(request(setting, system, "hello")).read()).isPositive();
    }

    @Test
    void letsNobodyReadBeforeTheFirstAnswerBegins() {
        ledger.open(Api.OPENAI_CHAT, request(1500));

        assertThat(send(request(1500)).read()).isZero();
    }

    @Test
    void cachesNothingForModelsWithoutACache() {
        send(request(1500).replace("gpt-4o", "gpt-5-pro"));

        assertThat(send(request(1500).replace("gpt-4o", "gpt-5-pro")).read()).isZero();
    }

    @Test
    void readsTheInstructionsOfResponses() {
        String json = "{\"model\": \"gpt-4.1\", \"instructions\": \"" + Ledger.text("You help.", 1500)
                + "\", \"input\": \"hello\"}";
        ledger.send(Api.OPENAI_RESPONSES, json);

        assertThat(ledger.send(Api.OPENAI_RESPONSES, json.replace("hello", "bye"))
                        .read())
                .isEqualTo(1024 + 3 * 128);
    }
}
