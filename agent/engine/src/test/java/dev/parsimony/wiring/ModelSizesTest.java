// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.evidence.CacheRules;
import dev.parsimony.evidence.Place;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.price.PriceFile;
import dev.parsimony.price.Tariffs;
import dev.parsimony.tokens.Estimator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSizesTest {
    @ParameterizedTest
    @CsvSource({
        "anthropic, claude-sonnet-4-5, 1024",
        "openrouter, anthropic/claude-sonnet-4.5, 1024",
        "aws.bedrock, us.anthropic.claude-haiku-4-5-20251001-v1:0, 4096",
        "gcp.vertex_ai, claude-haiku-4-5@20251001, 4096"
    })
    void takesTheRulesOfWhoBillsElseThoseOfTheModelsMaker(String biller, String model, long minimum) {
        CacheRules rules = rules(Tariffs.builtIn(), biller, model).orElseThrow();

        assertThat(rules.minimum()).isEqualTo(minimum);
        assertThat(rules.lives())
                .containsExactly(
                        new CacheRules.Life(Duration.ofMinutes(5), 1.25), new CacheRules.Life(Duration.ofHours(1), 2));
        assertThat(rules.unasked()).isFalse();
    }

    @Test
    void takesThePricesOfWhoBillsThoughTheMakerAloneSaysWhatIsTooShort() {
        Tariffs tariffs = Tariffs.builtIn().under(PriceFile.read("my.json", """
                {"models": [{"provider": "openrouter", "id": "claude-sonnet-4.5",
                  "prices": [{"input": 2, "cache_read": 1, "cache_write_5m": 3, "output": 9}]}]}
                """.getBytes(StandardCharsets.UTF_8)));

        CacheRules rules =
                rules(tariffs, "openrouter", "anthropic/claude-sonnet-4.5").orElseThrow();

        assertThat(rules.read()).isEqualTo(0.5);
        assertThat(rules.lives()).containsExactly(new CacheRules.Life(Duration.ofMinutes(5), 1.5));
        assertThat(rules.minimum()).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o",
        "gcp.gemini, gemini-2.5-pro",
        "openrouter, anthropic/claude-unheard-of",
        "ollama, claude-sonnet-4-5"
    })
    void hasNoRulesWhereNothingIsChargedForWrites(String biller, String model) {
        assertThat(rules(Tariffs.builtIn(), biller, model)).isEmpty();
    }

    @Test
    void knowsWhoWritesUnasked() {
        assertThat(rules(Tariffs.builtIn(), "openrouter", "openai/gpt-5.6-sol"))
                .hasValueSatisfying(rules -> assertThat(rules.unasked()).isTrue());
    }

    private static Optional<CacheRules> rules(Tariffs tariffs, String biller, String model) {
        Pepper pepper = Pepper.of(new Random(1));
        Place place = new Place(pepper.digest("key"), Address.unknown(), model, biller);
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        return new ModelSizes(tariffs, new Estimator(), () -> now).rules(place);
    }
}
