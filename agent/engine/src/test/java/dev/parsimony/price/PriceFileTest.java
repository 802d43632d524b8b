// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Usage MILLION = Usage.text(1_000_000, 0, 0, 0, 0, 0);

    /** The shape and the spellings of LiteLLM's public map. */
    private static final String LITELLM = """
            {
              "sample_spec": {"input_cost_per_token": 0.0, "litellm_provider": "one of https://docs.litellm.ai/docs/providers"},
              "gpt-4o": {
                "cache_read_input_token_cost": 1.25e-06, "input_cost_per_token": 9e-06, "input_cost_per_token_batches": 4.5e-06,
                "input_cost_per_token_priority": 1e-05, "litellm_provider": "openai", "max_input_tokens": 128000,
                "max_tokens": 16384, "mode": "chat", "output_cost_per_token": 1e-05, "output_cost_per_token_batches": 5e-06,
                "output_cost_per_token_priority": 1.7e-05, "supports_vision": true},
              "gemini/gemini-2.5-pro": {
                "input_cost_per_token": 1.25e-06, "input_cost_per_token_above_200k_tokens": 2.75e-06,
                "cache_read_input_token_cost": 3.125e-07, "litellm_provider": "gemini", "mode": "chat",
                "output_cost_per_token": 1e-05, "output_cost_per_token_above_200k_tokens": 1.5e-05},
              "anthropic.claude-sonnet-4-5-20250929-v1:0": {
                "cache_creation_input_token_cost": 3.75e-06, "cache_creation_input_token_cost_above_1hr": 6e-06,
                "input_cost_per_token": 3e-06, "litellm_provider": "bedrock_converse", "mode": "chat",
                "output_cost_per_token": 1.5e-05},
              "acme/acme-voice": {
                "input_cost_per_token": 1e-06, "input_cost_per_audio_token": 4e-05, "litellm_provider": "acme", "mode": "chat",
                "output_cost_per_token": 2e-06},
              "acme/acme-free": {"input_cost_per_token": 0.0, "litellm_provider": "acme", "mode": "chat", "output_cost_per_token": 0.0},
              "acme/acme-typo": {"input_cost_per_token": 0.015, "litellm_provider": "acme", "mode": "chat"},
              "dall-e-3": {"litellm_provider": "openai", "mode": "image_generation", "output_cost_per_image": 0.04}
            }
            """;

    @Test
    void addsAndOverridesInTheFormatOfOurOwnTable() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"models": [
                  {"provider": "openai", "id": "gpt-4o", "prices": [{"input": 7, "output": 8}]},
                  {"provider": "openai", "id": "acme-tune", "prices": [{"input": 3, "output": 4}]}]}
                """));

        assertThat(price(tariffs, "openai", "gpt-4o")).isEqualTo("7");
        assertThat(price(tariffs, "openai", "gpt-4o-2024-08-06"))
                .as("a snapshot")
                .isEqualTo("7");
        assertThat(price(tariffs, "openai", "acme-tune")).isEqualTo("3");
        assertThat(price(tariffs, "openai", "gpt-4o-mini")).as("left alone").isEqualTo("0.15");
        assertThat(tariffs.all().stream().filter(t -> t.provider().equals("openai") && t.id().equals("gpt-4o")))
                .hasSize(1);
    }

    @Test
    void leavesTiersAndLimitsThatItDoesNotSpeakOf() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"models": [{"provider": "anthropic", "id": "claude-opus-5", "factors": {"batch": 0.4},
                             "prices": [{"input": 4, "output": 20}]}]}
                """));
        Terms inTheUnitedStates = new Terms("batch", List.of("geo_us"), null);

        assertThat(usd(tariffs.bill("anthropic", "claude-opus-5", inTheUnitedStates, MILLION, NOW)))
                .isEqualTo("1.76"); // 4 x 0.4 x 1.1
        assertThat(tariffs.minimumCacheable("anthropic", "claude-opus-5")).hasValue(512);
    }

    @Test
    void knowsAProviderByEachOfItsNames() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"models": [{"provider": "google", "id": "gemini-2.5-pro", "prices": [{"input": 9, "output": 9}]}]}
                """));

        assertThat(price(tariffs, "gcp.gemini", "gemini-2.5-pro")).isEqualTo("9");
    }

    @Test
    void readsLiteLlmsMapAsItIs() {
        Tariffs tariffs = Tariffs.builtIn().under(read(LITELLM));

        assertThat(price(tariffs, "openai", "gpt-4o")).isEqualTo("9");
        assertThat(price(tariffs, "gcp.gemini", "gemini-2.5-pro"))
                .as("above 200K")
                .isEqualTo("2.75");
        assertThat(price(tariffs, "aws.bedrock", "anthropic.claude-sonnet-4-5-20250929-v1:0"))
                .isEqualTo("3");
        assertThat(price(tariffs, "acme", "acme-voice")).isEqualTo("1");
        assertThat(usd(tariffs.bill(
                        "acme", "acme-voice", Terms.LIST, Usage.NONE.with(TokenKind.AUDIO_INPUT, 1_000_000), NOW)))
                .isEqualTo("40");
        assertThat(usd(tariffs.bill(
                        "aws.bedrock",
                        "anthropic.claude-sonnet-4-5-20250929-v1:0",
                        Terms.LIST,
                        Usage.text(0, 0, 0, 1_000_000, 0, 0),
                        NOW)))
                .isEqualTo("6");
    }

    @Test
    void takesATierOfLiteLlmsWhereItIsOneMultiple() {
        Tariffs tariffs = Tariffs.builtIn().under(read(LITELLM));

        assertThat(usd(tariffs.bill("openai", "gpt-4o", Terms.of("batch"), MILLION, NOW)))
                .isEqualTo("4.5");
        assertThat(tariffs.bill("openai", "gpt-4o", Terms.of("priority"), MILLION, NOW)
                        .cost())
                .isEqualTo(Cost.unknown("unknown_tier"));
    }

    @Test
    void leavesWhatIsKnownOfProvidersThatLiteLlmOnlyNames() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"claude-opus-4-5": {"input_cost_per_token": 4e-06, "output_cost_per_token": 2e-05, "litellm_provider": "anthropic"},
                 "deepseek/deepseek-chat": {"input_cost_per_token": 1e-06, "litellm_provider": "deepseek", "mode": "chat"},
                 "acme/acme-1": {"input_cost_per_token": 1e-06, "litellm_provider": "acme", "mode": "chat"}}
                """));
        Usage searched = MILLION.withTool("web_search", 1000);

        assertThat(price(tariffs, "openrouter", "claude-opus-4-5"))
                .as("of the maker")
                .isEqualTo("4");
        assertThat(usd(tariffs.bill("anthropic", "claude-opus-4-5", Terms.LIST, searched, NOW)))
                .isEqualTo("14");
        assertThat(tariffs.isForeign("deepseek", "claude-opus-4-5")).isTrue();
        assertThat(tariffs.find("openrouter", "acme-1"))
                .as("of one who may sell others' models")
                .isEmpty();
        assertThat(tariffs.providers())
                .extracting(Provider::id)
                .contains("acme")
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesWhatAnEntryDoesNotSayOfAKnownProvider() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"providers": [{"id": "google", "other_names": ["palm"]},
                               {"id": "openai", "name": "Ours", "tools": [{"id": "web_search", "per_1000": 1}]},
                               {"id": "aws.bedrock"}],
                 "models": [{"provider": "palm", "id": "x", "prices": [{"input": 1}]}]}
                """));

        assertThat(price(tariffs, "vertex_ai", "gemini-2.5-flash")).isEqualTo("0.3");
        assertThat(price(tariffs, "palm", "gemini-2.5-flash")).isEqualTo("0.3");
        assertThat(provider(tariffs, "gcp.gemini").tools())
                .isEqualTo(provider(Tariffs.builtIn(), "gcp.gemini").tools())
                .isNotEmpty();
        assertThat(provider(tariffs, "openai").tools())
                .extracting(ToolPrice::toString)
                .contains("web search 1 / 1,000")
                .anyMatch(price -> price.startsWith("file search"));
        assertThat(provider(tariffs, "openai").name()).isEqualTo("Ours");
        assertThat(provider(tariffs, "aws.bedrock").resells()).isTrue();
    }

    private static Provider provider(Tariffs tariffs, String id) {
        return tariffs.providers().stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.6-sol, openai, CACHE_WRITE_30M",
        "gpt-99, openai, CACHE_WRITE_30M",
        "azure/gpt-99, azure, CACHE_WRITE_30M",
        "openrouter/openai/gpt-5.6-sol, openrouter, CACHE_WRITE_30M",
        "openai.gpt-5.6-sol, bedrock_converse, CACHE_WRITE_30M",
        "anthropic.claude-opus-4-5-20251101-v1:0, bedrock_converse, CACHE_WRITE_5M",
        "claude-opus-4-5, anthropic, CACHE_WRITE_5M",
        "acme/acme-1, acme, CACHE_WRITE_5M",
    })
    void takesACacheWriteOfLiteLlmsForTheShortestThatTheProviderHas(String model, String provider, Part part) {
        TariffTable table = read("""
                {"%s": {"input_cost_per_token": 2e-06, "cache_creation_input_token_cost": 2.5e-06, "litellm_provider": "%s",
                        "cache_creation_input_token_cost_above_200k_tokens": 5e-06}}
                """.formatted(model, provider));

        Period period = table.tariffs().get(0).periods().get(0);

        assertThat(period.base().listed()).containsOnlyKeys(Part.INPUT, part);
        assertThat(period.above().get(0).prices().listed()).containsOnlyKeys(Part.INPUT, part);
    }

    @ParameterizedTest
    @CsvSource({"acme-free", "acme-typo", "dall-e-3"})
    void takesNoPriceFromLiteLlmThatIsUnknownOrCannotBe(String model) {
        assertThat(Tariffs.of(read(LITELLM)).find("", model)).isEmpty();
    }

    @Test
    void takesOnlyARequestOfTheVeryNameForProvisionedCapacity() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"models": [{"provider": "openai", "id": "gpt-4o", "provisioned": true, "prices": [{"input": 9, "output": 9}]}]}
                """));

        assertThat(price(tariffs, "openai", "gpt-4o")).isEqualTo("0");
        assertThat(price(tariffs, "openai", "gpt-4o-2024-08-06")).isEqualTo("9");
        assertThat(tariffs.findAnswering("openai", "gpt-4o"))
                .hasValueSatisfying(listing -> assertThat(listing.provisioned()).isFalse());
    }

    @Test
    void reckonsProvisionedCapacityAsNothingButWhatSpillsOverAsUsual() {
        Tariffs tariffs = Tariffs.builtIn().under(read("""
                {"models": [{"provider": "gcp.gemini", "id": "gemini-2.5-pro", "provisioned": true, "prices": [{"input": 9, "output": 9}]},
                            {"provider": "azure", "id": "acme-ptu", "provisioned": true}]}
                """));

        assertThat(price(tariffs, "gcp.gemini", "gemini-2.5-pro")).isEqualTo("0");
        assertThat(price(tariffs, "azure.ai.openai", "acme-ptu")).isEqualTo("0");
        assertThat(usd(tariffs.bill("gcp.gemini", "gemini-2.5-pro", Terms.of("provisioned_throughput"), MILLION, NOW)))
                .isEqualTo("0");
        assertThat(usd(tariffs.bill("gcp.gemini", "gemini-2.5-pro", Terms.of("ON_DEMAND"), MILLION, NOW)))
                .isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'models': [{'provider': 'openai', 'id': 'x', 'prices': [{'input': 3000000}]}]} | my.json:1:68: input is 3000000, outside 0.0001 to 2000",
                "{'models': [{'provider': 'openai', 'id': 'x'}]}                                 | my.json:1:13: x lists no prices",
                "{'prices': {}}                                                                  | my.json: is no table of prices.",
                "not: [json                                                                      | my.json: is neither JSON nor YAML that can be read",
                "{'x': {'litellm_provider': 'openai'}}                                           | my.json: lists no model with a price between 0.0001 and 2000 USD per million tokens",
            })
    void refusesAWrongTableWholeAndSaysWhere(String table, String message) {
        assertThatThrownBy(() -> read(table.replace('\'', '"')))
                .isInstanceOf(Misprint.class)
                .hasMessageStartingWith(message);
    }

    private static String price(Tariffs tariffs, String provider, String model) {
        return usd(tariffs.bill(provider, model, Terms.LIST, MILLION, NOW));
    }

    private static String usd(Bill bill) {
        return bill.cost() instanceof Cost.Known known ? Money.plain(known.usd()) : bill.toString();
    }

    private static TariffTable read(String table) {
        return PriceFile.read("my.json", table.getBytes(StandardCharsets.UTF_8));
    }
}
