// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static Actions cache(Duration ttl, Sharing scope, boolean withinTrace) {
        return new Actions(
                Decision.of(new Reuse(ttl, scope, true, withinTrace), "a"),
                Decision.unsaid(),
                Decision.unsaid(),
                Decision.unsaid(),
                Decision.unsaid(),
                false);
    }

    @Test
    void readsAsTheSettingsDo() {
        Actions all = new Actions(
                Decision.of(new Reuse(Duration.ofMinutes(10), Sharing.SHARED, false, true), "a"),
                Decision.of("claude-haiku-4-5", "a"),
                Decision.of(256L, "a"),
                Decision.of(true, "a"),
                Decision.of(Marking.SHORT, "a"),
                true);

        assertThat(all)
                .hasToString("{cache: {ttl: 10m, scope: shared, join: off, within_trace: on}, model: claude-haiku-4-5,"
                        + " max_tokens: 256, stable_prefix: on, prompt_cache: 5m, mode: observe}");
    }

    @Test
    void saysOffInEachActionsOwnWay() {
        Actions off = new Actions(
                Decision.off(), Decision.off(), Decision.off(), Decision.off(), Decision.of(Marking.OFF, "a"), false);

        assertThat(off)
                .hasToString(
                        "{cache: off, model: as_requested, max_tokens: off, stable_prefix: off, prompt_cache: off}");
    }

    @Test
    void saysNothingOfWhatIsNotNamed() {
        assertThat(Actions.none()).hasToString("{}");
        assertThat(Actions.none().written()).isEmpty();
    }

    @Test
    void keepsNumbersAndMapsForOtherFormats() {
        Actions capped = new Actions(
                Decision.unsaid(),
                Decision.unsaid(),
                Decision.of(256L, "a"),
                Decision.unsaid(),
                Decision.of(Marking.LONG, "a"),
                false);

        assertThat(capped.written()).isEqualTo(Map.of("max_tokens", 256L, "prompt_cache", "1h"));
        assertThat(cache(Duration.ofHours(1), Sharing.TENANT, false).written())
                .isEqualTo(Map.of("cache", Map.of("ttl", "1h", "scope", "tenant", "join", "on")));
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S, 500ms", "PT1.5S, 1500ms", "PT90S, 90s", "PT10M, 10m", "PT2H, 2h", "P7D, 7d", "PT25H, 25h"})
    void writesATimeInTheLargestUnitThatIsExact(Duration ttl, String written) {
        assertThat(cache(ttl, Sharing.TENANT, false).toString()).contains("{ttl: " + written + ",");
    }
}
