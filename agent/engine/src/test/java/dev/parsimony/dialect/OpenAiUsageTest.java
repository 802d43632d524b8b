// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void addsReasoningAtAHostThatIsKnownToCountItApartWhateverTheTotal() {
        Reading atXai = new Reading(false, Set.of(Custom.REASONING_APART));

        assertThat(new OpenAiUsage(
                                json("{'prompt_tokens':32,'completion_tokens':9,"
                                        + "'completion_tokens_details':{'reasoning_tokens':94}}"),
                                atXai)
                        .read())
                .isEqualTo(Usage.text(32, 0, 0, 0, 9, 94));
    }

    @Test
    void doesNotAddReasoningThatTheTotalSaysIsAmongTheOutput() {
        Reading atXai = new Reading(false, Set.of(Custom.REASONING_APART));

        assertThat(new OpenAiUsage(
                                json("{'prompt_tokens':32,'completion_tokens':103,'total_tokens':135,"
                                        + "'completion_tokens_details':{'reasoning_tokens':94}}"),
                                atXai)
                        .read())
                .isEqualTo(Usage.text(32, 0, 0, 0, 9, 94));
    }

    @Test
    void readsMoonshotsOwnName() {
        assertThat(usage("{'prompt_tokens':19,'completion_tokens':21,'total_tokens':40,'cached_tokens':10}"))
                .isEqualTo(Usage.text(9, 10, 0, 0, 21, 0));
    }

    /** As {@code calculate_usage} of LiteLLM's proxy makes it of Anthropic's counts: 20 plain, 3,000 read, 900 written. */
    @Test
    void takesWhatLiteLlmSaysAnthropicWroteOutOfTheInput() {
        assertThat(usage("{'prompt_tokens':3920,'completion_tokens':7,'total_tokens':3927,'prompt_tokens_details':"
                        + "{'cached_tokens':3000,'text_tokens':20,'cache_creation_tokens':900,'cache_creation_token_details':"
                        + "{'ephemeral_5m_input_tokens':300,'ephemeral_1h_input_tokens':600}},"
                        + "'cache_creation_input_tokens':900,'cache_read_input_tokens':3000,"
                        + "'server_tool_use':{'web_search_requests':2}}"))
                .isEqualTo(Usage.text(20, 3000, 300, 600, 7, 0).withTool("web_search", 2));
    }

    /** As its {@code bedrock/chat/converse_transformation.py} made it before: the writes are in Amazon's total alone. */
    @Test
    void addsWhatLiteLlmSaysAmazonWroteWhereTheTotalAloneHoldsIt() {
        assertThat(usage("{'prompt_tokens':3020,'completion_tokens':7,'total_tokens':3927,"
                        + "'prompt_tokens_details':{'cached_tokens':3000},"
                        + "'cache_creation_input_tokens':900,'cache_read_input_tokens':3000}"))
                .isEqualTo(Usage.text(20, 3000, 900, 0, 7, 0));
    }

    @Test
    void countsTheSourcesThatASearchOfXaisRead() {
        assertThat(usage("{'prompt_tokens':10,'completion_tokens':5,'num_sources_used':4}"))
                .isEqualTo(Usage.text(10, 0, 0, 0, 5, 0).withTool("live_search", 4));
    }

    @Test
    void takesSoundAndImagesOutOfTheText() {
        assertThat(usage("{'prompt_tokens':1000,'prompt_tokens_details':{'audio_tokens':300,'image_tokens':200},"
                        + "'completion_tokens':100,'completion_tokens_details':{'audio_tokens':60}}"))
                .isEqualTo(Usage.text(500, 0, 0, 0, 40, 0)
                        .with(TokenKind.AUDIO_INPUT, 300)
                        .with(TokenKind.IMAGE_INPUT, 200)
                        .with(TokenKind.AUDIO_OUTPUT, 60));
    }

    @Test
    void takesSoundThatIsMoreThanTheRestForCached() {
        assertThat(usage("{'prompt_tokens':1000,'prompt_tokens_details':{'cached_tokens':800,'audio_tokens':500}}"))
                .isEqualTo(Usage.text(0, 500, 0, 0, 0, 0)
                        .with(TokenKind.AUDIO_INPUT, 200)
                        .with(TokenKind.AUDIO_CACHE_READ, 300));
    }

    @Test
    void billsRejectedPredictionsAsTheOutputTheyAreCountedIn() {
        assertThat(usage("{'prompt_tokens':10,'completion_tokens':90,'completion_tokens_details':"
                        + "{'accepted_prediction_tokens':40,'rejected_prediction_tokens':30}}"))
                .isEqualTo(Usage.text(10, 0, 0, 0, 90, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cost':0.0123}                                                                | 0.0123",
                "{'cost':0}                                                                     | 0",
                "{'cost':1.5e-05}                                                               | 0.000015",
                "{'cost':0.01,'cost_details':{'upstream_inference_cost':0.2}}                   | 0.01",
                "{'cost':0.01,'is_byok':true,'cost_details':{'upstream_inference_cost':0.2}}    | 0.21",
                "{'cost':0.01,'is_byok':true}                                                   | ",
                "{'cost':-1}                                                                    | ",
                "{'cost':1e999999999}                                                           | ",
                "{'cost':'1'}                                                                   | ",
            })
    void takesWhatTheHostSaysItChargedExactly(String usage, @Nullable String usd) {
        Reading atOpenRouter = new Reading(false, Set.of(Custom.TELLS_COST));

        assertThat(new OpenAiUsage(json(usage), atOpenRouter).charged().map(BigDecimal::toPlainString))
                .isEqualTo(Optional.ofNullable(usd));
    }

    /** The example of docs.x.ai, cost tracking. */
    @Test
    void takesTenThousandMillionTicksForADollar() {
        Reading atXai = new Reading(false, Set.of(Custom.TELLS_TICKS));

        assertThat(new OpenAiUsage(json("{'cost_in_usd_ticks':37756000,'cost':9}"), atXai).charged())
                .contains(new BigDecimal("0.0037756000"));
        assertThat(new OpenAiUsage(json("{'cost':9}"), atXai).charged()).isEmpty();
        assertThat(new OpenAiUsage(json("{'cost_in_usd_ticks':37756000}"), Reading.PLAIN).charged())
                .isEmpty();
    }

    @Test
    void believesNoChargeOfAHostThatIsNotKnownToTellIt() {
        assertThat(new OpenAiUsage(json("{'cost':0.5}"), Reading.PLAIN).charged())
                .isEmpty();
    }

    private static Node json(String singleQuoted) {
        return Samples.json(singleQuoted).root();
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
