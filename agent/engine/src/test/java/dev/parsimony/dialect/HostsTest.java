// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Allowance.CACHE_CONTROL;
import static dev.parsimony.dialect.Allowance.PROMPT_CACHE_KEY;
import static dev.parsimony.dialect.Allowance.STREAM_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Providers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {
    private static final Dialect CHAT = Dialects.named("openai.chat").orElseThrow();
    private static final Dialect MESSAGES = Dialects.named("anthropic.messages").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, openai.chat, openai, stream_usage prompt_cache_key prompt_cache_retention cache_control",
        "eu.api.openai.com, openai.responses, openai, stream_usage prompt_cache_key prompt_cache_retention"
                + " cache_control",
        "my-res.openai.azure.com, openai.chat, azure.ai.openai, stream_usage prompt_cache_key prompt_cache_retention",
        "my-res.services.ai.azure.com, openai.chat, azure.ai.openai, stream_usage prompt_cache_key"
                + " prompt_cache_retention",
        "my-res.services.ai.azure.com, anthropic.messages, azure.ai.inference, cache_control",
        "api.anthropic.com, anthropic.messages, anthropic, cache_control",
        "api.anthropic.com, openai.chat, anthropic, ''",
        "api.deepseek.com, openai.chat, deepseek, stream_usage",
        "api.deepseek.com, anthropic.messages, deepseek, ''",
        "api.groq.com, openai.chat, groq, stream_usage",
        "api.mistral.ai, openai.chat, mistral_ai, prompt_cache_key",
        "api.x.ai, openai.chat, x_ai, ''",
        "api.x.ai, openai.responses, x_ai, prompt_cache_key",
        "openrouter.ai, openai.chat, openrouter, cache_control",
        "bedrock-runtime.eu-west-1.amazonaws.com, anthropic.messages, aws.bedrock, cache_control",
        "europe-west1-aiplatform.googleapis.com, anthropic.messages, gcp.vertex_ai, cache_control",
        "generativelanguage.googleapis.com, openai.chat, gcp.gemini, ''"
    })
    void knowWhoAnswersAndWhatTheyAccept(String name, String dialect, String provider, String allows) {
        Host host = Hosts.known().of(name, Dialects.named(dialect).orElseThrow());

        assertThat(host.provider()).isEqualTo(provider);
        assertThat(host.allows())
                .extracting(Allowance::toString)
                .containsExactlyInAnyOrder(allows.isEmpty() ? new String[0] : allows.split(" "));
        assertThat(host.priceAs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"llm.corp.example", "localhost", "api.openai.com.evil.example", "notapi.openai.com", "''"})
    void allowNothingWhereTheyKnowNothing(String name) {
        Host host = Hosts.known().of(name, CHAT);

        assertThat(host.allows()).isEmpty();
        assertThat(host.provider()).isEqualTo("openai");
        assertThat(Hosts.known().of(name, MESSAGES).provider()).isEqualTo("anthropic");
    }

    @Test
    void knowHowAHostCountsInAWayOfItsOwn() {
        assertThat(Hosts.known().of("api.x.ai", CHAT).customs())
                .containsExactlyInAnyOrder(Custom.REASONING_APART, Custom.TELLS_TICKS);
        assertThat(Hosts.known().of("openrouter.ai", CHAT).customs()).containsExactly(Custom.TELLS_COST);
        assertThat(Hosts.known().of("api.openai.com", CHAT).customs()).isEmpty();
        assertThat(Hosts.known().of("eu.api.openai.com", CHAT).customs()).containsExactly(Custom.RESIDENCY);
    }

    @Test
    void compareNamesWithoutRegardToCase() {
        assertThat(Hosts.known().of("API.OpenAI.com", CHAT).allows(STREAM_USAGE))
                .isTrue();
        assertThat(with(entry("LLM.Corp.*", Set.of(STREAM_USAGE)))
                        .of("llm.corp.example", CHAT)
                        .allows(STREAM_USAGE))
                .isTrue();
    }

    @Test
    void letTheUserSayWhatAGatewayAccepts() {
        Hosts hosts = with(new HostEntry("llm.corp.example", EnumSet.allOf(Allowance.class), "", "anthropic"));

        Host host = hosts.of("llm.corp.example", CHAT);

        assertThat(host.allows()).containsExactlyInAnyOrder(Allowance.values());
        assertThat(host.priceAs()).isEqualTo("anthropic");
        assertThat(hosts.of("other.example", CHAT).allows()).isEmpty();
    }

    @Test
    void takeTheUsersWordOverTheTable() {
        assertThat(with(entry("api.openai.com", Set.of(PROMPT_CACHE_KEY)))
                        .of("api.openai.com", CHAT)
                        .allows())
                .containsExactly(PROMPT_CACHE_KEY);
    }

    @Test
    void keepTheTableWhereTheUserSaysNothingOfIt() {
        Host host = with(new HostEntry("api.openai.com", Set.of(), "", "x")).of("api.openai.com", CHAT);

        assertThat(host.allows(STREAM_USAGE)).isTrue();
        assertThat(host.provider()).isEqualTo("openai");
        assertThat(host.priceAs()).isEqualTo("x");
    }

    @Test
    void billForWhoeverAnswersUnlessTheUserSaysOtherwise() {
        assertThat(Hosts.known().of("api.openai.com", CHAT).biller()).isEqualTo("openai");
        assertThat(with(new HostEntry("llm.corp.example", Set.of(), "", "azure"))
                        .of("llm.corp.example", CHAT)
                        .biller())
                .isEqualTo("azure");
    }

    @Test
    void tellAGuessFromWhatTheyKnow() {
        assertThat(Hosts.known().of("api.openai.com", CHAT).isKnown()).isTrue();
        assertThat(with(entry("llm.corp.example", Set.of(STREAM_USAGE)))
                        .of("llm.corp.example", CHAT)
                        .isKnown())
                .isFalse();
    }

    @Test
    void nameNobodyThatSettingsDoNotKnow() {
        Set<String> named = new TreeSet<>();
        DataFile.rows("hosts.txt").forEach(row -> named.add(row.get(2)));
        Dialects.all().forEach(dialect -> named.add(dialect.provider()));

        assertThat(Providers.answering()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void takeTheFirstEntryThatMatches() {
        Hosts hosts = with(entry("a.*", Set.of(STREAM_USAGE)), entry("*", Set.of(CACHE_CONTROL)));

        assertThat(hosts.of("a.example", CHAT).allows()).containsExactly(STREAM_USAGE);
        assertThat(hosts.of("b.example", CHAT).allows()).containsExactly(CACHE_CONTROL);
    }

    @Test
    void nameTheDialectWhereThePathDoesNot() {
        Hosts hosts = with(new HostEntry("llm.corp.example", Set.of(), "anthropic.messages", ""));

        assertThat(hosts.dialect("LLM.corp.example", "/invoke")).contains(MESSAGES);
        assertThat(hosts.dialect("llm.corp.example", "/v1/chat/completions")).contains(CHAT);
        assertThat(hosts.dialect("other.example", "/invoke")).isEmpty();
        assertThat(Hosts.known().dialect("llm.corp.example", "/invoke")).isEmpty();
    }

    @Test
    void knowEveryAllowanceByTheWordThatSettingsUse() {
        for (Allowance allowance : Allowance.values()) {
            assertThat(Allowance.of(allowance.toString())).contains(allowance);
        }
        assertThat(Allowance.of("everything")).isEmpty();
    }

    private static HostEntry entry(String match, Set<Allowance> allows) {
        return new HostEntry(match, allows, "", "");
    }

    private static Hosts with(HostEntry... entries) {
        return Hosts.with(List.of(entries));
    }
}
