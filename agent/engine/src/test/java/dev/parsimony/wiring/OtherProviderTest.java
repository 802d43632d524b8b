// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule sends requests to another model of the same provider, never to a provider that does not have it. */
class OtherProviderTest {
    private static final String ASK =
            "{\"model\":\"gpt-4o\",\"temperature\":0.2,\"messages\":[{\"role\":\"user\",\"content\":\"Is it a refund?\"}]}";

    private static String rule(String model) {
        return "rules: [{name: triage, then: {model: %s, max_tokens: 256}}]\n".formatted(model);
    }

    private static Desk.Sending sent(Desk desk, String host) {
        return desk.open(new Address("https", host, -1), "/v1/chat/completions", ASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-haiku-4-5", "gemini-2.5-flash", "deepseek-chat", "claude-haiku-4-5-20251001"})
    void leavesTheModelWhereTheHostSellsItsOwnAlone(String model) {
        Desk desk = new Desk(rule(model));

        Desk.Sending call = sent(desk, "api.openai.com");

        assertThat(call.sent()).contains("\"gpt-4o\"").doesNotContain(model);
        call.answered("{}");
        assertThat(desk.last().skipped()).containsExactly("model:other_provider");
        assertThat(desk.last().rewrites()).containsExactly("max_tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, gpt-4o-mini",
        "api.openai.com, ft:gpt-4o-mini:acme::1",
        "api.openai.com, model-of-tomorrow",
        "openrouter.ai, anthropic/claude-haiku-4-5",
        "acme.openai.azure.com, claude-haiku-4-5",
        "llm.corp.example, claude-haiku-4-5",
        "aiplatform.googleapis.com, claude-haiku-4-5"
    })
    void namesTheModelWhereTheHostMayHaveIt(String host, String model) {
        assertThat(sent(new Desk(rule(model)), host).sent()).contains("\"model\":\"" + model + "\"");
    }

    @Test
    void saysNothingOfAModelThatIsAskedForAnyway() {
        Desk desk = new Desk(rule("gpt-4o"));

        sent(desk, "api.openai.com").answered("{}");

        assertThat(desk.last().skipped()).isEmpty();
    }
}
