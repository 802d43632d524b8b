// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.chat;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatChangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'model':'gpt-4o','max_tokens':100} | 50 | {'model':'gpt-4o','max_tokens':50}",
                "{'model':'gpt-4o','max_tokens':100} | 100 | {'model':'gpt-4o','max_tokens':100}",
                "{'model':'gpt-4o','max_tokens':100} | 200 | {'model':'gpt-4o','max_tokens':100}",
                "{'model':'gpt-4o','max_completion_tokens':100} | 50 | {'model':'gpt-4o','max_completion_tokens':50}",
                "{'model':'gpt-4o'} | 50 | {'model':'gpt-4o','max_tokens':50}",
                "{'model':'gpt-4o','max_tokens':null} | 50 | {'model':'gpt-4o','max_tokens':50}",
                "{'model':'gpt-5-mini'} | 50 | {'model':'gpt-5-mini','max_completion_tokens':50}",
                "{'model':'o3','max_completion_tokens':100} | 50 | {'model':'o3','max_completion_tokens':50}",
                "{'model':'gpt-6.2-sol','max_tokens':100} | 50 | {'model':'gpt-6.2-sol','max_completion_tokens':50}",
                "{'model':'gpt-6.2-sol','max_tokens':100} | 200 | {'model':'gpt-6.2-sol','max_completion_tokens':100}",
                "{'model':'llama-4'} | 50 | {'model':'llama-4','max_tokens':50}",
                "{'model':'llama-4','max_completion_tokens':90} | 50 | {'model':'llama-4','max_completion_tokens':50}",
                "{'model':'gpt-4o','max_tokens':9,'max_completion_tokens':8} | 5 | two_caps",
                "{'model':'o3','max_tokens':9,'max_completion_tokens':null} | 5 | two_caps",
                "{'model':'gpt-4o','max_tokens':'9'} | 5 | cap_unreadable",
                "{'reasoning':{'max_tokens':1024},'max_tokens':4000} | 1024 | below_thinking_budget",
                "{'reasoning':{'max_tokens':1024},'max_tokens':4000} | 1025 | {'reasoning':{'max_tokens':1024},'max_tokens':1025}"
            })
    void lowersTheCapInTheFieldThatTheModelTakes(String request, long tokens, String result) {
        var lens = chat(request);

        assertThat(made(request, lens.withCap(tokens, lens.model()))).isEqualTo(result);
    }

    @Test
    void capsForTheModelThatTheRequestWillGoTo() {
        String request = "{'model':'gpt-4o','max_tokens':100}";

        assertThat(made(request, chat(request).withCap(50, "o4-mini")))
                .isEqualTo("{'model':'gpt-4o','max_completion_tokens':50}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'stream':true} | {'stream':true,'stream_options':{'include_usage':true}}",
                "{'stream':true,'stream_options':null} | {'stream':true,'stream_options':{'include_usage':true}}",
                "{'stream':true,'stream_options':{}} | {'stream':true,'stream_options':{'include_usage':true}}",
                "{'stream':true,'stream_options':{'include_obfuscation':false}} | {'stream':true,'stream_options':{'include_obfuscation':false,'include_usage':true}}",
                "{'stream':true,'stream_options':{'include_usage':null}} | {'stream':true,'stream_options':{'include_usage':true}}",
                "{'stream':true,'stream_options':{'include_usage':true}} | {'stream':true,'stream_options':{'include_usage':true}}",
                "{'stream':true,'stream_options':{'include_usage':false}} | {'stream':true,'stream_options':{'include_usage':false}}",
                "{'stream':false} | {'stream':false}",
                "{} | {}"
            })
    void asksForUsageOnAStreamThatSaysNothingOfIt(String request, String result) {
        assertThat(made(request, chat(request).withStreamUsage())).isEqualTo(result);
    }

    @Test
    void asksForNothingTwice() {
        var asked =
                chat("{'stream':true,'stream_options':{'include_usage':true}}").withStreamUsage();

        assertThat(((dev.parsimony.exchange.Change.Make) asked).edits().isEmpty())
                .isTrue();
    }

    @Test
    void setsNoMarks() {
        var lens = Samples.lens("openai.chat", Samples.body("chat-request.json"));

        assertThat(lens.withMark(lens.blocks().get(0), false)).hasToString("Refuse[reason=no_marks]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'model':'gpt-4o','messages':[]} | gpt-4o-mini | {'model':'gpt-4o-mini','messages':[]}",
                "{'model':'gpt-4o'} | gpt-4o | {'model':'gpt-4o'}",
                "{'model':'gpt-4o','max_tokens':9} | gpt-5-mini | {'model':'gpt-5-mini','max_completion_tokens':9}",
                "{'model':'gpt-5','max_completion_tokens':9} | gpt-4o | {'model':'gpt-4o','max_completion_tokens':9}",
                "{'model':'gpt-4o','temperature':1} | o3 | {'model':'o3','temperature':1}",
                "{'model':'gpt-4o','temperature':null} | o3 | {'model':'o3','temperature':null}",
                "{'model':'gpt-4o','temperature':0} | gpt-5.1 | {'model':'gpt-5.1','temperature':0}",
                "{'model':'gpt-5','reasoning_effort':'low'} | gpt-6.1-terra | {'model':'gpt-6.1-terra','reasoning_effort':'low'}",
                "{'model':'m\\'n'} | a\"b | {'model':'a\\'b'}",
                "{'model':'llama-3','temperature':0,'logprobs':true} | llama-4 | {'model':'llama-4','temperature':0,'logprobs':true}"
            })
    void goesToAnotherModelThatTakesTheRequest(String request, String model, String result) {
        assertThat(made(request, chat(request).withModel(model))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'temperature':0 | o3 | sampling",
                "'temperature':0 | gpt-5-mini | sampling",
                "'top_p':0.5 | gpt-5.5 | sampling",
                "'temperature':0,'reasoning_effort':'low' | gpt-5.1 | sampling",
                "'presence_penalty':0.1 | gpt-6.2-sol | sampling",
                "'n':2 | o3 | several_choices",
                "'logprobs':true | gpt-5 | logprobs",
                "'logit_bias':{'50256':-100} | gpt-5 | logit_bias",
                "'prediction':{'type':'content','content':'x'} | gpt-5 | prediction",
                "'stop':['END'] | o4-mini | stop",
                "'reasoning_effort':'low' | gpt-4o-mini | effort",
                "'reasoning_effort':'minimal' | gpt-5.1 | effort",
                "'reasoning_effort':'none' | gpt-6.1-sol | effort",
                "'verbosity':'low' | gpt-4.1 | verbosity",
                "'tools':[{'type':'function'}] | gpt-5.6-luna | tools_with_reasoning",
                "'tools':[{'type':'function'}] | gpt-6.2-sol | tools_with_reasoning",
                "'tools':[{'type':'function'}],'parallel_tool_calls':true | o4-mini | parallel_tool_calls",
                "'modalities':['text','audio'] | gpt-4o-mini | audio",
                "'web_search_options':{} | gpt-4o-mini | server_tools",
                "'tools':[{'type':'grep'}] | gpt-4o-mini | server_tools",
                "'response_format':{'type':'json_schema'} | gpt-3.5-turbo | json_schema",
                "'messages':[{'role':'user','content':[{'type':'image_url'}]}] | o3-mini | images",
                "'max_tokens':20000 | gpt-4o-mini | max_output",
                "'max_tokens':1,'max_completion_tokens':1 | gpt-4o-mini | two_caps",
                "'messages':[] | gpt-5.4-pro | responses_only"
            })
    void staysWhereTheOtherModelWouldRefuseTheRequest(String fields, String model, String reason) {
        String request = "{'model':'gpt-4o'," + fields + "}";

        assertThat(made(request, chat(request).withModel(model))).isEqualTo(reason);
    }

    @Test
    void mayUseToolsWithAReasoningModelThatIsToldNotToReason() {
        String request = "{'model':'gpt-5.1','tools':[{'type':'function'}],'reasoning_effort':'none'}";

        assertThat(made(request, chat(request).withModel("gpt-5.6-luna"))).startsWith("{'model':'gpt-5.6-luna'");
    }

    @Test
    void staysWhereTheRequestNamesNoModel() {
        assertThat(made("{}", chat("{}").withModel("gpt-4o"))).isEqualTo("no_model");
    }
}
