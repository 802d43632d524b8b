// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples, reckoned by hand from the providers' price pages. */
class TariffsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z"); // a Saturday

    private final Tariffs tariffs = Tariffs.builtIn();

    @Test
    void takesTheNameThatTellsTheRegionOverTheMakersOwn() {
        String asked = "us.anthropic.claude-sonnet-5";

        assertThat(tariffs.saysMore("aws.bedrock", asked, "claude-sonnet-5-20260601"))
                .isTrue();
        assertThat(tariffs.saysMore("aws.bedrock", asked, "claude-opus-5"))
                .as("another model")
                .isFalse();
        assertThat(tariffs.saysMore("openai", "gpt-4o", "gpt-4o-2024-05-13"))
                .as("a snapshot")
                .isFalse();
        assertThat(tariffs.saysMore("azure.ai.openai", "gpt-4o", "gpt-5.4-mini"))
                .as("a deployment's name")
                .isFalse();
    }

    @Test
    void addsUpInputAndOutput() {
        // 1000 x 2.50 + 200 x 10.00 per million
        assertThat(cost("openai", "gpt-4o", tokens(1000, 0, 0, 0, 200))).isEqualByComparingTo("0.0045");
    }

    @Test
    void pricesCacheReadsAndWritesOfBothLifetimesApart() {
        // 100 x 3.00 + 2000 x 0.30 + 3000 x 3.75 + 4000 x 6.00 + 50 x 15.00 per million
        assertThat(cost("anthropic", "claude-sonnet-4-5", tokens(100, 2000, 3000, 4000, 50)))
                .isEqualByComparingTo("0.0369");
    }

    @Test
    void chargesOpenAisCacheWritesFromGpt56On() {
        // 100 x 4.00 + 2000 x 0.40 + 3000 x 5.00 + 10 x 20.00 per million
        assertThat(cost("openai", "gpt-5.6-sol", tokens(100, 2000, 3000, 0, 10)))
                .isEqualByComparingTo("0.0164");
    }

    @Test
    void countsReasoningOnceAsPartOfTheOutput() {
        Bill bill = tariffs.bill("openai", "gpt-5", Terms.LIST, Usage.text(0, 0, 0, 0, 400, 600), NOW);

        assertThat(bill.lines()).extracting(Bill.Line::what).containsExactly("output", "reasoning");
        assertThat(bill.lines()).extracting(Bill.Line::count).containsExactly(400L, 600L);
        assertThat(usd(bill.cost())).isEqualByComparingTo("0.01");
    }

    @Test
    void appliesThePricesOfLongRequestsToTheWholeRequest() {
        // above 100,000 input tokens Haiku 5.5 costs five times as much, output too
        assertThat(cost("anthropic", "claude-haiku-5-5", tokens(100_001, 0, 0, 0, 1000)))
                .isEqualByComparingTo("0.0525005");
    }

    @Test
    void keepsTheLowerPricesAtTheThresholdItself() {
        assertThat(cost("anthropic", "claude-haiku-5-5", tokens(100_000, 0, 0, 0, 1000)))
                .isEqualByComparingTo("0.0105");
    }

    @Test
    void countsCachedInputTowardsTheThreshold() {
        // 1 x 0.50 + 60,000 x 0.05 + 40,000 x 0.625 per million
        assertThat(cost("anthropic", "claude-haiku-5-5", tokens(1, 60_000, 40_000, 0, 0)))
                .isEqualByComparingTo("0.0280005");
    }

    @ParameterizedTest
    @CsvSource({"batch, 0.5", "flex, 0.5", "priority, 2", "fast, 2", "default, 1", "standard, 1", "'', 1", "Priority, 2"
    })
    void multipliesByTheFactorOfTheServiceTier(String tier, BigDecimal factor) {
        Cost cost = tariffs.price("openai", "gpt-6-sol", Terms.of(tier), tokens(1_000_000, 0, 0, 0, 0), NOW);

        assertThat(usd(cost)).isEqualByComparingTo(factor.multiply(new BigDecimal(4))); // the price above 272,000
    }

    @Test
    void knowsNoPriceForATierThatIsNotListed() {
        assertThat(tariffs.price("anthropic", "claude-opus-5", Terms.of("priority"), tokens(1, 0, 0, 0, 1), NOW))
                .isEqualTo(Cost.unknown("unknown_tier"));
    }

    @Test
    void neverPricesAModelItDoesNotKnow() {
        assertThat(tariffs.price("openai", "gpt-nine", Terms.LIST, tokens(1, 0, 0, 0, 1), NOW))
                .isEqualTo(Cost.unknown("unknown_model"));
        assertThat(tariffs.price("openai", "", Terms.LIST, tokens(1, 0, 0, 0, 1), NOW))
                .isEqualTo(Cost.unknown("unknown_model"));
    }

    @Test
    void neverPricesACallWithoutUsage() {
        assertThat(tariffs.price("openai", "gpt-4o", Terms.LIST, null, NOW)).isEqualTo(Cost.unknown("no_usage"));
    }

    @Test
    void namesTheKindOfTokenThatHasNoPrice() {
        assertThat(tariffs.price("openai", "gpt-5.5-pro", Terms.LIST, tokens(10, 5, 0, 0, 1), NOW))
                .isEqualTo(Cost.unknown("no_price_for_cache_read"));
        assertThat(tariffs.price("openai", "gpt-4o", Terms.LIST, tokens(10, 0, 5, 0, 1), NOW))
                .isEqualTo(Cost.unknown("no_price_for_cache_write"));
    }

    @Test
    void needsNoPriceForAKindThatWasNotUsed() {
        assertThat(cost("openai", "text-embedding-3-small", tokens(1_000_000, 0, 0, 0, 0)))
                .isEqualByComparingTo("0.02");
    }

    @Test
    void changesPricesOnTheDayTheProviderDoes() {
        Usage usage = tokens(1_000_000, 0, 0, 0, 0);

        assertThat(usd(tariffs.price(
                        "gcp.gemini", "gemini-4-argon", Terms.LIST, usage, Instant.parse("2026-11-30T23:59:59Z"))))
                .isEqualByComparingTo("2");
        assertThat(usd(tariffs.price(
                        "gcp.gemini", "gemini-4-argon", Terms.LIST, usage, Instant.parse("2026-12-01T00:00:00Z"))))
                .isEqualByComparingTo("4");
    }

    @Test
    void knowsThePriceBeforeACut() {
        Usage usage = tokens(1000, 0, 0, 0, 0);

        assertThat(usd(tariffs.price(
                        "openai", "gpt-5.6-sol", Terms.LIST, usage, Instant.parse("2026-08-20T12:00:00Z"))))
                .isEqualByComparingTo("0.005");
        assertThat(usd(tariffs.price(
                        "openai", "gpt-5.6-sol", Terms.LIST, usage, Instant.parse("2026-08-21T12:00:00Z"))))
                .isEqualByComparingTo("0.004");
    }

    @Test
    void knowsNoPriceBeforeTheFirstThatIsListed() {
        assertThat(tariffs.price(
                        "anthropic",
                        "claude-opus-5",
                        Terms.LIST,
                        tokens(1, 0, 0, 0, 1),
                        Instant.parse("2026-07-23T12:00:00Z")))
                .isEqualTo(Cost.unknown("no_price_at_that_time"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:00:00Z, 0.30", // a Friday
        "2026-11-20T03:59:59Z, 0.30",
        "2026-11-20T04:00:00Z, 0.15",
        "2026-11-20T06:00:00Z, 0.30",
        "2026-11-20T10:00:00Z, 0.15",
        "2026-11-21T01:00:00Z, 0.15", // a Saturday
        "2026-10-01T01:00:00Z, 0.15", // a Thursday, China's National Day
    })
    void followsTheTimeOfDayWhereTheProviderDoes(Instant at, BigDecimal price) {
        assertThat(usd(tariffs.price("deepseek", "deepseek-flash", Terms.LIST, tokens(1_000_000, 0, 0, 0, 0), at)))
                .isEqualByComparingTo(price);
    }

    @Test
    void keepsASnapshotsOwnPriceApartFromItsFamilys() {
        assertThat(cost("openai", "gpt-4o-2024-05-13", tokens(1000, 0, 0, 0, 0)))
                .isEqualByComparingTo("0.005");
        assertThat(cost("openai", "gpt-4o-2024-08-06", tokens(1000, 0, 0, 0, 0)))
                .isEqualByComparingTo("0.0025");
    }

    @Test
    void findsAModelByItsFamilyWhereTheTableOnlyListsASnapshot() {
        assertThat(tariffs.find("anthropic", "claude-3-7-sonnet")).isPresent();
        assertThat(tariffs.find("aws.bedrock", "amazon.nova-lite")).isPresent();
    }

    @Test
    void addsATenthForARegionalProfileOfBedrock() {
        Usage usage = tokens(1_000_000, 0, 0, 0, 0);

        assertThat(cost("aws.bedrock", "global.anthropic.claude-opus-5", usage)).isEqualByComparingTo("5");
        assertThat(cost("aws.bedrock", "eu.anthropic.claude-opus-5", usage)).isEqualByComparingTo("5.5");
    }

    @Test
    void takesTheProvidersOwnTariffBeforeTheMakers() {
        Usage usage = tokens(1_000_000, 0, 0, 0, 0);

        assertThat(tariffs.bill("groq", "openai/gpt-oss-120b", Terms.LIST, usage, NOW)
                        .title())
                .isEqualTo("openai/gpt-oss-120b (groq)");
        assertThat(tariffs.bill("azure.ai.openai", "gpt-4o", Terms.LIST, usage, NOW)
                        .title())
                .isEqualTo("gpt-4o (azure.ai.openai)");
    }

    @Test
    void borrowsTheMakersTariffAndSaysSo() {
        Bill bill = tariffs.bill("azure.ai.openai", "gpt-5.4-mini", Terms.LIST, tokens(1_000_000, 0, 0, 0, 0), NOW);

        assertThat(usd(bill.cost())).isEqualByComparingTo("0.75");
        assertThat(((Cost.Known) bill.cost()).disputed()).isTrue();
        assertThat(bill.remarks()).anyMatch(remark -> remark.contains("prices of openai"));
    }

    @Test
    void borrowsNothingForAModelThatRunsOnOnesOwnMachine() {
        assertThat(tariffs.find("ollama", "deepseek-chat")).isEmpty();
        assertThat(tariffs.find("corp", "deepseek-chat")).isPresent();
    }

    @Test
    void neverBorrowsFromAHostThatResells() {
        assertThat(tariffs.find("openai", "llama-3.3-70b-versatile")).isEmpty(); // Groq's price says nothing elsewhere
    }

    @Test
    void findsAModelOfAnyProviderWhereNoneIsNamed() {
        assertThat(tariffs.find("", "anthropic/claude-sonnet-5")).hasValueSatisfying(listing -> {
            assertThat(listing.tariff().provider()).isEqualTo("anthropic");
            assertThat(listing.borrowed()).isFalse();
        });
        assertThat(tariffs.find("", "llama-3.3-70b-versatile")).isPresent();
    }

    @Test
    void flagsAPriceThatSourcesDisagreeAbout() {
        assertThat(tariffs.price("deepseek", "deepseek-chat", Terms.LIST, tokens(1, 0, 0, 0, 1), NOW))
                .isInstanceOfSatisfying(
                        Cost.Known.class, known -> assertThat(known.disputed()).isTrue());
        assertThat(tariffs.price("openai", "gpt-4o", Terms.LIST, tokens(1, 0, 0, 0, 1), NOW))
                .isInstanceOfSatisfying(
                        Cost.Known.class, known -> assertThat(known.disputed()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5, 512",
        "claude-sonnet-4-5, 1024",
        "claude-sonnet-4-6, 2048", // the documentation says 1024, measurements 2048
        "claude-opus-4-8, 4096", // 1024 in the documentation, 4096 elsewhere
        "claude-haiku-4-5, 4096",
    })
    void reliesOnTheLargestFigureForTheShortestCacheablePrefix(String model, long tokens) {
        assertThat(tariffs.minimumCacheable("anthropic", model)).hasValue(tokens);
    }

    @Test
    void knowsNoShortestPrefixOfAModelItDoesNotKnow() {
        assertThat(tariffs.minimumCacheable("anthropic", "claude-nine")).isEmpty();
    }

    private BigDecimal cost(String provider, String model, Usage usage) {
        return usd(tariffs.price(provider, model, Terms.LIST, usage, NOW));
    }

    private static BigDecimal usd(Cost cost) {
        assertThat(cost).isInstanceOf(Cost.Known.class);
        return ((Cost.Known) cost).usd();
    }

    private static Usage tokens(long input, long cacheRead, long writeShort, long writeLong, long output) {
        return Usage.text(input, cacheRead, writeShort, writeLong, output, 0);
    }
}
