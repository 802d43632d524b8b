// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.made;
import static dev.parsimony.dialect.Samples.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesLensTest {
    private final Lens lens = Samples.lens("anthropic.messages", Samples.body("messages-request.json"));

    @Test
    void readsWhatRulesAskFor() {
        assertThat(lens.model()).isEqualTo("claude-sonnet-4-5");
        assertThat(lens.streamed()).isFalse();
        assertThat(lens.cap()).hasValue(4096);
        assertThat(lens.thinkingBudget()).hasValue(2048);
        assertThat(lens.temperature()).hasValue(1.0);
        assertThat(lens.messages()).isEqualTo(4);
        assertThat(lens.usesTools()).isTrue();
        assertThat(lens.hasImages()).as("in a tool's result").isTrue();
        assertThat(lens.wantsJson()).isFalse();
        assertThat(lens.parameters().topK()).hasValue(40);
        assertThat(lens.parameters().stops()).containsExactly("\n\nHuman:");
    }

    @Test
    void readsTheTexts() {
        assertThat(lens.systemText()).isEqualTo("You are a careful clerk.\nHouse rules: be kind.");
        assertThat(lens.firstUserText()).isEqualTo("Who is Ada?");
        assertThat(lens.lastUserText()).isEqualTo("Book her in.\n");
        assertThat(messages("{'system':'Be brief.'}").systemText()).isEqualTo("Be brief.");
    }

    @Test
    void passesOverAToolsResultOnItsWayToTheUsersLastText() {
        assertThat(messages("{'messages':[{'role':'user','content':'find it'},{'role':'assistant','content':'ok'},"
                                + "{'role':'user','content':[{'type':'tool_result','content':'found'}]}]}")
                        .lastUserText())
                .isEqualTo("find it");
    }

    @Test
    void seesWhereTheApplicationHasTheProviderSetItsMark() {
        String talk = "'system':'Be brief.','messages':[{'role':'user','content':'hi'},{'role':'assistant','content':["
                + "{'type':'text','text':'a'},{'type':'thinking','thinking':'b'}]}]}";

        assertThat(messages("{'cache_control':{'type':'ephemeral'}," + talk).blocks())
                .extracting(Block::marked)
                .containsExactly(false, false, true, false);
        assertThat(messages("{'cache_control':null," + talk).blocks()).noneMatch(Block::marked);
        assertThat(messages("{" + talk).blocks()).noneMatch(Block::marked);
    }

    @Test
    void readsTheOutputFormatAndTheEffort() {
        Lens json = messages("{'output_config':{'effort':'low','format':{'type':'json_schema','schema':{}}}}");

        assertThat(json.wantsJson()).isTrue();
        assertThat(json.parameters().outputType()).isEqualTo("json");
        assertThat(json.parameters().reasoning()).isEqualTo("low");
        assertThat(messages("{'output_format':{'type':'json_schema'}}").wantsJson())
                .as("of the beta")
                .isTrue();
    }

    @Test
    void takesThePromptApartInTheOrderOfTheCache() {
        assertThat(lens.blocks())
                .extracting(Block::level)
                .containsExactly(
                        Level.TOOLS,
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
        assertThat(lens.blocks()).extracting(Block::message).containsExactly(-1, -1, -1, -1, 0, 1, 1, 1, 2, 3, 3);
        assertThat(lens.blocks())
                .extracting(Block::marked)
                .containsExactly(false, false, false, true, false, false, false, false, false, false, false);
    }

    @Test
    void knowsWhereAMarkMayStand() {
        // tools, system text, (marked), string; thinking, text, tool use; tool result; text, empty text
        assertThat(lens.blocks())
                .extracting(Block::markable)
                .containsExactly(true, true, true, false, true, false, true, true, true, true, false);
    }

    @Test
    void movesPlainTextsOfSystemAndUserAlone() {
        assertThat(lens.blocks())
                .extracting(Block::movable)
                .containsExactly(false, false, true, true, true, false, false, false, false, true, false);
        assertThat(messages("{'system':[{'type':'text','text':'a','citations':[{}]}]}")
                        .blocks())
                .noneMatch(Block::movable);
    }

    @Test
    void findsTheApplicationsMarksAndNoPropertyOfTheSameName() {
        assertThat(lens.marksBesideTheAnswer())
                .hasSize(2)
                .extracting(Node::name)
                .containsOnly("cache_control");
        assertThat(messages("{'cache_control':{'type':'ephemeral'},'messages':[]}")
                        .marksBesideTheAnswer())
                .hasSize(1);
    }

    @Test
    void countsTextAndNoImages() {
        String request = "{'messages':[{'role':'user','content':[{'type':'tool_result','content':[{'type':'image',"
                + "'source':{'type':'base64','data':'%s'}}]}]}]}";

        assertThat(messages(String.format(request, "A".repeat(10_000))).promptBytes())
                .isEqualTo(messages(String.format(request, "")).promptBytes());
        assertThat(messages("{'system':'12345','messages':[{'role':'user','content':'123'}]}")
                        .promptBytes())
                .isEqualTo(8);
    }

    @Test
    void keepsCallersApart() {
        assertThat(lens.fieldsBesideTheAnswer()).contains("service_tier").doesNotContain("metadata", "stream");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'max_tokens':0 | cache_warming",
                "'container':'c_1' | container",
                "'mcp_servers':[{'url':'x'}] | server_tools",
                "'tools':[{'type':'web_search_20250305','name':'web_search'}] | server_tools",
                "'tools':[{'type':'bash_20250124','name':'bash'}] | server_tools"
            })
    void saysWhyAnAnswerMustNotBeReused(String field, String reason) {
        assertThat(messages("{" + field + "}").whyNotReusable()).hasValue(reason);
    }

    @Test
    void allowsReuseOfOrdinaryAnswers() {
        assertThat(lens.whyNotReusable()).isEmpty();
        assertThat(messages("{'max_tokens':1,'tools':[{'type':'custom','name':'x'}],'container':null}")
                        .whyNotReusable())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'max_tokens':100} | 50 | {'max_tokens':50}",
                "{'max_tokens':100} | 100 | {'max_tokens':100}",
                "{'max_tokens':0} | 50 | {'max_tokens':0}",
                "{'max_tokens':4000,'thinking':{'type':'enabled','budget_tokens':1024}} | 1025 |"
                        + " {'max_tokens':1025,'thinking':{'type':'enabled','budget_tokens':1024}}",
                "{'max_tokens':4000,'thinking':{'type':'enabled','budget_tokens':1024}} | 1024 | below_thinking_budget"
            })
    void lowersTheCapToNoLessThanThinkingNeeds(String request, long tokens, String result) {
        assertThat(made(request, messages(request).withCap(tokens, "claude-opus-5")))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'max_tokens':99 | claude-haiku-4-5 | ok",
                "'temperature':0 | claude-haiku-4-5 | ok",
                "'temperature':0 | claude-opus-4-7 | sampling",
                "'top_k':5 | claude-sonnet-5 | sampling",
                "'temperature':0.5,'top_p':0.9 | claude-haiku-4-5 | temperature_and_top_p",
                "'thinking':{'type':'enabled','budget_tokens':1024} | claude-haiku-4-5 | ok",
                "'thinking':{'type':'enabled','budget_tokens':1024} | claude-opus-4-8 | thinking",
                "'thinking':{'type':'disabled'} | claude-opus-5-5 | thinking",
                "'thinking':{'type':'disabled'} | claude-sonnet-5 | ok",
                "'thinking':{'type':'adaptive'} | claude-haiku-4-5 | thinking",
                "'max_tokens':99 | claude-sonnet-5 | thinks_by_default",
                "'output_config':{'effort':'low'} | claude-haiku-4-5 | effort",
                "'output_config':{'effort':'xhigh'} | claude-opus-4-6 | effort",
                "'output_config':{'effort':'max'} | claude-opus-4-6 | ok",
                "'thinking':{'type':'adaptive'},'tool_choice':{'type':'any'} | claude-opus-5-5 | forced_tool",
                "'tool_choice':{'type':'tool','name':'x'} | claude-haiku-4-5 | ok",
                "'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'{'}] | claude-opus-4-6 |"
                        + " prefill",
                "'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'{'}] | claude-haiku-4-5 | ok",
                "'output_config':{'format':{'type':'json_schema'}} | claude-opus-4-1 | json_schema",
                "'container':'c' | claude-haiku-4-5 | container",
                "'tools':[{'type':'computer_20251124'}] | claude-haiku-4-5 | server_tools",
                "'messages':[{'role':'user','content':'a'},{'role':'system','content':'b'}] | claude-haiku-4-5 |"
                        + " system_message",
                "'messages':[{'role':'assistant','content':[{'type':'redacted_thinking','data':'x'}]},{'role':'user','content':'a'}]"
                        + " | claude-haiku-4-5 | signed_thinking",
                "'max_tokens':100000 | claude-haiku-4-5 | max_output"
            })
    void goesToAnotherModelOnlyIfThatTakesTheRequest(String fields, String model, String result) {
        String request = "{'model':'claude-sonnet-4-5'," + fields + "}";
        String expected = result.equals("ok") ? "{'model':'" + model + "'," + fields + "}" : result;

        assertThat(made(request, messages(request).withModel(model))).isEqualTo(expected);
    }

    @Test
    void mayStartToThinkWhereTheApplicationsOwnModelDoes() {
        String request = "{'model':'claude-opus-5','max_tokens':99}";

        assertThat(made(request, messages(request).withModel("claude-sonnet-5")))
                .startsWith("{'model':'claude-sonnet-5'");
    }

    @Test
    void needsNotAskForUsage() {
        assertThat(made("{'stream':true}", messages("{'stream':true}").withStreamUsage()))
                .isEqualTo("{'stream':true}");
    }
}
