// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatReaderTest {
    @Test
    void readsAWholeAnswer() {
        Answer answer = whole(json(Samples.body("chat-answer.json")));

        assertThat(answer.id()).isEqualTo("chatcmpl-CVb7");
        assertThat(answer.model()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(answer.finishReasons()).containsExactly("stop");
        assertThat(answer.usage()).isEqualTo(Usage.text(86, 1920, 0, 0, 44, 256));
        assertThat(answer.tier()).isEqualTo("default");
        assertThat(answer.errorType()).isEmpty();
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsAStream() {
        Answer answer = Samples.read(new ChatReader(Reading.PLAIN), Samples.body("chat-stream.sse"))
                .answer();

        assertThat(answer.id()).isEqualTo("chatcmpl-9k");
        assertThat(answer.model()).isEqualTo("gpt-4o-mini-2024-07-18");
        assertThat(answer.finishReasons()).containsExactly("stop");
        assertThat(answer.usage()).isEqualTo(Usage.text(19, 0, 0, 0, 10, 0));
        assertThat(answer.tier()).isEqualTo("default");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void leavesAStreamOpenThatBreaksOff() {
        String begin = "{'id':'c','model':'m','choices':[{'delta':{'content':'a'},'finish_reason':null}]}";

        Answer answer = stream(begin);

        assertThat(answer.ending()).isEqualTo(Ending.OPEN);
        assertThat(answer.reported()).isEmpty();
        assertThat(answer.id()).isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource({
        "stop, NATURAL",
        "tool_calls, NATURAL",
        "function_call, NATURAL",
        "length, TRUNCATED",
        "content_filter, REFUSED",
        "error, FAILED",
        "insufficient_system_resource, FAILED",
        "model_length, TRUNCATED",
        "novel_reason, OPEN"
    })
    void knowsHowAnAnswerEnded(String reason, Ending ending) {
        assertThat(whole(json("{'choices':[{'finish_reason':'" + reason + "','message':{}}]}"))
                        .ending())
                .isEqualTo(ending);
        assertThat(stream("{'choices':[{'finish_reason':'" + reason + "','delta':{}}]}")
                        .ending())
                .isEqualTo(ending);
    }

    @Test
    void takesTheWorstEndOfSeveralChoices() {
        Answer answer = whole(
                json("{'choices':[{'finish_reason':'stop'},{'finish_reason':'length'},{'finish_reason':'stop'}]}"));

        assertThat(answer.ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(answer.finishReasons()).containsExactly("stop", "length", "stop");
    }

    @Test
    void seesARefusal() {
        assertThat(whole(json("{'choices':[{'finish_reason':'stop','message':{'refusal':'I will not.'}}]}"))
                        .ending())
                .isEqualTo(Ending.REFUSED);
        assertThat(stream(
                                "{'choices':[{'delta':{'content':''}}]}",
                                "{'choices':[{'delta':{'refusal':'No'}}]}",
                                "{'choices':[{'delta':{},'finish_reason':'stop'}]}")
                        .ending())
                .isEqualTo(Ending.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'error':{'message':'m','type':'invalid_request_error','param':null,'code':'context_length_exceeded'}} | context_length_exceeded",
                "{'error':{'message':'m','type':'server_error','code':null}} | server_error",
                "{'error':{'code':429,'message':'slow down'}} | 429",
                "{'code':'invalid_argument','error':'Client specified an invalid argument'} | invalid_argument",
                "{'code':'The system is overloaded','error':'busy'} | error",
                "{'object':'error','message':'m','type':'invalid_request_message','code':1510} | invalid_request_message",
                "{'error':{'message':'said: secret'}} | error",
                "{'error':'it said: secret'} | error"
            })
    void namesAnErrorByItsWordAndNeverByItsMessage(String body, String type) {
        Answer answer = whole(json(body));

        assertThat(answer.errorType()).isEqualTo(type);
        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void seesAnErrorInTheMiddleOfAStream() {
        Answer answer = stream(
                "{'id':'c','choices':[{'delta':{'content':'a'}}]}", "{'error':{'code':'server_error','message':'m'}}");

        assertThat(answer.errorType()).isEqualTo("server_error");
        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void readsUsageThatGroqTellsInItsOwnPlace() {
        String last = "{'choices':[{'delta':{},'finish_reason':'stop'}],'x_groq':{'id':'r','usage':"
                + "{'prompt_tokens':9,'completion_tokens':4,'total_tokens':13}}}";

        assertThat(stream("{'id':'c','choices':[]}", last).usage()).isEqualTo(Usage.text(9, 0, 0, 0, 4, 0));
    }

    /** As platform.moonshot.ai documents streams: beside the last choice, and once more behind it where it was asked for. */
    @Test
    void readsUsageThatMoonshotTellsBesideTheChoiceOnce() {
        String counts = "{'prompt_tokens':19,'completion_tokens':13,'total_tokens':32,'cached_tokens':10}";
        String last = "{'choices':[{'index':0,'delta':{},'finish_reason':'stop','usage':" + counts + "}]}";

        assertThat(stream("{'id':'c','choices':[]}", last).usage()).isEqualTo(Usage.text(9, 10, 0, 0, 13, 0));
        assertThat(stream("{'id':'c','choices':[]}", last, "{'choices':[],'usage':" + counts + "}")
                        .usage())
                .isEqualTo(Usage.text(9, 10, 0, 0, 13, 0));
    }

    @Test
    void takesTheLastUsageWhereEachChunkTellsIt() {
        assertThat(stream(
                                "{'choices':[{}],'usage':{'prompt_tokens':9,'completion_tokens':1}}",
                                "{'choices':[{}],'usage':{'prompt_tokens':9,'completion_tokens':2}}")
                        .usage())
                .isEqualTo(Usage.text(9, 0, 0, 0, 2, 0));
    }

    @Test
    void hidesTheOneChunkThatIsThereBecauseWeAsked() {
        String stream = new String(Samples.body("chat-stream.sse"), StandardCharsets.UTF_8);
        int from = stream.lastIndexOf("data: {");
        String without = stream.substring(0, from) + stream.substring(stream.indexOf("data: [DONE]"));

        assertThat(hidden(stream)).isEqualTo(without);
    }

    @Test
    void hidesNoChunkWithChoicesOrWithoutUsage() {
        String azuresFirst = "{'choices':[],'prompt_filter_results':[{}]}";
        String last =
                "{'choices':[{'delta':{},'finish_reason':'stop'}],'usage':{'prompt_tokens':1,'completion_tokens':1}}";
        String stream = sse(azuresFirst, last, "[DONE]");

        assertThat(hidden(stream)).isEqualTo(stream);
    }

    @Test
    void showsTheUsageThatTheApplicationAskedFor() {
        byte[] stream = Samples.body("chat-stream.sse");
        Chunk chunk = Chunk.of(stream);

        assertThat(new EventStream(Framing.SERVER_SENT_EVENTS, new ChatReader(Reading.PLAIN), true, Samples.STRICT)
                        .pass(chunk))
                .isSameAs(chunk);
    }

    @Test
    void bearsDataThatIsNoJson() {
        Answer answer = stream("hello", "[DONE]", "{broken");

        assertThat(answer).isEqualTo(Answer.none());
    }

    private static String hidden(String stream) {
        EventStream events = new EventStream(
                Framing.SERVER_SENT_EVENTS, new ChatReader(new Reading(true, Set.of())), true, Samples.STRICT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Chunk shown = events.pass(Chunk.of(stream.getBytes(StandardCharsets.UTF_8)));
        out.write(shown.bytes(), shown.from(), shown.length());
        Chunk rest = events.end();
        out.write(rest.bytes(), rest.from(), rest.length());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Answer whole(Json body) {
        ChatReader reader = new ChatReader(Reading.PLAIN);
        reader.whole(body);
        return reader.answer();
    }

    /** A stream of events with these data. */
    private static Answer stream(String... data) {
        return Samples.read(new ChatReader(Reading.PLAIN), sse(data)).answer();
    }

    private static String sse(String... data) {
        StringBuilder stream = new StringBuilder();
        for (String each : data) {
            stream.append("data: ").append(each.replace('\'', '"')).append("\n\n");
        }
        return stream.toString();
    }
}
