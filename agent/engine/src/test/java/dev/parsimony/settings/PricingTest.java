// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Tariffs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
    private static final Usage MILLION = Usage.text(1_000_000, 0, 0, 0, 0, 0);
    private static final String PRICES = """
            # what we pay
            models:
              - provider: openai
                id: gpt-4o
                prices:
                  - input: 1.25
                    output: 5
                  - from: 2027-01-01
                    input: 2
                    output: 6
            """;

    private final Map<String, String> files = new HashMap<>();

    @Test
    void listPricesHoldWhereNothingIsSaid() {
        assertThat(Written.settings("pricing: {}").pricing()).isEqualTo(Pricing.list());
        assertThat(usd(Written.settings("pricing: {}"), "openai", "gpt-4o")).isEqualByComparingTo("2.5");
    }

    @Test
    void aFileInYamlAddsAndOverrides() {
        files.put("/etc/acme/prices.yaml", PRICES);

        Settings settings = load("pricing: {file: prices.yaml}").settings();

        assertThat(usd(settings, "openai", "gpt-4o")).isEqualByComparingTo("1.25");
        assertThat(usd(settings, "openai", "gpt-4o-mini")).isEqualByComparingTo("0.15");
    }

    @Test
    void aFileInJsonNeedNotStandBesideTheSettings() {
        files.put(
                "/prices.json",
                "{\"gpt-4o\": {\"input_cost_per_token\": 9e-06, \"litellm_provider\": \"openai\", \"mode\": \"chat\"}}");

        assertThat(usd(load("pricing: {file: /prices.json}").settings(), "openai", "gpt-4o"))
                .isEqualByComparingTo("9");
    }

    @Test
    void namesOfOnesOwnProvisionedCapacityAndContracts() {
        Settings settings = load(
                        "pricing:",
                        "  models: [{id: my-tune, like: gpt-4o-mini}, {id: my-ptu, like: gpt-4o, provisioned: on}]",
                        "  discounts: [{provider: azure, factor: 0.9}]")
                .settings();

        assertThat(usd(settings, "openai", "my-tune")).isEqualByComparingTo("0.15");
        assertThat(usd(settings, "azure.ai.openai", "my-tune")).isEqualByComparingTo("0.135");
        assertThat(usd(settings, "azure.ai.openai", "my-ptu")).isEqualByComparingTo("0");
    }

    @Test
    void provisionedCapacityIsThatOfTheProviderItNames() {
        Settings settings = load("pricing: {models: [{id: gpt-4o, provider: azure, provisioned: on}]}")
                .settings();

        assertThat(usd(settings, "azure.ai.openai", "gpt-4o")).isEqualByComparingTo("0");
        assertThat(usd(settings, "openai", "gpt-4o-2024-08-06")).isEqualByComparingTo("2.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input: 1.25 | input: 1250000 | prices.yaml:6:16: input is 1250000, outside 0.0001 to 2000",
                "2027-01-01  | 2027-02-31     | prices.yaml:8:15: \"2027-02-31\" is no such date or time",
                "output: 6   | ouput: 6       | prices.yaml:10:16: ouput is no price that is known here",
                "id: gpt-4o  | id: [          | prices.yaml:6:7: is not YAML",
            })
    void aWrongPriceFileRefusesTheSettingsAndSaysWhere(String right, String wrong, String message) {
        files.put("/etc/acme/prices.yaml", PRICES.replace(right, wrong));

        Loaded loaded = load("pricing: {file: prices.yaml}");

        assertThat(loaded.isAccepted()).isFalse();
        assertThat(loaded.problems().get(0).toString()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file: no.yaml | parsimony.yaml:1:17: pricing.file: cannot be read: there is no such file",
                "models: [{like: gpt-4o}] | parsimony.yaml:1:20: pricing.models[0].id: missing. Add id: my-deployment",
                "models: [{id: a, like: gpt-99}] | parsimony.yaml:1:20: pricing.models[0]: no price of \"gpt-99\" is known.",
                "models: [{id: gpt-4o, provisioned: on}] | parsimony.yaml:1:20: pricing.models[0]: \"gpt-4o\" is a model that others serve too. Name who",
                "models: [{id: a, like: gpt-4o, provider: asure}] | parsimony.yaml:1:52: pricing.models[0].provider: is no provider",
                "discounts: [{provider: opnai, factor: 0.9}] | parsimony.yaml:1:34: pricing.discounts[0].provider: is no provider",
                "discounts: [{provider: openai, factor: 15}] | parsimony.yaml:1:50: pricing.discounts[0].factor: must be a factor",
            })
    void aMistakeIsToldWithItsPlace(String pricing, String message) {
        Loaded loaded = load("pricing: {" + pricing + "}");

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("/etc/acme/" + message));
    }

    @Test
    void aChangedPriceFileIsReadAnewAndABrokenOneLeavesTheOldInForce() {
        files.put("/etc/acme/prices.yaml", PRICES);
        SettingsSource source = source("pricing: {file: prices.yaml}");
        source.load();

        assertThat(source.poll()).as("nothing changed").isEmpty();
        files.put("/etc/acme/prices.yaml", PRICES.replace("1.25", "3"));
        Settings changed = source.poll().orElseThrow().settings();
        files.put("/etc/acme/prices.yaml", PRICES.replace("1.25", "-3"));
        Optional<Loaded> broken = source.poll();

        assertThat(usd(changed, "openai", "gpt-4o")).isEqualByComparingTo("3");
        assertThat(broken.orElseThrow().isAccepted()).isFalse();
        assertThat(usd(broken.orElseThrow().settings(), "openai", "gpt-4o")).isEqualByComparingTo("3");
        assertThat(source.poll()).as("told once").isEmpty();
    }

    private Loaded load(String... lines) {
        return source(String.join("\n", lines)).load();
    }

    private SettingsSource source(String settings) {
        files.put("/etc/acme/parsimony.yaml", settings);
        return new SettingsSource(
                "/etc/acme/parsimony.yaml", new Environment(Map.of(), Map.of()), Written.BUILT_IN, this::read);
    }

    private byte[] read(String name) throws IOException {
        String content = files.get(name);
        if (content == null) {
            throw new IOException("there is no such file");
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal usd(Settings settings, String provider, String model) {
        Tariffs tariffs = settings.pricing().tariffs();
        Cost cost = tariffs.price(provider, model, Terms.LIST, MILLION, Instant.parse("2026-11-20T00:00:00Z"));
        return ((Cost.Known) cost).usd();
    }
}
