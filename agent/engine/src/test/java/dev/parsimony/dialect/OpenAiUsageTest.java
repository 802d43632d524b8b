// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenAiUsageTest {
    @Test
    void takesCachedAndWrittenTokensOutOfTheInput() {
        assertThat(usage("{'prompt_tokens':5000,'completion_tokens':10,'prompt_tokens_details':"
                        + "{'cached_tokens':3072,'cache_write_tokens':1024}}"))
                .isEqualTo(Usage.text(904, 3072, 1024, 0, 10, 0));
    }

    @Test
    void countsReasoningInsideTheOutput() {
        assertThat(usage("{'prompt_tokens':10,'completion_tokens':300,'total_tokens':310,"
                        + "'completion_tokens_details':{'reasoning_tokens':256}}"))
                .isEqualTo(Usage.text(10, 0, 0, 0, 44, 256));
    }

    @Test
    void addsReasoningWhereTheTotalSaysItWasCountedApart() {
        assertThat(usage("{'prompt_tokens':32,'completion_tokens':9,'total_tokens':135,"
                        + "'completion_tokens_details':{'reasoning_tokens':94}}"))
                .isEqualTo(Usage.text(32, 0, 0, 0, 9, 94));
    }

    @Test
    void readsDeepSeeksOwnNames() {
        assertThat(
                        usage(
                                "{'prompt_tokens':100,'completion_tokens':5,'prompt_cache_hit_tokens':64,'prompt_cache_miss_tokens':36}"))
                .isEqualTo(Usage.text(36, 64, 0, 0, 5, 0));
    }

    @Test
    void readsTheNamesOfTheResponsesApi() {
        assertThat(usage("{'input_tokens':1500,'input_tokens_details':{'cached_tokens':1024,'cache_write_tokens':300},"
                        + "'output_tokens':120,'output_tokens_details':{'reasoning_tokens':64}}"))
                .isEqualTo(Usage.text(176, 1024, 300, 0, 56, 64));
    }

    @Test
    void readsEmbeddings() {
        assertThat(usage("{'prompt_tokens':8,'total_tokens':8}")).isEqualTo(Usage.text(8, 0, 0, 0, 0, 0));
    }

    @Test
    void neverCountsBelowZeroOrMoreThanThereWas() {
        assertThat(
                        usage(
                                "{'prompt_tokens':100,'completion_tokens':-4,'prompt_tokens_details':"
                                        + "{'cached_tokens':90,'cache_write_tokens':90},'completion_tokens_details':{'reasoning_tokens':7}}"))
                .isEqualTo(Usage.text(0, 90, 10, 0, 0, 0));
        assertThat(usage("{'prompt_tokens':10,'completion_tokens':1,'prompt_tokens_details':{'cached_tokens':-5}}"))
                .isEqualTo(Usage.text(10, 0, 0, 0, 1, 0));
    }

    @Test
    void isAbsentWhereNothingWasTold() {
        assertThat(usage("{}")).isNull();
        assertThat(usage("null")).isNull();
        assertThat(usage("{'prompt_tokens':null}")).isNull();
    }

    private static @Nullable Usage usage(String singleQuoted) {
        return OpenAiUsage.of(Samples.json(singleQuoted).root());
    }
}
