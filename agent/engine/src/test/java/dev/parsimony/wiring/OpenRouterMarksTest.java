// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Saving;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks on chat completions with Claude: OpenRouter takes them, and hands them on. */
class OpenRouterMarksTest {
    private static final String RULES = "Rule one. ".repeat(900);
    private static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";

    private final Desk desk = new Desk("");

    @ParameterizedTest
    @ValueSource(strings = {"anthropic/claude-sonnet-4.5", "anthropic/claude-sonnet-5", "anthropic/claude-3.7-sonnet"})
    void standBehindAPrefixThatComesAgain(String model) {
        assertThat(sent("openrouter.ai", model, 10)).doesNotContain("cache_control");
        assertThat(sent("openrouter.ai", model, 10)).contains("Rule one. \"," + MARK + "}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.openai.com", "llm.corp.example", "api.deepseek.com", "acme.openai.azure.com"})
    void standNowhereElse(String host) {
        String model = host.equals("api.openai.com") ? "gpt-4o" : "claude-sonnet-4-5";
        for (int call = 0; call < 4; call++) {
            assertThat(sent(host, model, 10)).doesNotContain("cache_control");
        }
    }

    @Test
    void standNowhereWhereNoPriceForWritesIsKnown() {
        for (int call = 0; call < 4; call++) {
            assertThat(sent("openrouter.ai", "anthropic/claude-unheard-of", 10)).doesNotContain("cache_control");
        }
        assertThat(desk.last().skipped()).contains("prompt_cache:model_unknown");
    }

    @Test
    void areNotForAnHourThoughPromptsComeAgainAfterTenMinutes() {
        for (int call = 0; call < 6; call++) {
            assertThat(sent("openrouter.ai", "anthropic/claude-sonnet-4.5", 600))
                    .doesNotContain("1h");
        }
        for (int call = 0; call < 6; call++) {
            assertThat(sent("openrouter.ai", "anthropic/claude-sonnet-4.5", 10)).doesNotContain("1h");
        }
    }

    @Test
    void areAccountedForByWhatOpenRouterTells() {
        sent("openrouter.ai", "anthropic/claude-sonnet-4.5", 10);
        Desk.Sending sending = open("openrouter.ai", "anthropic/claude-sonnet-4.5");
        sending.answered("{\"model\":\"anthropic/claude-sonnet-4.5\",\"choices\":[],\"usage\":{\"prompt_tokens\":3400,"
                + "\"completion_tokens\":10,\"total_tokens\":3410,\"cost\":0.0012,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":3000,\"cache_write_tokens\":100}}}");

        assertThat(desk.last().cost())
                .isInstanceOfSatisfying(
                        Cost.Known.class, known -> assertThat(known.usd()).isEqualByComparingTo("0.0012"));
        // 3,000 tokens at 0.30 in place of 3.00, 100 at 3.75
        assertThat(desk.last().savings())
                .extracting(Saving::usd)
                .singleElement()
                .satisfies(usd -> assertThat(usd).isEqualByComparingTo("0.008025"));
    }

    private String sent(String host, String model, int seconds) {
        desk.later(Duration.ofSeconds(seconds));
        Desk.Sending sending = open(host, model);
        String sent = sending.sent();
        sending.answered(
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":2300,\"completion_tokens\":10,\"total_tokens\":2310}}");
        return sent;
    }

    private Desk.Sending open(String host, String model) {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"system\",\"content\":\"" + RULES
                + "\"},{\"role\":\"user\",\"content\":\"question " + desk.nanos.get() + "\"}]}";
        return desk.open(new Address("https", host, -1), "/api/v1/chat/completions", body);
    }
}
