// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CacheKeysTest {
    private static final String RULES = "Answer in short sentences. ".repeat(400);

    private final Desk desk = new Desk("");

    @Test
    void givesEveryRequestOfACallSiteTheSameKey() {
        String first = key(desk.chat(chat(RULES, "a")));

        assertThat(first).hasSize(32);
        assertThat(key(desk.chat(chat(RULES, "b")))).isEqualTo(first);
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void agreesWithItsReplicas() {
        assertThat(key(desk.chat(chat(RULES, "a")))).isEqualTo(key(new Desk("").chat(chat(RULES, "b"))));
    }

    @Test
    void givesOtherCallSitesAndAccountsOtherKeys() {
        String here = key(desk.chat(chat(RULES, "a")));
        desk.site = "com.acme.Other.ask";
        assertThat(key(desk.chat(chat("Other. " + RULES, "a")))).isNotEqualTo(here);

        Desk other = new Desk("");
        other.key = "sk-other";
        assertThat(key(other.chat(chat(RULES, "a")))).isNotEqualTo(here);
    }

    @Test
    void partsNobodyWhoBeginsAlike() {
        key(desk.chat(chat(RULES, "a")));
        desk.site = "com.acme.Other.ask";

        assertThat(key(desk.chat(chat(RULES, "b")))).isEmpty();
        desk.site = "com.acme.support.Faq.answer";
        assertThat(key(desk.chat(chat(RULES, "c")))).isEmpty();
    }

    @Test
    void leavesShortPromptsAndTheApplicationsOwnKeyAlone() {
        assertThat(key(desk.chat(chat("short", "a")))).isEmpty();
        String own = chat(RULES, "a").replaceFirst("\\{", "{\"prompt_cache_key\":\"mine\",");
        assertThat(key(desk.chat(own))).isEqualTo("mine");
    }

    @Test
    void staysOutWhereTheLeverIsOffOrTheHostIsNotKnownToTakeKeys() {
        assertThat(key(new Desk("prompt_cache: {mode: off}").chat(chat(RULES, "a"))))
                .isEmpty();
        assertThat(key(desk.open(
                        new dev.parsimony.exchange.Address("https", "llm.corp.example", -1),
                        "/v1/chat/completions",
                        chat(RULES, "a"))))
                .isEmpty();
    }

    private static String key(Desk.Sending sending) {
        return Json.read(sending.sent().getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .root()
                .get("prompt_cache_key")
                .text();
    }

    private static String chat(String system, String user) {
        return "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"system\",\"content\":\"" + system
                + "\"},{\"role\":\"user\",\"content\":\"" + user + "\"}]}";
    }
}
