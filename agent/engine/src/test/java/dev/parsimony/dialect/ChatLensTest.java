// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatLensTest {
    private final Lens lens = Samples.lens("openai.chat", Samples.body("chat-request.json"));

    @Test
    void readsWhatRulesAskFor() {
        assertThat(lens.model()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(lens.streamed()).isTrue();
        assertThat(lens.cap()).hasValue(800);
        assertThat(lens.thinkingBudget()).isEmpty();
        assertThat(lens.temperature()).hasValue(0.2);
        assertThat(lens.messages()).isEqualTo(4);
        assertThat(lens.usesTools()).isTrue();
        assertThat(lens.hasImages()).isTrue();
        assertThat(lens.wantsJson()).isTrue();
        assertThat(lens.conversationId()).isEmpty();
    }

    @Test
    void readsTheTexts() {
        assertThat(lens.systemText())
                .isEqualTo("You are a support agent for Acme.\nToday is 2026-11-21.\nAnswer in German.\nBe brief.");
        assertThat(lens.firstUserText()).isEqualTo("What is wrong with this \"router\"?");
        assertThat(lens.lastUserText()).isEqualTo("Und jetzt? Überprüfe es 😀");
    }

    @Test
    void readsTheOtherSettings() {
        Parameters parameters = lens.parameters();

        assertThat(parameters.topP()).hasValue(0.9);
        assertThat(parameters.frequencyPenalty()).hasValue(0.1);
        assertThat(parameters.presencePenalty()).hasValue(-0.1);
        assertThat(parameters.seed()).hasValue(42);
        assertThat(parameters.choices()).isEmpty();
        assertThat(parameters.stops()).containsExactly("END", "STOP");
        assertThat(parameters.outputType()).isEqualTo("json");
        assertThat(parameters.tier()).isEqualTo("auto");
        assertThat(parameters.reasoning()).isEmpty();
    }

    @Test
    void readsNothingIntoAnEmptyRequest() {
        Lens empty = chat("{}");

        assertThat(empty.model() + empty.systemText() + empty.firstUserText() + empty.lastUserText())
                .isEmpty();
        assertThat(empty.streamed() || empty.usesTools() || empty.hasImages() || empty.wantsJson())
                .isFalse();
        assertThat(empty.cap()).isEmpty();
        assertThat(empty.messages()).isZero();
        assertThat(empty.promptBytes()).isZero();
        assertThat(empty.blocks()).isEmpty();
        assertThat(empty.marksBesideTheAnswer()).isEmpty();
        assertThat(empty.parameters().stops()).isEmpty();
        assertThat(empty.whyNotReusable()).isEmpty();
    }

    @Test
    void bearsValuesOfTheWrongKind() {
        Lens odd = chat("{'model':7,'messages':{'role':'user'},'max_tokens':'many','temperature':'hot','stream':'true',"
                + "'tools':'all','stop':{},'response_format':'json'}");

        assertThat(odd.model()).isEmpty();
        assertThat(odd.messages()).isZero();
        assertThat(odd.cap()).isEmpty();
        assertThat(odd.temperature()).isEmpty();
        assertThat(odd.streamed()).isFalse();
        assertThat(odd.usesTools()).isFalse();
        assertThat(odd.blocks()).isEmpty();
        assertThat(odd.parameters().outputType()).isEmpty();
    }

    @Test
    void takesThePromptApartInTheOrderOfTheCache() {
        List<Block> blocks = lens.blocks();

        assertThat(blocks)
                .extracting(Block::level)
                .containsExactly(
                        Level.TOOLS,
                        Level.SYSTEM,
                        Level.SYSTEM,
                        Level.SYSTEM,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES,
                        Level.MESSAGES);
        assertThat(blocks)
                .extracting(Block::role)
                .containsExactly("", "system", "developer", "developer", "user", "user", "assistant", "tool", "user");
        assertThat(blocks).extracting(Block::message).containsExactly(-1, 0, 1, 1, 2, 2, 3, 4, 5);
        assertThat(blocks)
                .extracting(block -> block.text().exists())
                .containsExactly(false, true, true, true, true, false, false, true, true);
        assertThat(blocks)
                .extracting(Block::movable)
                .containsExactly(false, true, true, true, true, false, false, false, true);
        assertThat(blocks).noneMatch(Block::markable).noneMatch(Block::marked);
    }

    @Test
    void countsASystemMessageAmongOthersAsAMessage() {
        Lens late = chat("{'messages':[{'role':'user','content':'a'},{'role':'system','content':'b'}]}");

        assertThat(late.blocks()).extracting(Block::level).containsExactly(Level.MESSAGES, Level.MESSAGES);
        assertThat(late.systemText()).isEqualTo("b");
        assertThat(late.messages()).isEqualTo(1);
    }

    @Test
    void countsTextAndNoImages() {
        String text = "{'messages':[{'role':'user','content':[{'type':'text','text':'12345'},"
                + "{'type':'image_url','image_url':{'url':'data:image/png;base64,%s'}}]}]}";

        long small = chat(String.format(text, "A")).promptBytes();
        long large = chat(String.format(text, "A".repeat(50_000))).promptBytes();

        assertThat(large).isEqualTo(small).isBetween(5L, 80L);
    }

    @Test
    void findsTheApplicationsMarksAndNoPropertyOfTheSameName() {
        String marked = "{'messages':[{'role':'user','content':[{'type':'text','text':'a','cache_control':"
                + "{'type':'ephemeral'}},{'type':'text','text':'b','prompt_cache_breakpoint':{'mode':'explicit'}}]}],"
                + "'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'cache_control':{}}}}}]}";

        assertThat(chat(marked).marksBesideTheAnswer())
                .extracting(Node::name)
                .containsExactly("cache_control", "prompt_cache_breakpoint");
        assertThat(chat(marked).blocks()).extracting(Block::marked).containsExactly(false, true, true);
    }

    @Test
    void keepsCallersApartButNotTheirLabels() {
        assertThat(lens.fieldsBesideTheAnswer())
                .contains("metadata", "store", "prompt_cache_key", "service_tier", "prediction")
                .doesNotContain("user", "safety_identifier", "stream", "stream_options", "seed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'store':true | stored",
                "'n':2 | several_choices",
                "'logprobs':true | logprobs",
                "'top_logprobs':3 | logprobs",
                "'modalities':['text','audio'] | audio_output",
                "'web_search_options':{} | server_tools",
                "'tools':[{'type':'function'},{'type':'web_search'}] | server_tools",
                "'model':'gpt-4o-search-preview' | server_tools",
                "'model':'sonar-pro' | server_tools"
            })
    void saysWhyAnAnswerMustNotBeReused(String field, String reason) {
        assertThat(chat("{" + field + "}").whyNotReusable()).hasValue(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'store':false",
                "'n':1",
                "'logprobs':false",
                "'logprobs':null",
                "'modalities':['text']",
                "'tools':[{'type':'function'},{'type':'custom'}]",
                "'web_search_options':null",
                "'model':'gpt-4o'"
            })
    void allowsReuseOfOrdinaryAnswers(String field) {
        assertThat(chat("{" + field + "}").whyNotReusable()).isEmpty();
    }

    @Test
    void readsTheAudioOutputType() {
        assertThat(chat("{'modalities':['text','audio']}").parameters().outputType())
                .isEqualTo("speech");
    }

    @Test
    void handsOutTheSameBlocksWhenAskedAgain() {
        assertThat(lens.blocks()).isSameAs(lens.blocks());
        assertThat(new String(Samples.body("chat-request.json"), StandardCharsets.UTF_8))
                .contains("cache_control");
        assertThat(lens.marksBesideTheAnswer()).as("a property of a schema").isEmpty();
    }
}
