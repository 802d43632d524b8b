// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.event;
import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesReaderTest {
    @Test
    void readsAWholeAnswer() {
        Answer answer = whole(json(Samples.body("messages-answer.json")));

        assertThat(answer.id()).isEqualTo("msg_013Zva2CMHLNnXjNJJKqJ2EF");
        assertThat(answer.model()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(answer.finishReasons()).containsExactly("end_turn");
        assertThat(answer.usage()).isEqualTo(Usage.text(12, 2048, 1000, 2000, 103, 400));
        assertThat(answer.tier()).isEqualTo("standard");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsAStream() {
        Answer answer = Samples.read(new MessagesReader(), Samples.body("messages-stream.sse"))
                .answer();

        assertThat(answer.id()).isEqualTo("msg_1nZd");
        assertThat(answer.model()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(answer.finishReasons()).containsExactly("tool_use");
        assertThat(answer.usage()).isEqualTo(Usage.text(25, 2051, 0, 0, 15, 0));
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
        assertThat(answer.errorType()).isEmpty();
    }

    @Test
    void takesTheLastCountOfEachKindAndAddsNone() {
        Answer answer = stream(
                event(
                                "message_start",
                                "{'message':{'usage':{'input_tokens':100,"
                                        + "'cache_creation_input_tokens':50,'cache_read_input_tokens':7,'output_tokens':1}}}")
                        + event("message_delta", "{'delta':{'stop_reason':null},'usage':{'output_tokens':20}}")
                        + event(
                                "message_delta",
                                "{'delta':{'stop_reason':'end_turn'},'usage':{'input_tokens':180,"
                                        + "'cache_read_input_tokens':null,'output_tokens':35,'output_tokens_details':{'thinking_tokens':9}}}"));

        assertThat(answer.usage()).isEqualTo(Usage.text(180, 7, 50, 0, 26, 9));
    }

    @Test
    void knowsFromItsBeginningWhatAStreamHasReadAndWritten() {
        MessagesReader reader = new MessagesReader();
        assertThat(reader.prompt()).isNull();

        Samples.read(
                reader,
                event(
                        "message_start",
                        "{'message':{'usage':{'input_tokens':100,"
                                + "'cache_creation_input_tokens':50,'cache_read_input_tokens':7,'output_tokens':1}}}"));

        assertThat(reader.prompt()).isEqualTo(Usage.text(100, 7, 50, 0, 0, 0));
        assertThat(reader.answer().usage()).isNull();
    }

    @Test
    void knowsNoUsageOfAStreamThatBreaksOff() {
        Answer answer = stream(event(
                "message_start",
                "{'message':{'id':'msg_1','model':'m','usage':" + "{'input_tokens':100,'output_tokens':1}}}"));

        assertThat(answer.usage()).isNull();
        assertThat(answer.ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void splitsWritesByTheirLifetimeAsFarAsTheyAreTold() {
        assertThat(written("'cache_creation_input_tokens':30")).isEqualTo(Usage.text(1, 0, 30, 0, 1, 0));
        assertThat(written("'cache_creation_input_tokens':30,'cache_creation':{'ephemeral_1h_input_tokens':30}"))
                .isEqualTo(Usage.text(1, 0, 0, 30, 1, 0));
        assertThat(written("'cache_creation':{'ephemeral_5m_input_tokens':10,'ephemeral_1h_input_tokens':20}"))
                .isEqualTo(Usage.text(1, 0, 10, 20, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, NATURAL", "stop_sequence, NATURAL", "tool_use, NATURAL", "max_tokens, TRUNCATED",
        "model_context_window_exceeded, TRUNCATED", "refusal, REFUSED", "pause_turn, OPEN", "novel_reason, OPEN"
    })
    void knowsHowAnAnswerEnded(String reason, Ending ending) {
        assertThat(whole(json("{'type':'message','stop_reason':'" + reason + "'}"))
                        .ending())
                .isEqualTo(ending);
    }

    @Test
    void seesAnErrorInPlaceOfAnAnswerAndInTheMiddleOfAStream() {
        String error =
                "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'},'request_id':'req_1'}";

        assertThat(whole(json(error)).errorType()).isEqualTo("overloaded_error");
        assertThat(whole(json(error)).ending()).isEqualTo(Ending.FAILED);
        assertThat(stream(event("error", error)).errorType()).isEqualTo("overloaded_error");
        assertThat(stream(event("error", error)).ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void bearsUsageThatIsMissingOrOdd() {
        assertThat(whole(json("{'type':'message'}")).reported()).isEmpty();
        assertThat(whole(json("{'usage':{'input_tokens':-1,'output_tokens':'x'}}"))
                        .reported())
                .isEmpty();
        assertThat(whole(json("{'usage':{'input_tokens':4,'output_tokens':-3,'cache_read_input_tokens':-2}}"))
                        .usage())
                .isEqualTo(Usage.text(4, 0, 0, 0, 0, 0));
    }

    @Test
    void countsTheProvidersOwnToolsAsFarAsTheyWereRun() {
        assertThat(written("'server_tool_use':{'web_search_requests':3,'web_fetch_requests':0}"))
                .isEqualTo(Usage.text(1, 0, 0, 0, 1, 0).withTool("web_search", 3));
    }

    @Test
    void namesWhatChangesEveryPrice() {
        assertThat(whole(json("{'usage':{'input_tokens':1,'inference_geo':'us','speed':'fast'}}"))
                        .terms()
                        .surcharges())
                .containsExactly("geo_us", "fast");
        assertThat(whole(json("{'usage':{'input_tokens':1,'inference_geo':'global','speed':'standard'}}"))
                        .terms()
                        .surcharges())
                .isEmpty();
    }

    @Test
    void addsWhatACompactionTook() {
        assertThat(written("'iterations':[{'type':'compaction','input_tokens':100,'output_tokens':20},"
                        + "{'type':'message','input_tokens':1,'output_tokens':1}]"))
                .isEqualTo(Usage.text(101, 0, 0, 0, 21, 0));
    }

    /** The example of the Claude docs, advisor tool, usage and billing: what the advisor took is not in the counts. */
    @Test
    void saysWhereAnotherModelIsBilledOnTop() {
        assertThat(
                        surcharges(
                                "{'type':'message','input_tokens':412,'output_tokens':89},"
                                        + "{'type':'advisor_message','model':'claude-fable-5','input_tokens':823,'output_tokens':1612}"))
                .containsExactly("other_models");
        assertThat(
                        surcharges(
                                "{'type':'message','input_tokens':412,'output_tokens':89},"
                                        + "{'type':'fallback_message','model':'claude-opus-4-8','input_tokens':412,'output_tokens':200}"))
                .containsExactly("other_models");
    }

    @Test
    void billsAFallbackAloneWhereTheRefusalCameBeforeAnyOutput() {
        assertThat(
                        surcharges(
                                "{'type':'message','input_tokens':412,'output_tokens':0},"
                                        + "{'type':'fallback_message','model':'claude-opus-4-8','input_tokens':412,'output_tokens':200}"))
                .isEmpty();
        assertThat(surcharges("{'type':'message','input_tokens':1,'output_tokens':1}"))
                .isEmpty();
    }

    private static List<String> surcharges(String iterations) {
        return whole(json("{'usage':{'input_tokens':412,'output_tokens':531,'iterations':[" + iterations + "]}}"))
                .terms()
                .surcharges();
    }

    private static Object written(String counts) {
        return whole(json("{'usage':{'input_tokens':1,'output_tokens':1," + counts + "}}"))
                .usage();
    }

    private static Answer whole(Json body) {
        MessagesReader reader = new MessagesReader();
        reader.whole(body);
        return reader.answer();
    }

    private static Answer stream(String singleQuoted) {
        return Samples.read(new MessagesReader(), singleQuoted.replace('\'', '"'))
                .answer();
    }
}
