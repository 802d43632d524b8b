// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o",
        "gpt-4o*, gpt-4o",
        "gpt-4o*, gpt-4o-mini",
        "*, anything",
        "*-search-*, gpt-4o-search-preview",
        "gpt-5*-chat*, gpt-5.1-chat-latest",
        "*ab*ab, xabxabab",
        "a**b, ab"
    })
    void fits(String pattern, String text) {
        assertThat(new Glob(pattern).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o-mini",
        "gpt-4o*, gpt-4",
        "*.openai.azure.com, openai.azure.com",
        "*-search-*, gpt-4o-search",
        "a*b, ba",
        "*ab, aba",
        "a, ''"
    })
    void doesNotFit(String pattern, String text) {
        assertThat(new Glob(pattern).matches(text)).isFalse();
    }
}
