// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Providers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table that we ship to what must be true of any table. */
class BuiltInTariffsTest {
    private final Tariffs tariffs = Tariffs.builtIn();

    @Test
    void listsTheModelsOfFourteenProvidersAndOneThatBillsNothing() {
        assertThat(tariffs.all()).hasSizeGreaterThanOrEqualTo(160);
        assertThat(tariffs.providers()).hasSize(15);
        assertThat(tariffs.all()).extracting(Tariff::provider).isSubsetOf(ids());
    }

    @Test
    void knowsEachProviderByTheNamesThatSettingsUse() {
        assertThat(tariffs.providers().stream()
                        .flatMap(provider -> Stream.concat(Stream.of(provider.id()), provider.otherNames().stream())))
                .containsExactlyInAnyOrderElementsOf(Providers.billing());
    }

    @Test
    void namesNoModelTwiceAtOneProvider() {
        assertThat(tariffs.all().stream().flatMap(BuiltInTariffsTest::names)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> findsEachModelByEachOfItsNames() {
        return tariffs.all().stream()
                .map(tariff -> DynamicTest.dynamicTest(
                        tariff.toString(),
                        () -> Stream.of(List.of(tariff.id()), tariff.aliases(), tariff.regional())
                                .flatMap(List::stream)
                                .forEach(name -> assertThat(tariffs.find(tariff.provider(), name))
                                        .hasValueSatisfying(found -> {
                                            assertThat(found.tariff()).isSameAs(tariff);
                                            assertThat(found.borrowed()).isFalse();
                                        }))));
    }

    @TestFactory
    Stream<DynamicTest> pricesEachModelToday() {
        Instant today = Instant.parse("2026-11-21T12:00:00Z");
        return tariffs.all().stream()
                .map(tariff -> DynamicTest.dynamicTest(tariff.toString(), () -> {
                    Prices prices = tariff.at(today).orElseThrow().base();
                    assertThat(prices.of(Part.INPUT)).isPresent();
                    assertThat(prices.of(Part.OUTPUT).isPresent())
                            .isEqualTo(tariff.kind().equals("chat"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> sellsNoCacheReadDearerThanInputAndNoWriteCheaper() {
        return tariffs.all().stream()
                .map(tariff -> DynamicTest.dynamicTest(
                        tariff.toString(),
                        () -> everyPrice(tariff).forEach(prices -> {
                            BigDecimal input = prices.of(Part.INPUT).orElseThrow();
                            prices.of(Part.CACHE_READ)
                                    .ifPresent(read -> assertThat(read).isLessThan(input));
                            prices.shortWrite()
                                    .flatMap(prices::of)
                                    .ifPresent(write -> assertThat(write).isGreaterThanOrEqualTo(input));
                        })));
    }

    @Test
    void saysOfEachModelWhereItsFiguresAreFrom() {
        assertThat(tariffs.all()).allSatisfy(tariff -> {
            assertThat(tariff.provenance().sources()).isNotEmpty().allMatch(source -> source.matches(".+, .*2026.*"));
            assertThat(tariff.provenance().confidence()).isIn("high", "medium", "low");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "us.meta.llama4-scout-17b-instruct-v1:0, meta.llama4-scout-17b-instruct-v1:0",
        "ca.anthropic.claude-haiku-4-5-20251001-v1:0, global.anthropic.claude-haiku-4-5-20251001-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0, amazon.nova-lite-v1:0",
        "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0, amazon.titan-embed-text-v2:0"
    })
    void findsBedrocksModelsBehindRegionsAndArns(String name, String id) {
        assertThat(tariffs.find("aws.bedrock", name))
                .hasValueSatisfying(listing -> assertThat(listing.tariff().id()).isEqualTo(id));
    }

    @Test
    void ordersTheTableByProvider() {
        assertThat(tariffs.all().stream().map(Tariff::provider).distinct())
                .containsExactlyElementsOf(
                        ids().stream().filter(id -> !id.equals("ollama")).toList());
    }

    private List<String> ids() {
        return tariffs.providers().stream().map(Provider::id).toList();
    }

    private static Stream<String> names(Tariff tariff) {
        return Stream.of(List.of(tariff.id()), tariff.aliases(), tariff.regional())
                .flatMap(List::stream)
                .map(name -> tariff.provider() + " " + name);
    }

    private static Stream<Prices> everyPrice(Tariff tariff) {
        return tariff.periods().stream()
                .flatMap(period -> Stream.of(
                                Stream.of(period.base()),
                                period.above().stream().map(Threshold::prices),
                                period.hours().stream().map(Hours::prices))
                        .flatMap(prices -> prices));
    }
}
