// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.chat;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatMarksTest {
    private static final String MARK = "'cache_control':{'type':'ephemeral'}";

    @Test
    void makesAStringAPartThatCarriesTheMark() {
        assertThat(marked(claude("'messages':[{'role':'system','content':'rules'}]"), 0))
                .contains("'content':[{'type':'text','text':'rules'," + MARK + "}]");
        assertThat(marked(claude("'messages':[{'role':'tool','tool_call_id':'c','content':'found'}]"), 0))
                .contains("'content':[{'type':'text','text':'found'," + MARK + "}]");
    }

    @Test
    void marksPartsAndToolsAsTheyStand() {
        String request = claude("'tools':[{'type':'function','function':{'name':'f'}}],"
                + "'messages':[{'role':'user','content':[{'type':'text','text':'a'}]}]");

        assertThat(marked(request, 0)).contains("{'type':'function','function':{'name':'f'}," + MARK + "}");
        assertThat(marked(request, 1)).contains("{'type':'text','text':'a'," + MARK + "}");
    }

    @Test
    void standsNotWhereTheReferenceHasNone() {
        String request = claude(
                "'tools':[{'type':'openrouter:web_search'}],'messages':["
                        + "{'role':'user','content':[{'type':'image_url','image_url':{'url':'u'}},{'type':'text','text':''}]},"
                        + "{'role':'assistant','content':'b'},{'role':'system','content':'late'},{'role':'user','content':''}]");

        assertThat(chat(request).blocks()).hasSize(6).noneMatch(Block::markable);
    }

    @Test
    void isTheFourthAtMostWithThoseOfWholeMessagesAndOfOpenAisKind() {
        String part = "{'type':'text','text':'x'," + MARK + "}";
        String other = "{'type':'text','text':'x','prompt_cache_breakpoint':{'mode':'explicit'}}";
        String own = "'messages':[{'role':'user','content':[" + part + "," + other + "]},"
                + "{'role':'tool','content':'y'," + MARK + "},{'role':'user','content':[{'type':'text','text':'z'}]}]";

        assertThat(marked(claude(own), 3)).contains("'text':'z'," + MARK);
        assertThat(marked(claude(MARK + "," + own), 2)).isEqualTo("too_many_marks");
        assertThat(marked(claude(own), 1)).isEqualTo("already_marked");
    }

    @Test
    void leavesTheLastBlockToTheAutomaticMark() {
        Lens lens = chat(claude(MARK + ",'messages':[{'role':'system','content':'s'},{'role':'user','content':'a'}]"));

        assertThat(lens.blocks()).extracting(Block::marked).containsExactly(false, true);
    }

    @Test
    void isForFiveMinutesSinceNobodyWouldTellWhatAnHourHasCost() {
        Lens lens = chat(claude("'messages':[{'role':'user','content':'a'}]"));

        assertThat(lens.tellsLives()).isFalse();
        assertThat(lens.withMark(lens.blocks().get(0), true)).hasToString("Refuse[reason=no_long_marks]");
    }

    @Test
    void comesNotAfterOneOfTheApplicationsThatIsShorter() {
        String request = claude("'messages':[{'role':'user','content':[{'type':'text','text':'a'},{'type':'text',"
                + "'text':'b','cache_control':{'type':'ephemeral','ttl':'1h'}}]}]");

        assertThat(marked(request, 0)).isEqualTo("ttl_order");
    }

    @Test
    void knowsWhichSettingsMakeAnthropicForget() {
        Lens lens = chat(claude("'tool_choice':'required','reasoning':{'effort':'low'},'messages':[]"));

        assertThat(lens.settings(Block.Level.MESSAGES).stream().filter(Node::exists))
                .hasSize(2);
        assertThat(lens.settings(Block.Level.SYSTEM)).isEmpty();
        assertThat(chat("{'model':'gpt-4o','tool_choice':'required'}").settings(Block.Level.MESSAGES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "google/gemini-2.5-pro", "qwen/qwen3-max", "openrouter/auto"})
    void isSetForNoOtherMakersModels(String model) {
        assertThat(chat("{'model':'" + model + "','messages':[{'role':'user','content':'a'}]}")
                        .blocks())
                .noneMatch(Block::markable);
    }

    private static String claude(String rest) {
        return "{'model':'anthropic/claude-sonnet-4.5'," + rest + "}";
    }

    private static String marked(String request, int block) {
        Lens lens = chat(request);
        return made(request, lens.withMark(lens.blocks().get(block), false));
    }
}
