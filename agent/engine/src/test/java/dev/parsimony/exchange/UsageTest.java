// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Usage ALL = new Usage(
            Arrays.stream(TokenKind.values())
                    .collect(Collectors.toMap(Function.identity(), kind -> 1L << kind.ordinal())),
            Map.of("web_search", 2L));

    @Test
    void sumsUpToItsParts() {
        long sum = ALL.tokens().values().stream().mapToLong(Long::longValue).sum();

        assertThat(ALL.totalInput() + ALL.totalOutput()).isEqualTo(sum).isEqualTo((1L << 11) - 1);
    }

    @Test
    void countsEachKindAsInputOrAsOutput() {
        Usage usage =
                Usage.text(1, 2, 4, 8, 16, 32).with(TokenKind.AUDIO_INPUT, 64).with(TokenKind.AUDIO_OUTPUT, 128);

        assertThat(usage.totalInput()).isEqualTo(1 + 2 + 4 + 8 + 64);
        assertThat(usage.totalOutput()).isEqualTo(16 + 32 + 128);
    }

    @Test
    void countsReadsAndWritesOfAnyKindAndLifetime() {
        assertThat(Usage.text(0, 2, 4, 8, 0, 0).cacheWrite()).isEqualTo(12);
        assertThat(Usage.text(0, 2, 0, 0, 0, 0)
                        .with(TokenKind.AUDIO_CACHE_READ, 3)
                        .cacheRead())
                .isEqualTo(5);
    }

    @Test
    void losesNoTokenWithoutTheCache() {
        Usage uncached = ALL.uncached();

        assertThat(uncached.totalInput()).isEqualTo(ALL.totalInput());
        assertThat(uncached.totalOutput()).isEqualTo(ALL.totalOutput());
        assertThat(uncached.cacheRead() + uncached.cacheWrite()).isZero();
        assertThat(uncached.of(TokenKind.AUDIO_INPUT))
                .isEqualTo(ALL.of(TokenKind.AUDIO_INPUT) + ALL.of(TokenKind.AUDIO_CACHE_READ));
        assertThat(uncached.tools()).isEqualTo(ALL.tools());
    }

    @Test
    void addsUpKindByKind() {
        Usage sum = Usage.text(1, 0, 0, 0, 5, 0)
                .withTool("web_search", 1)
                .plus(Usage.text(2, 3, 0, 0, 0, 7).withTool("web_search", 2).withTool("web_fetch", 4));

        assertThat(sum)
                .isEqualTo(
                        Usage.text(3, 3, 0, 0, 5, 7).withTool("web_search", 3).withTool("web_fetch", 4));
        assertThat(ALL.plus(Usage.NONE)).isEqualTo(ALL);
    }

    @Test
    void listsNothingThatIsZero() {
        assertThat(Usage.text(0, 0, 0, 0, 0, 0).withTool("web_search", 0)).isEqualTo(Usage.NONE);
        assertThat(ALL.with(TokenKind.INPUT, 0).tokens()).doesNotContainKey(TokenKind.INPUT);
    }

    @Test
    void refusesANegativeCount() {
        assertThatThrownBy(() -> Usage.text(1, -1, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative count of cache_read");
        assertThatThrownBy(() -> Usage.NONE.withTool("web_search", -1)).hasMessage("negative count of web_search");
    }
}
