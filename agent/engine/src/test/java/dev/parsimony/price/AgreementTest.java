// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Usage MILLION = Usage.text(1_000_000, 0, 0, 0, 0, 0);

    @Test
    void pricesANameOfOnesOwnLikeAnotherModel() {
        Tariffs tariffs = agreed(List.of(new Agreement.Model("ft:acme", "gpt-4o-mini", "", false)), Map.of());

        assertThat(usd(tariffs, "openai", "FT:Acme")).isEqualTo("0.15");
        assertThat(usd(tariffs, "openai", "gpt-4o-mini")).isEqualTo("0.15");
    }

    @Test
    void reckonsADeploymentOfProvisionedCapacityAsNothing() {
        Tariffs tariffs = agreed(List.of(new Agreement.Model("acme-ptu", "gpt-4o", "", true)), Map.of());

        assertThat(usd(tariffs, "azure.ai.openai", "acme-ptu")).isEqualTo("0");
        assertThat(usd(tariffs, "azure.ai.openai", "gpt-4o")).isEqualTo("2.5");
    }

    @Test
    void takesOnlyARequestOfTheVeryNameForProvisionedCapacity() {
        Tariffs tariffs = agreed(List.of(new Agreement.Model("gpt-4o", "gpt-4o", "azure", true)), Map.of());

        assertThat(usd(tariffs, "azure.ai.openai", "GPT-4o")).isEqualTo("0");
        assertThat(usd(tariffs, "azure.ai.openai", "gpt-4o-2024-05-13"))
                .as("a snapshot")
                .isEqualTo(usd(Tariffs.builtIn(), "azure.ai.openai", "gpt-4o-2024-05-13"))
                .isNotEqualTo("0");
        assertThat(tariffs.findAnswering("azure.ai.openai", "gpt-4o"))
                .as("the answer of another deployment")
                .hasValueSatisfying(listing -> assertThat(listing.provisioned()).isFalse());
    }

    @Test
    void holdsAtTheProviderThatItNamesAlone() {
        Tariffs tariffs = agreed(
                List.of(
                        new Agreement.Model("gpt-4o", "gpt-4o", "azure", true),
                        new Agreement.Model("acme", "gpt-4o-mini", "", false),
                        new Agreement.Model("acme", "gpt-4o", "azure", false)),
                Map.of());

        assertThat(usd(tariffs, "openai", "gpt-4o")).isEqualTo("2.5");
        assertThat(usd(tariffs, "", "gpt-4o")).as("who knows where").isEqualTo("2.5");
        assertThat(usd(tariffs, "openrouter", "openai/gpt-4o")).isEqualTo("2.5");
        assertThat(tariffs.saysMore("openai", "gpt-4o", "gpt-4o-2024-08-06")).isFalse();
        assertThat(tariffs.saysMore("azure", "gpt-4o", "gpt-4o-2024-08-06")).isTrue();
        assertThat(usd(tariffs, "openai", "acme")).isEqualTo("0.15");
        assertThat(usd(tariffs, "azure.ai.openai", "acme")).isEqualTo("2.5");
    }

    @Test
    void knowsADeploymentByTheNameThatWasAskedWhateverTheAnswerNames() {
        Tariffs tariffs = agreed(List.of(new Agreement.Model("acme-ptu", "gpt-4o", "", true)), Map.of());

        assertThat(tariffs.saysMore("azure.ai.openai", "acme-ptu", "gpt-4o-2024-11-20"))
                .isTrue();
        assertThat(tariffs.saysMore("azure.ai.openai", "another", "gpt-4o-2024-11-20"))
                .isFalse();
    }

    @Test
    void discountsAllThatOneProviderBillsItsToolsIncluded() {
        Tariffs tariffs = agreed(List.of(), Map.of("anthropic", new BigDecimal("0.85")));
        Usage usage = MILLION.withTool("web_search", 100);

        assertThat(tariffs.bill("anthropic", "claude-opus-5", Terms.LIST, usage, NOW)
                        .toString()
                        .lines())
                .contains("  x 0.85  contract with the provider", "  total 5.1 USD");
        assertThat(usd(tariffs, "", "claude-opus-5")).as("whoever bills").isEqualTo("4.25");
        assertThat(usd(tariffs, "aws.bedrock", "global.anthropic.claude-opus-5"))
                .as("at another provider")
                .isEqualTo("5");
    }

    @Test
    void discountsToolsBesideProvisionedCapacityToo() {
        Tariffs tariffs = agreed(
                List.of(new Agreement.Model("claude-ours", "claude-opus-5", "anthropic", true)),
                Map.of("anthropic", new BigDecimal("0.85")));
        Usage usage = MILLION.withTool("web_search", 100);

        assertThat(tariffs.price("anthropic", "claude-ours", Terms.LIST, usage, NOW))
                .isInstanceOfSatisfying(Cost.Known.class, known -> {
                    assertThat(known.usd()).isEqualByComparingTo("0.85");
                    assertThat(known.list()).isEqualByComparingTo("1");
                });
    }

    @Test
    void keepsTheListCostBesideTheDiscountedOne() {
        Tariffs tariffs = agreed(List.of(), Map.of("anthropic", new BigDecimal("0.85")));

        assertThat(tariffs.price("anthropic", "claude-opus-5", Terms.LIST, MILLION, NOW))
                .isInstanceOfSatisfying(Cost.Known.class, known -> {
                    assertThat(known.usd()).isEqualByComparingTo("4.25");
                    assertThat(known.list()).isEqualByComparingTo("5");
                });
    }

    @Test
    void discountsByAnyNameOfTheProvider() {
        assertThat(usd(agreed(List.of(), Map.of("google", new BigDecimal("0.5"))), "gcp.vertex_ai", "gemini-2.5-flash"))
                .isEqualTo("0.15");
    }

    @Test
    void holdsFromTheMomentItIsInForce() {
        AtomicReference<Tariffs> inForce = new AtomicReference<>(Tariffs.builtIn());
        Tariffs tariffs = Tariffs.following(inForce::get);
        String before = usd(tariffs, "openai", "gpt-4o");

        inForce.set(agreed(List.of(), Map.of("openai", new BigDecimal("0.5"))));

        assertThat(before).isEqualTo("2.5");
        assertThat(usd(tariffs, "openai", "gpt-4o")).isEqualTo("1.25");
    }

    private static Tariffs agreed(List<Agreement.Model> models, Map<String, BigDecimal> discounts) {
        return Tariffs.builtIn().agreeing(new Agreement(models, discounts));
    }

    private static String usd(Tariffs tariffs, String provider, String model) {
        Cost cost = tariffs.price(provider, model, Terms.LIST, MILLION, NOW);
        return cost instanceof Cost.Known known ? Money.plain(known.usd()) : cost.toString();
    }
}
