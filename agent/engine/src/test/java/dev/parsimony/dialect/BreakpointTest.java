// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.made;
import static dev.parsimony.dialect.Samples.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Lens;
import org.junit.jupiter.api.Test;

class BreakpointTest {
    private static final String MARK = "'cache_control':{'type':'ephemeral'}";
    private static final String HOUR = "'cache_control':{'type':'ephemeral','ttl':'1h'}";

    @Test
    void standsAtTheEndOfABlock() {
        assertThat(marked("{'tools':[{'name':'a'},{'name':'b'}]}", 1, false))
                .isEqualTo("{'tools':[{'name':'a'},{'name':'b'," + MARK + "}]}");
        assertThat(marked("{'tools':[{'name':'a'},{'name':'b'}]}", 1, true))
                .isEqualTo("{'tools':[{'name':'a'},{'name':'b'," + HOUR + "}]}");
    }

    @Test
    void makesABlockOfASystemText() {
        assertThat(marked("{'system':'Be \\'kind\\'.\\n','messages':[]}", 0, false))
                .isEqualTo("{'system':[{'type':'text','text':'Be \\'kind\\'.\\n'," + MARK + "}],'messages':[]}");
    }

    @Test
    void makesABlockOfAMessagesText() {
        assertThat(marked("{'messages':[{'role':'user','content':'hi'}]}", 0, true))
                .isEqualTo("{'messages':[{'role':'user','content':[{'type':'text','text':'hi'," + HOUR + "}]}]}");
    }

    @Test
    void takesThePlaceOfAMarkThatIsNull() {
        assertThat(marked("{'system':[{'type':'text','text':'a','cache_control':null}]}", 0, false))
                .isEqualTo("{'system':[{'type':'text','text':'a'," + MARK + "}]}");
    }

    @Test
    void isNotSetTwice() {
        assertThat(marked("{'system':[{'type':'text','text':'a'," + MARK + "}]}", 0, false))
                .isEqualTo("already_marked");
    }

    @Test
    void isTheFourthAtMost() {
        String system = "{'type':'text','text':'x'," + MARK + "}";
        String three =
                "{'system':[" + system + "," + system + "," + system + "],'messages':[{'role':'user','content':'a'}]}";
        String four = "{'system':[" + system + "," + system + "," + system + "," + system
                + "],'messages':[{'role':'user','content':'a'}]}";

        assertThat(marked(three, 3, false)).contains("'text':'a'," + MARK);
        assertThat(marked(four, 4, false)).isEqualTo("too_many_marks");
    }

    @Test
    void countsTheAutomaticMarkAndThoseInsideAToolsResult() {
        String nested = "{" + MARK + ",'messages':[{'role':'user','content':[{'type':'tool_result','content':["
                + "{'type':'text','text':'1'," + MARK + "},{'type':'text','text':'2'," + MARK
                + "},{'type':'text','text':'3',"
                + MARK + "}]},{'type':'text','text':'a'},{'type':'text','text':'z'}]}]}";

        assertThat(marked(nested, 1, false)).isEqualTo("too_many_marks");
    }

    @Test
    void isLeftToTheAutomaticMarkOnTheLastBlock() {
        String request = "{" + MARK + ",'system':'s','messages':[{'role':'user','content':'a'}]}";

        assertThat(marked(request, 1, false)).isEqualTo("already_marked");
        assertThat(marked(request, 0, false)).contains("'text':'s'," + MARK);
    }

    @Test
    void standsNotOnThinkingOrEmptyText() {
        String request = "{'messages':[{'role':'assistant','content':[{'type':'thinking','thinking':'t'},"
                + "{'type':'text','text':''},{'type':'redacted_thinking','data':'x'}]},{'role':'user','content':''}]}";

        for (int block = 0; block < 4; block++) {
            assertThat(marked(request, block, false)).isEqualTo("not_markable");
        }
    }

    @Test
    void standsNotOnAToolThatIsLoadedLater() {
        assertThat(marked("{'tools':[{'name':'a','defer_loading':true}]}", 0, false))
                .isEqualTo("not_markable");
    }

    @Test
    void keepsLongOnesBeforeShortOnes() {
        String shortFirst = "{'tools':[{'name':'a'," + MARK + "}],'system':'s'}";
        String longLast = "{'tools':[{'name':'a'}],'system':[{'type':'text','text':'s'," + HOUR + "}]}";

        assertThat(marked(shortFirst, 1, true)).isEqualTo("ttl_order");
        assertThat(marked(shortFirst, 1, false)).contains("'text':'s'," + MARK);
        assertThat(marked(longLast, 0, false)).isEqualTo("ttl_order");
        assertThat(marked(longLast, 0, true)).contains("'name':'a'," + HOUR);
    }

    @Test
    void goesByThePrefixNotByThePlaceInTheText() {
        String systemWrittenLast =
                "{'messages':[{'role':'user','content':[{'type':'text','text':'a'," + MARK + "}]}],'system':'s'}";

        assertThat(marked(systemWrittenLast, 0, true)).contains("'text':'s'," + HOUR);
    }

    @Test
    void standsNotBeforeALongAutomaticMarkIfItIsShort() {
        String request = "{" + HOUR + ",'system':'s','messages':[{'role':'user','content':'a'}]}";

        assertThat(marked(request, 0, false)).isEqualTo("ttl_order");
        assertThat(marked(request, 0, true)).contains("'text':'s'," + HOUR);
    }

    private static String marked(String request, int block, boolean longLived) {
        Lens lens = messages(request);
        return made(request, lens.withMark(lens.blocks().get(block), longLived));
    }
}
