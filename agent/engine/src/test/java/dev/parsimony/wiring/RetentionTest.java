// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final String RULES = "Rule one. ".repeat(900);
    private static final String A_DAY = "\"prompt_cache_retention\":\"24h\"";
    private static final String ALLOWED = "prompt_cache: {retention: allow}";

    private final Desk desk = new Desk(ALLOWED);

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1", "gpt-5", "gpt-5.1", "gpt-5.4-mini"})
    void asksForADayWhereTheSettingsAllowItAndTheModelKeepsPromptsUnasked(String model) {
        Desk.Sending sending = desk.chat(chat(model, RULES));

        assertThat(sending.sent()).contains(A_DAY).doesNotContain("prompt_cache_options");
    }

    @Test
    void asksInTheResponsesApiToo() {
        String body = "{\"model\":\"gpt-5.1\",\"input\":\"" + RULES + "\"}";

        assertThat(desk.open(Desk.OPENAI, "/v1/responses", body).sent()).contains(A_DAY);
    }

    @Test
    void asksForNothingUnlessTheSettingsAllowIt() {
        assertThat(new Desk("").chat(chat("gpt-5.1", RULES)).sent()).doesNotContain("retention");
        assertThat(new Desk("prompt_cache: {mode: off, retention: allow}")
                        .chat(chat("gpt-5.1", RULES))
                        .sent())
                .doesNotContain("retention");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.6-sol", "gpt-6-luna", "gpt-6.2-sol", "gpt-7", "gpt-5.5", "gpt-4o", "unheard-of"})
    void asksNothingOfModelsThatTakeOptionsInsteadOrKnowNoSuchWish(String model) {
        assertThat(desk.chat(chat(model, RULES)).sent()).doesNotContain("retention");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"prompt_cache_retention\":\"in_memory\"", "\"prompt_cache_options\":{\"mode\":\"implicit\"}"})
    void leavesWhatTheApplicationSaysOfItsCache(String own) {
        String body = chat("gpt-5.1", RULES).replaceFirst("\\{", "{" + own + ",");

        assertThat(desk.chat(body).sent()).contains(own).doesNotContain(A_DAY);
    }

    @Test
    void asksNeitherForShortPromptsNorWhereTheHostIsNotKnownToListen() {
        assertThat(desk.chat(chat("gpt-5.1", "short")).sent()).doesNotContain("retention");
        for (String host : new String[] {"llm.corp.example", "api.mistral.ai", "openrouter.ai"}) {
            assertThat(desk.open(new Address("https", host, -1), "/v1/chat/completions", chat("gpt-5.1", RULES))
                            .sent())
                    .doesNotContain("retention");
        }
    }

    @Test
    void asksAGatewayThatTheSettingsSayListens() {
        Desk own = new Desk(ALLOWED + "\nhosts: [{match: llm.corp.example, allows: prompt_cache_retention}]");

        assertThat(own.open(
                                new Address("https", "llm.corp.example", -1),
                                "/v1/chat/completions",
                                chat("gpt-5.1", RULES))
                        .sent())
                .contains(A_DAY);
    }

    private static String chat(String model, String system) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"system\",\"content\":\"" + system
                + "\"},{\"role\":\"user\",\"content\":\"a\"}]}";
    }
}
