// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
    private static final Set<String> TRAITS = Set.of(
            "completion_cap",
            "output",
            "sampling",
            "efforts",
            "default_effort",
            "no_tools_with_effort",
            "verbosity",
            "no_stop",
            "no_parallel_tools",
            "no_images",
            "no_schema",
            "no_prefill",
            "no_forced_tools",
            "responses_only",
            "thinking",
            "thinks",
            "system_messages",
            "least_budget",
            "most_budget",
            "signs",
            "breakpoints",
            "keeps_a_day",
            "searches");

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o*",
        "gpt-4o-mini-2024-07-18, gpt-4o*",
        "openai/gpt-4o, gpt-4o*",
        "ft:gpt-4o-mini-2024-07-18:acme::B7, gpt-4o*",
        "gpt-4o-search-preview, *-search-*",
        "gpt-4.1-nano, gpt-4.1*",
        "gpt-4-turbo, gpt-4-turbo*",
        "gpt-4-0613, gpt-4-*",
        "o3, o3*",
        "o3-mini, o3-mini*",
        "o3-pro, o3-pro*",
        "gpt-5, gpt-5*",
        "gpt-5-mini, gpt-5*",
        "gpt-5.1, gpt-5.1*",
        "gpt-5.4-pro, gpt-5*-pro*",
        "gpt-5-chat-latest, gpt-5-chat*",
        "gpt-5.1-chat-latest, gpt-5*-chat*",
        "gpt-5.3-codex, gpt-5*-codex*",
        "gpt-5.6-luna, gpt-5.6*",
        "gpt-6-sol, gpt-6-*",
        "gpt-6.2-astra, gpt-*",
        "gpt-9, gpt-*",
        "claude-opus-4-20250514, claude-opus-4*",
        "claude-opus-4-1-20250805, claude-opus-4-1*",
        "claude-sonnet-4-5-20250929, claude-sonnet-4-5*",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0, claude-haiku-4-5*",
        "claude-opus-5, claude-opus-5*",
        "claude-opus-5-5, claude-opus-5-5*",
        "Claude-Sonnet-5, claude-sonnet-5*",
        "claude-next-9, claude-*",
        "gemini-2.5-pro, gemini-2.5-pro*",
        "gemini-2.5-flash-lite-preview-09-2025, gemini-2.5-flash-lite*",
        "gemini-2.5-flash, gemini-2.5*",
        "gemini-3.1-pro-preview, gemini-3.1-pro*",
        "gemini-3.8-flash, gemini-3*",
        "publishers/google/models/gemini-4-argon, gemini-*"
    })
    void isTheFirstRowThatFits(String model, String row) {
        assertThat(Family.of(model).names()).hasToString(row);
    }

    @Test
    void acceptsAnythingWhereTheModelIsNotKnown() {
        Family family = Family.of("llama-4-maverick");

        assertThat(family.isKnown()).isFalse();
        assertThat(family.accepts("efforts", "extreme")).isTrue();
        assertThat(family.output()).isEmpty();
    }

    @Test
    void statesNoTraitButThoseTheListExplains() {
        for (Family family : Family.known()) {
            assertThat(TRAITS).as(family.toString()).containsAll(family.traits().keySet());
            assertThat(family.has("sampling") ? family.value("sampling") : "fixed")
                    .as(family.toString())
                    .isIn("fixed", "unreasoned", "one", "none");
            assertThat(family.output().orElse(1)).isPositive();
        }
    }

    @Test
    void namesNoDefaultEffortThatItWouldNotAccept() {
        assertThat(Family.known())
                .filteredOn(family -> family.has("default_effort"))
                .isNotEmpty()
                .allMatch(family -> family.accepts("efforts", family.value("default_effort")));
    }

    @Test
    void standsBeforeNoRowThatItHides() {
        for (int i = 0; i < Family.known().size(); i++) {
            String pattern = Family.known().get(i).names().pattern();
            String model = pattern.replace("*", "1");
            for (Family earlier : Family.known().subList(0, i)) {
                assertThat(earlier.names().matches(model))
                        .as(earlier + " hides " + pattern)
                        .isFalse();
            }
        }
    }
}
