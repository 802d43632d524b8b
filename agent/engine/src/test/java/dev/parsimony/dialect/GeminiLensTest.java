// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.at;
import static dev.parsimony.dialect.Samples.gemini;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiLensTest {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String PATH = "/v1beta/models/" + MODEL + ":generateContent";

    private final Lens lens = at(PATH, sample());

    private static String sample() {
        return new String(Samples.body("gemini-request.json"), StandardCharsets.UTF_8);
    }

    /** The sample as it is, and with every name of its fields written the other way. */
    static Lens[] spellings() {
        String underscored = sample().replace("systemInstruction", "system_instruction")
                .replace("functionDeclarations", "function_declarations")
                .replace("generationConfig", "generation_config")
                .replace("maxOutputTokens", "max_output_tokens")
                .replace("thinkingConfig", "thinking_config")
                .replace("thinkingBudget", "thinking_budget")
                .replace("topP", "top_p")
                .replace("topK", "top_k")
                .replace("stopSequences", "stop_sequences")
                .replace("responseMimeType", "response_mime_type")
                .replace("inlineData", "inline_data")
                .replace("mimeType", "mime_type")
                .replace("serviceTier", "service_tier");
        return new Lens[] {at(PATH, sample()), at(PATH, underscored)};
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsWhatRulesAskForUnderBothNamesOfEachField(Lens either) {
        assertThat(either.model()).isEqualTo(MODEL);
        assertThat(either.cap()).hasValue(2048);
        assertThat(either.thinkingBudget()).hasValue(512);
        assertThat(either.temperature()).hasValue(0.25);
        assertThat(either.messages()).isEqualTo(5);
        assertThat(either.usesTools()).isTrue();
        assertThat(either.hasImages()).isTrue();
        assertThat(either.wantsJson()).isTrue();
        assertThat(either.systemText()).isEqualTo("You are a careful clerk.\nHouse rules: be kind.");
        assertThat(either.parameters().topP()).hasValue(0.9);
        assertThat(either.parameters().topK()).hasValue(40);
        assertThat(either.parameters().stops()).containsExactly("END");
        assertThat(either.parameters().outputType()).isEqualTo("json");
        assertThat(either.parameters().tier()).isEqualTo("flex");
        assertThat(either.parameters().seed()).hasValue(7);
        assertThat(either.conversationId()).isEmpty();
    }

    @Test
    void readsStreamingFromThePath() {
        assertThat(lens.streamed()).isFalse();
        assertThat(at("/v1beta/models/m:streamGenerateContent", "{}").streamed())
                .isTrue();
    }

    @Test
    void readsTheTextsOfTheUserAlone() {
        assertThat(lens.firstUserText()).isEqualTo("Who is Ada?");
        assertThat(lens.lastUserText()).isEqualTo("And in this picture?");
        assertThat(gemini(MODEL, "{'contents':[{'role':'model','parts':[{'text':'a'}]}]}")
                        .lastUserText())
                .isEmpty();
        assertThat(gemini(MODEL, "{'contents':[{'parts':[{'text':'nobody said who'}]}]}")
                        .firstUserText())
                .isEqualTo("nobody said who");
    }

    @Test
    void readsSingleValuesWhereListsAreDue() {
        Lens bare = gemini(
                MODEL,
                "{'system_instruction':{'parts':{'text':'Be a cat.'}},'contents':{'parts':{'text':'hello'}},"
                        + "'tools':{'functionDeclarations':{'name':'f'}}}");

        assertThat(bare.systemText()).isEqualTo("Be a cat.");
        assertThat(bare.firstUserText()).isEqualTo("hello");
        assertThat(bare.messages()).isEqualTo(1);
        assertThat(bare.blocks()).extracting(Block::level).containsExactly(Level.SYSTEM, Level.TOOLS, Level.MESSAGES);
    }

    @Test
    void takesThePromptApartInTheOrderOfTheCache() {
        assertThat(lens.blocks())
                .extracting(Block::level)
                .containsExactly(
                        Level.SYSTEM,
                        Level.SYSTEM,
                        Level.TOOLS,
                        Level.TOOLS,
                        Level.TOOLS,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES);
        assertThat(lens.blocks()).extracting(Block::message).containsExactly(-1, -1, -1, -1, -1, 0, 1, 1, 2, 3, 4, 4);
        assertThat(lens.blocks()).noneMatch(Block::markable);
    }

    @Test
    void movesPlainTextsOfSystemAndUserAlone() {
        assertThat(lens.blocks())
                .filteredOn(Block::movable)
                .extracting(Block::text)
                .extracting(Node::text)
                .containsExactly(
                        "You are a careful clerk.", "House rules: be kind.", "Who is Ada?", "And in this picture?");
    }

    @Test
    void countsTextAndNoImages() {
        String request = "{'contents':[{'parts':[{'inlineData':{'mimeType':'image/png','data':'%s'}}]}]}";

        assertThat(gemini(MODEL, String.format(request, "A".repeat(10_000))).promptBytes())
                .isEqualTo(gemini(MODEL, String.format(request, "")).promptBytes());
        assertThat(gemini(
                                MODEL,
                                "{'systemInstruction':{'parts':[{'text':'12345'}]},'contents':[{'parts':[{'text':'123'}]}]}")
                        .promptBytes())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, true",
        "image/jpeg, true",
        "application/pdf, false",
        "video/mp4, false",
    })
    void seesAnImageByItsType(String type, boolean image) {
        String file = "{'contents':[{'parts':[{'fileData':{'mimeType':'" + type + "','fileUri':'gs://x'}}]}]}";

        assertThat(gemini(MODEL, file).hasImages()).isEqualTo(image);
    }

    @Test
    void seesAnImageInAToolsResult() {
        assertThat(gemini(
                                MODEL,
                                "{'contents':[{'parts':[{'functionResponse':{'name':'f','parts':[{'inlineData':"
                                        + "{'mimeType':'image/png','data':''}}]}}]}]}")
                        .hasImages())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'responseModalities':['AUDIO']} | speech",
                "{'responseModalities':['TEXT','IMAGE']} | image",
                "{'responseMimeType':'text/plain'} | text",
                "{'responseMimeType':'text/x.enum'} | ''",
                "{} | ''"
            })
    void knowsWhatIsToComeOut(String config, String type) {
        assertThat(gemini(MODEL, "{'generationConfig':" + config + "}")
                        .parameters()
                        .outputType())
                .isEqualTo(type);
    }

    @Test
    void knowsNoBudgetWhereTheModelIsToFindItsOwn() {
        assertThat(gemini(MODEL, "{'generationConfig':{'thinkingConfig':{'thinkingBudget':-1}}}")
                        .thinkingBudget())
                .isEmpty();
        assertThat(gemini(MODEL, "{'generationConfig':{'thinkingConfig':{'thinkingLevel':'LOW'}}}")
                        .parameters()
                        .reasoning())
                .isEqualTo("low");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cachedContent':'cachedContents/1'} | cached_content",
                "{'cached_content':'cachedContents/1'} | cached_content",
                "{'continuationToken':'t'} | continued",
                "{'generationConfig':{'candidateCount':2}} | several_choices",
                "{'generationConfig':{'responseLogprobs':true}} | logprobs",
                "{'generationConfig':{'responseModalities':['audio']}} | audio_output",
                "{'tools':[{'googleSearch':{}}]} | server_tools",
                "{'tools':[{'google_search':{}}]} | server_tools",
                "{'tools':[{'functionDeclarations':[]},{'codeExecution':{}}]} | server_tools",
                "{'tools':[{'urlContext':{}}]} | server_tools"
            })
    void saysWhyAnAnswerMustNotBeReused(String request, String reason) {
        assertThat(gemini(MODEL, request).whyNotReusable()).hasValue(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'contents':[]}",
                "{'generationConfig':{'candidateCount':1,'temperature':1}}",
                "{'tools':[{'functionDeclarations':[{'name':'f'}]}]}",
                "{'tools':[{'function_declarations':[{'name':'f'}]}]}"
            })
    void letsOtherAnswersBeReused(String request) {
        assertThat(gemini(MODEL, request).whyNotReusable()).isEmpty();
    }

    @Test
    void knowsWhatStandsBesideTheAnswer() {
        assertThat(lens.fieldsBesideTheAnswer()).contains("labels", "serviceTier", "service_tier");
        assertThat(lens.marksBesideTheAnswer()).isEmpty();
    }
}
