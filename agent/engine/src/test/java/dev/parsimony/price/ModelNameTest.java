// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o-2024-08-06, gpt-4o",
        "claude-haiku-4-5-20251001, claude-haiku-4-5",
        "claude-haiku-4-5@20251001, claude-haiku-4-5",
        "claude-sonnet-4-5[1m], claude-sonnet-4-5",
        "anthropic/claude-sonnet-5:thinking, claude-sonnet-5",
        "anthropic/claude-sonnet-4.5, claude-sonnet-4-5",
        "anthropic/claude-3.7-sonnet:thinking, claude-3-7-sonnet",
        "openai/gpt-4o, gpt-4o",
        "models/gemini-2.5-pro, gemini-2.5-pro",
        "us.anthropic.claude-opus-4-7-20260301-v1:0, claude-opus-4-7",
        "apac.anthropic.claude-opus-4-7, anthropic.claude-opus-4-7",
        "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0, amazon.nova-lite",
        "Claude-Sonnet-5, claude-sonnet-5",
    })
    void seesThroughWhatProvidersCloudsAndGatewaysPutAroundAName(String written, String model) {
        assertThat(ModelName.forms(written)).contains(model);
    }

    @Test
    void triesTheNameAsItStandsBeforeAnythingIsTakenOff() {
        assertThat(ModelName.forms("openai/gpt-4o-2024-05-13"))
                .containsExactly("openai/gpt-4o-2024-05-13", "openai/gpt-4o", "gpt-4o-2024-05-13", "gpt-4o");
    }

    @Test
    void leavesANumberInANameThatIsNoDate() {
        assertThat(ModelName.forms("grok-4-0709")).containsExactly("grok-4-0709");
    }

    @Test
    void doesNotTakeAFineTunedModelForItsBase() {
        assertThat(ModelName.forms("ft:gpt-4o-mini-2024-07-18:acme::abc123")).doesNotContain("gpt-4o-mini");
    }
}
