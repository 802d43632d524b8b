// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverseLensTest {
    private static final String HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String REQUEST = """
            {'system':[{'text':'You are terse.'},{'text':'Answer in verse.'}],
             'messages':[{'role':'user','content':[{'text':'Hello'}]},
                         {'role':'assistant','content':[{'reasoningContent':{'reasoningText':{'text':'hm'}}},{'text':'Hi'}]},
                         {'role':'user','content':[{'text':'Bye'},{'image':{'format':'png','source':{'bytes':'AAAA'}}}]}],
             'toolConfig':{'tools':[{'toolSpec':{'name':'clock','inputSchema':{'json':{}}}}]},
             'inferenceConfig':{'maxTokens':500,'temperature':0,'topP':0.5,'stopSequences':['.']},
             'serviceTier':{'type':'flex'}}""";

    @Test
    void readsWhatRulesAskOf() {
        Lens lens = lens(REQUEST);

        assertThat(lens.model()).isEqualTo(HAIKU);
        assertThat(lens.streamed()).isFalse();
        assertThat(lens.cap()).hasValue(500);
        assertThat(lens.temperature()).hasValue(0);
        assertThat(lens.parameters().topP()).hasValue(0.5);
        assertThat(lens.parameters().stops()).containsExactly(".");
        assertThat(lens.parameters().tier()).isEqualTo("flex");
        assertThat(lens.messages()).isEqualTo(3);
        assertThat(lens.usesTools()).isTrue();
        assertThat(lens.hasImages()).isTrue();
        assertThat(lens.wantsJson()).isFalse();
        assertThat(lens.systemText()).isEqualTo("You are terse.\nAnswer in verse.");
        assertThat(lens.firstUserText()).isEqualTo("Hello");
        assertThat(lens.lastUserText()).isEqualTo("Bye");
        assertThat(lens.whyNotReusable()).isEmpty();
    }

    @Test
    void knowsAStreamByItsPath() {
        assertThat(lens("/model/x/converse-stream", REQUEST).streamed()).isTrue();
    }

    @Test
    void listsBlocksInTheOrderInWhichTheyAreCached() {
        assertThat(lens(REQUEST).blocks())
                .extracting(Block::level)
                .map(Object::toString)
                .containsExactly(
                        "TOOLS", "SYSTEM", "SYSTEM", "MESSAGES", "MESSAGES", "MESSAGES", "MESSAGES", "MESSAGES");
        assertThat(lens(REQUEST).blocks())
                .extracting(Block::markable)
                .containsExactly(true, true, true, true, false, true, true, true);
    }

    @Test
    void countsNoMediaAsText() {
        String text = "{'messages':[{'role':'user','content':[{'text':'Hello'}%s]}]}";
        String image = ",{'image':{'format':'png','source':{'bytes':'AAAAAAAAAAAAAAAA'}}}";

        assertThat(lens(text.formatted(image)).promptBytes())
                .isEqualTo(lens(text.formatted("")).promptBytes())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'a':1,'inferenceConfig':{'maxTokens':500}}  | {'a':1,'inferenceConfig':{'maxTokens':100}}",
                "{'a':1,'inferenceConfig':{'maxTokens':50}}   | {'a':1,'inferenceConfig':{'maxTokens':50}}",
                "{'a':1,'inferenceConfig':{'topP':1}}         | {'a':1,'inferenceConfig':{'topP':1,'maxTokens':100}}",
                "{'a':1,'inferenceConfig':{}}                 | {'a':1,'inferenceConfig':{'maxTokens':100}}",
                "{'a':1,'inferenceConfig':null}               | {'a':1,'inferenceConfig':{'maxTokens':100}}",
                "{'a':1}                                      | {'a':1,'inferenceConfig':{'maxTokens':100}}",
                "{'inferenceConfig':{'max_new_tokens':500}}   | {'inferenceConfig':{'max_new_tokens':100}}",
                "{'additionalModelRequestFields':{'thinking':{'budget_tokens':100}}} | below_thinking_budget"
            })
    void lowersTheCapWhereverItStands(String request, String capped) {
        assertThat(Samples.made(request, lens(request).withCap(100, HAIKU))).isEqualTo(capped);
    }

    @Test
    void goesToAnotherModelByThePath() {
        Change change = lens("{'messages':[]}").withModel("amazon.nova-lite-v1:0");

        assertThat(change).isInstanceOfSatisfying(Change.Make.class, make -> {
            assertThat(make.edits().isEmpty()).isTrue();
            assertThat(make.path()).contains("/model/amazon.nova-lite-v1:0/converse");
        });
        assertThat(((Change.Make) lens("{}").withModel(HAIKU)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'promptVariables':{}}                                     | amazon.nova-lite-v1:0             | stored_prompt",
                "{'additionalModelRequestFields':{'top_k':3}}               | amazon.nova-lite-v1:0             | model_fields",
                "{'inferenceConfig':{'maxTokens':90000}}                    | anthropic.claude-haiku-4-5-v1:0   | max_output",
                "{'inferenceConfig':{'temperature':0}}                      | anthropic.claude-opus-4-8         | sampling",
                "{'inferenceConfig':{'temperature':0,'topP':1}}             | anthropic.claude-sonnet-4-6       | temperature_and_top_p",
                "{'messages':[]}                                            | global.anthropic.claude-opus-5-5  | thinks_by_default",
                "{'messages':[{'role':'assistant','content':[]}]}           | anthropic.claude-sonnet-4-6       | prefill",
                "{'toolConfig':{'tools':[{'systemTool':{'name':'s'}}]}}     | amazon.nova-lite-v1:0             | server_tools",
                "{'messages':[{'role':'user','content':[{'reasoningContent':{}}]}]} | amazon.nova-lite-v1:0     | signed_thinking",
                "{'system':[{'text':'a'},{'cachePoint':{'type':'default'}}]} | meta.llama3-3-70b-instruct-v1:0  | cache_points"
            })
    void refusesAModelThatWouldNotTakeTheRequest(String request, String model, String reason) {
        assertThat(Samples.made(request, lens(request).withModel(model))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'guardrailConfig':{'guardrailIdentifier':'g'}}          | guardrail",
                "{'promptVariables':{}}                                   | stored_prompt",
                "{'toolConfig':{'tools':[{'systemTool':{'name':'s'}}]}}   | server_tools"
            })
    void saysWhyAnAnswerIsNotToBeReused(String request, String reason) {
        assertThat(lens(request).whyNotReusable()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "false | {'system':[{'text':'a'},{'cachePoint':{'type':'default'}}]}",
                "true  | {'system':[{'text':'a'},{'cachePoint':{'type':'default','ttl':'1h'}}]}"
            })
    void putsACachePointBehindTheBlock(boolean longLived, String marked) {
        assertThat(mark(HAIKU, "{'system':[{'text':'a'}]}", longLived)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "anthropic.claude-3-haiku-20240307-v1:0 | false | {'system':[{'text':'a'}]} | no_marks",
                "us.amazon.nova-lite-v1:0               | false | {'system':[{'text':'a'}]} | no_marks",
                "anthropic.claude-3-7-sonnet-20250219-v1:0 | true | {'system':[{'text':'a'}]} | no_long_marks",
                "anthropic.claude-sonnet-4-6 | false | {'system':[{'text':'a'},{'cachePoint':{'type':'default'}}]} | already_marked",
                "anthropic.claude-sonnet-4-6 | false | {'system':[{'text':''}]} | not_markable",
                "anthropic.claude-sonnet-4-6 | false | {'system':[{'text':'a'},{'text':'b'},{'cachePoint':{'ttl':'1h'}}]} | ttl_order",
                "anthropic.claude-sonnet-4-6 | false | {'system':[{'text':'a'},{'text':'b'},{'cachePoint':{}},{'text':'c'},{'cachePoint':{}},{'text':'d'},{'cachePoint':{}},{'text':'e'},{'cachePoint':{}}]} | too_many_marks"
            })
    void refusesACachePointThatBedrockWouldRefuse(String model, boolean longLived, String request, String reason) {
        assertThat(mark(model, request, longLived)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "true, true, {'cachePoint':{'ttl':'1h'}}",
                "true, false, {'cachePoint':{}}",
                "false, true, {'cachePoint':{}}",
                "false, true, {'cachePoint':{'ttl':'1h'}}"
            })
    void judgesTheOrderOfLivesAsBedrockReadsThemAndNotAsTheyAreWritten(boolean longLived, boolean makes, String point) {
        String request =
                "{'messages':[{'role':'user','content':[{'text':'a'}]}],'system':[{'text':'b'}," + point + "]}";
        Lens lens = lens("/model/anthropic.claude-sonnet-4-6/converse", request);

        assertThat(lens.withMark(lens.blocks().get(1), longLived) instanceof Change.Make)
                .isEqualTo(makes);
    }

    @Test
    void takesTheApplicationsCachePointsForMarksAndNotForBlocks() {
        Lens lens = lens("{'system':[{'text':'a'},{'cachePoint':{'type':'default'}},{'text':'b'}]}");

        assertThat(lens.blocks()).extracting(Block::marked).containsExactly(true, false);
        assertThat(lens.marksBesideTheAnswer()).hasSize(1);
    }

    private static String mark(String model, String request, boolean longLived) {
        Lens lens = lens("/model/" + model + "/converse", request);
        return Samples.made(request, lens.withMark(lens.blocks().get(0), longLived));
    }

    private static Lens lens(String request) {
        return lens("/model/" + HAIKU + "/converse", request);
    }

    private static Lens lens(String path, String request) {
        return Dialects.of(path).orElseThrow().lens(path, Samples.json(request));
    }
}
