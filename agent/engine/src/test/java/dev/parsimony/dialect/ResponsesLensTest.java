// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.made;
import static dev.parsimony.dialect.Samples.responses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesLensTest {
    private final Lens lens = Samples.lens("openai.responses", Samples.body("responses-request.json"));

    @Test
    void readsWhatRulesAskFor() {
        assertThat(lens.model()).isEqualTo("gpt-5.4-mini");
        assertThat(lens.streamed()).isFalse();
        assertThat(lens.cap()).hasValue(2000);
        assertThat(lens.temperature()).isEmpty();
        assertThat(lens.messages()).isEqualTo(6);
        assertThat(lens.usesTools()).isTrue();
        assertThat(lens.hasImages()).isTrue();
        assertThat(lens.wantsJson()).isTrue();
        assertThat(lens.conversationId()).hasValue("conv_68");
    }

    @Test
    void readsTheTexts() {
        assertThat(lens.systemText()).isEqualTo("You are a planner.\nUse metric units.");
        assertThat(lens.firstUserText()).isEqualTo("Plan a trip.");
        assertThat(lens.lastUserText()).isEqualTo("And tomorrow?");
    }

    @Test
    void readsTheOtherSettings() {
        Parameters parameters = lens.parameters();

        assertThat(parameters.topP()).hasValue(0.95);
        assertThat(parameters.reasoning()).isEqualTo("low");
        assertThat(parameters.outputType()).isEqualTo("json");
        assertThat(parameters.tier()).isEqualTo("flex");
        assertThat(responses("{'previous_response_id':'resp_1'}").parameters().previousResponse())
                .isEqualTo("resp_1");
    }

    @Test
    void takesALoneStringForTheUsersMessage() {
        Lens plain = responses("{'input':'Tell me a joke','conversation':'conv_1'}");

        assertThat(plain.messages()).isEqualTo(1);
        assertThat(plain.firstUserText()).isEqualTo("Tell me a joke");
        assertThat(plain.lastUserText()).isEqualTo("Tell me a joke");
        assertThat(plain.promptBytes()).isEqualTo(14);
        assertThat(plain.blocks()).extracting(Block::role).containsExactly("user");
        assertThat(plain.conversationId()).hasValue("conv_1");
    }

    @Test
    void takesThePromptApartInTheOrderOfTheCache() {
        assertThat(lens.blocks())
                .extracting(Block::level)
                .containsExactly(
                        Level.TOOLS,
                        Level.SYSTEM,
                        Level.SYSTEM,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES);
        assertThat(lens.blocks()).extracting(Block::message).containsExactly(-1, -1, 0, 1, 1, 2, 3, 4, 5, 6);
        assertThat(lens.blocks())
                .extracting(block -> block.text().exists())
                .containsExactly(false, true, true, true, false, false, false, false, true, true);
    }

    @Test
    void findsAnImageInAToolsOutput() {
        assertThat(responses("{'input':[{'type':'computer_call_output','output':{'type':'computer_screenshot'}}]}")
                        .hasImages())
                .isTrue();
        assertThat(responses("{'input':[{'type':'function_call_output','output':[{'type':'input_image'}]}]}")
                        .hasImages())
                .isTrue();
        assertThat(responses("{'input':[{'type':'function_call_output','output':'image'}]}")
                        .hasImages())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'store':true | stored",
                "'previous_response_id':'resp_1' | previous_response",
                "'conversation':'conv_1' | conversation",
                "'background':true | background",
                "'prompt':{'id':'pmpt_1'} | stored_prompt",
                "'top_logprobs':2 | logprobs",
                "'include':['message.output_text.logprobs'] | logprobs",
                "'tools':[{'type':'web_search'}] | server_tools",
                "'tools':[{'type':'mcp','server_url':'x'}] | server_tools",
                "'tools':[{'type':'code_interpreter'}] | server_tools",
                "'tools':[{'type':'computer_use_preview'}] | server_tools"
            })
    void saysWhyAnAnswerMustNotBeReused(String field, String reason) {
        assertThat(responses("{" + field + "}").whyNotReusable()).hasValue(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"'store':false", "'model':'gpt-5'", "'tools':[{'type':'function'}]", "'previous_response_id':null"
            })
    void allowsReuseOfOrdinaryAnswers(String field) {
        assertThat(responses("{" + field + "}").whyNotReusable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'max_output_tokens':100} | 50 | {'max_output_tokens':50}",
                "{'max_output_tokens':100} | 500 | {'max_output_tokens':100}",
                "{'max_output_tokens':100} | 5 | {'max_output_tokens':16}",
                "{'max_output_tokens':10} | 5 | {'max_output_tokens':10}",
                "{'input':'x'} | 50 | {'input':'x','max_output_tokens':50}"
            })
    void lowersTheCapToNoLessThanTheApiTakes(String request, long tokens, String result) {
        assertThat(made(request, responses(request).withCap(tokens, "gpt-5"))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'model':'gpt-5.4','input':'x'} | gpt-5.4-mini | {'model':'gpt-5.4-mini','input':'x'}",
                "{'model':'gpt-5','reasoning':{'effort':'low'}} | gpt-5.4-mini | {'model':'gpt-5.4-mini','reasoning':{'effort':'low'}}",
                "{'model':'gpt-5','reasoning':{'effort':'minimal'}} | gpt-5.4-mini | effort",
                "{'model':'gpt-5','reasoning':{'summary':'auto'}} | gpt-4o | reasoning",
                "{'model':'gpt-5','input':[{'type':'reasoning'}]} | gpt-4o | reasoning_items",
                "{'model':'gpt-5','include':['reasoning.encrypted_content']} | gpt-4o | reasoning_items",
                "{'model':'gpt-5','text':{'verbosity':'low'}} | gpt-4o | verbosity",
                "{'model':'gpt-4o','temperature':0} | gpt-5 | sampling",
                "{'model':'gpt-4o','tools':[{'type':'web_search'}]} | gpt-4o-mini | server_tools",
                "{'model':'gpt-4o','text':{'format':{'type':'json_schema'}}} | gpt-3.5-turbo | json_schema",
                "{'model':'gpt-4o','max_output_tokens':30000} | gpt-4o-mini | max_output",
                "{'model':'gpt-4o','parallel_tool_calls':true} | o3 | parallel_tool_calls"
            })
    void goesToAnotherModelOnlyIfThatTakesTheRequest(String request, String model, String result) {
        assertThat(made(request, responses(request).withModel(model))).isEqualTo(result);
    }

    @Test
    void needsNotAskForUsageAndSetsNoMarks() {
        assertThat(made("{'stream':true}", responses("{'stream':true}").withStreamUsage()))
                .isEqualTo("{'stream':true}");
        assertThat(lens.withMark(lens.blocks().get(0), false)).hasToString("Refuse[reason=no_marks]");
    }
}
