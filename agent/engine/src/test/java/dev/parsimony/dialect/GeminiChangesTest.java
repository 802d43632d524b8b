// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.at;
import static dev.parsimony.dialect.Samples.gemini;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiChangesTest {
    private static final String PRO = "gemini-2.5-pro";
    private static final String FLASH = "gemini-2.5-flash";

    @Test
    void namesAnotherModelInThePathAndLeavesTheBody() {
        Change.Make change = (Change.Make) gemini(PRO, "{'contents':[]}").withModel(FLASH);

        assertThat(change.path()).hasValue("/v1beta/models/gemini-2.5-flash:generateContent");
        assertThat(change.edits().isEmpty()).isTrue();
        assertThat(change.isEmpty()).isFalse();
    }

    @Test
    void namesItInTheBodyTooWhereItStandsThere() {
        String request = "{'model':'models/gemini-2.5-pro','contents':[]}";

        assertThat(made(request, gemini(PRO, request).withModel(FLASH)))
                .isEqualTo("{'model':'models/gemini-2.5-flash','contents':[]}");
    }

    @Test
    void changesNothingWhereThatModelIsAskedForAlready() {
        Change.Make change = (Change.Make) gemini(PRO, "{}").withModel(PRO);

        assertThat(change.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/tunedModels/mine:generateContent, gemini-2.5-flash, tuned_model",
        "/v1/projects/p/locations/l/endpoints/1:generateContent, gemini-2.5-flash, tuned_model",
        "/v1beta/models/gemini-2.5-pro:generateContent, google/gemini-2.5-flash, no_model_name"
    })
    void namesNoOtherModelWhereThePathHasNoPlaceForIt(String path, String model, String reason) {
        assertThat(at(path, "{}").withModel(model)).hasToString("Refuse[reason=" + reason + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'generationConfig':{'maxOutputTokens':60000}} | gemini-2.0-flash | max_output",
                "{'cachedContent':'c'} | gemini-2.5-flash | cached_content",
                "{'continuationToken':'c'} | gemini-2.5-flash | continued",
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':0}}} | gemini-2.5-pro | thinking",
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':30000}}} | gemini-2.5-flash | thinking",
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':512}}} | gemini-4-argon | thinking",
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':512}}} | gemini-2.0-flash | thinking",
                "{'generationConfig':{'thinkingConfig':{'thinkingLevel':'low'}}} | gemini-2.5-flash | thinking",
                "{'generationConfig':{'thinkingConfig':{'thinkingLevel':'MINIMAL'}}} | gemini-3.1-pro-preview | effort",
                "{'generationConfig':{'responseModalities':['TEXT','IMAGE']}} | gemini-2.5-flash | modalities",
                "{'generationConfig':{'responseLogprobs':true}} | gemini-2.5-flash | logprobs",
                "{'tools':[{'googleSearch':{}}]} | gemini-2.5-flash | server_tools",
                "{'contents':[{'parts':[{'functionCall':{},'thoughtSignature':'s'}]}]} | gemini-2.5-flash | signed_thinking",
                "{'contents':[{'parts':[{'functionCall':{}}]}]} | gemini-3.8-flash | unsigned_calls"
            })
    void keepsTheModelWhereTheOtherOneWouldRefuse(String request, String model, String reason) {
        assertThat(made(request, gemini("gemini-x", request).withModel(model))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':-1}}} | gemini-2.5-pro",
                "{'generationConfig':{'thinkingConfig':{'thinkingLevel':'LOW'}}} | gemini-4-argon",
                "{'generationConfig':{'responseModalities':['TEXT']}} | gemini-2.5-flash",
                "{'contents':[{'parts':[{'functionCall':{}}]}]} | gemini-2.5-flash",
                "{'tools':[{'functionDeclarations':[{'name':'f'}]}]} | model-of-tomorrow"
            })
    void goesToAnotherModelThatTakesTheSame(String request, String model) {
        Change.Make change = (Change.Make) gemini("gemini-x", request).withModel(model);

        assertThat(change.path()).hasValue("/v1beta/models/" + model + ":generateContent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {'generationConfig':{'maxOutputTokens':100}}",
                "{'contents':[]} | {'contents':[],'generationConfig':{'maxOutputTokens':100}}",
                "{'generationConfig':null} | {'generationConfig':{'maxOutputTokens':100}}",
                "{'generationConfig':{}} | {'generationConfig':{'maxOutputTokens':100}}",
                "{'generationConfig':{'topK':1}} | {'generationConfig':{'topK':1,'maxOutputTokens':100}}",
                "{'generationConfig':{'maxOutputTokens':900}} | {'generationConfig':{'maxOutputTokens':100}}",
                "{'generationConfig':{'maxOutputTokens':90}} | {'generationConfig':{'maxOutputTokens':90}}",
                "{'generation_config':{'max_output_tokens':900}} | {'generation_config':{'max_output_tokens':100}}",
                "{'generationConfig':{'maxOutputTokens':null}} | {'generationConfig':{'maxOutputTokens':100}}",
                "{'generationConfig':{'maxOutputTokens':'900'}} | cap_unreadable",
                "{'generationConfig':{'thinkingConfig':{'thinkingBudget':100}}} | below_thinking_budget"
            })
    void lowersTheCapWhereverItStands(String request, String result) {
        assertThat(made(request, gemini(FLASH, request).withCap(100, FLASH))).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'contents':[{'parts':[{'text':'hello'}]}]}"})
    void knowsNoMarksAndNeedsNotAskForUsage(String request) {
        Lens lens = gemini(FLASH, request);

        assertThat(((Change.Make) lens.withStreamUsage()).isEmpty()).isTrue();
        assertThat(lens.blocks()).allMatch(block -> lens.withMark(block, false) instanceof Change.Refuse);
    }

    @Test
    void writesATextAnewInItsPart() {
        String request = "{'systemInstruction':{'parts':[{'text':'ab'}]}}";
        Lens lens = gemini(FLASH, request);

        assertThat(made(request, lens.withText(lens.blocks().get(0), List.of(new byte[] {'b'}, new byte[] {'a'}))))
                .isEqualTo("{'systemInstruction':{'parts':[{'text':'ba'}]}}");
    }
}
